import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, StreamLanguage } from "@codemirror/language";
import { lintKeymap } from "@codemirror/lint";
import { EditorState, Prec, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { checking } from "./check";
import { source } from "./completion";
import { cypher } from "./cypher";
import { looks, tokenTable } from "./looks";
import { wordsOf } from "./words";

/** Where an editor goes, and what it is to know. */
export interface EditorPlaces {
  /** Gets the editor as its last child. */
  holder: HTMLElement;
  /** Keeps the text for the form, out of sight. */
  text: HTMLTextAreaElement;
  words: string;
  check: string;
  /** What the form would send. */
  typed: () => URLSearchParams;
}

export interface Editor {
  close(): void;
}

// Asking leads to a page of its own; whoever wrote goes on where the cursor was.
let left: { text: string; head: number; anchor: number } | null = null;

/** Makes an editor of a text area; closing it gives the text area back. */
export function mount(places: EditorPlaces): Editor {
  const { holder, text } = places;
  const hadFocus = document.activeElement === text;
  const view = new EditorView({ parent: holder, state: EditorState.create({ doc: text.value, extensions: extensionsOf(places) }) });
  text.hidden = true;
  if (left?.text === text.value) {
    view.dispatch({ selection: { anchor: left.anchor, head: left.head } });
    view.focus();
  } else if (hadFocus) view.focus();
  left = null;
  return {
    close: () => {
      const { head, anchor } = view.state.selection.main;
      if (view.hasFocus) left = { text: text.value.trim().replace(/\r\n?/gu, "\n"), head, anchor };
      view.destroy();
      text.hidden = false;
    },
  };
}

function extensionsOf(places: EditorPlaces): Extension {
  return [
    // The form asks on Mod-Enter; here it must not break the line as well.
    Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => true }])),
    history(), drawSelection(), bracketMatching(), closeBrackets(), EditorView.lineWrapping,
    StreamLanguage.define({ ...cypher, tokenTable }),
    autocompletion({ override: [source(wordsOf(places.words))], icons: false }),
    checking(places.check, places.typed),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorView.contentAttributes.of({ "aria-labelledby": "q-label", spellcheck: "false", autocapitalize: "off", ...described(places.text) }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) places.text.value = update.state.doc.toString();
    }),
    looks,
  ];
}

function described(text: HTMLTextAreaElement): Record<string, string> {
  const by = text.getAttribute("aria-describedby");
  return by ? { "aria-describedby": by, "aria-invalid": "true" } : {};
}
