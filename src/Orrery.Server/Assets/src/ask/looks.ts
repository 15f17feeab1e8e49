import { HighlightStyle, syntaxHighlighting, type StreamParser } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { Tag, tags } from "@lezer/highlight";

const kind = Tag.define(tags.typeName);
const relation = Tag.define(tags.labelName);
const parameter = Tag.define(tags.variableName);
const field = Tag.define(tags.propertyName);
const call = Tag.define(tags.variableName);

/** What the names that our language gives to its pieces stand for. */
export const tokenTable: NonNullable<StreamParser<unknown>["tokenTable"]> = { kind, relation, parameter, field, function: call };

/** The page's own colours, which know both themes. */
export const looks: Extension = [
  syntaxHighlighting(HighlightStyle.define([
    { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
    { tag: tags.comment, color: "var(--ink-3)", fontStyle: "italic" },
    { tag: tags.string, color: "var(--investment-ink)" },
    { tag: [tags.number, tags.atom], color: "var(--practice-ink)" },
    { tag: kind, color: "var(--intent-ink)", fontWeight: "600" },
    { tag: relation, color: "var(--collaboration-ink)" },
    { tag: parameter, color: "var(--ask)", fontWeight: "600" },
    { tag: field, color: "var(--context-ink)" },
    { tag: [tags.operator, tags.bracket], color: "var(--ink-2)" },
  ])),
  EditorView.theme({
    "&": { fontSize: ".875rem", backgroundColor: "var(--bg-raised)", border: "1px solid var(--line-field)", borderRadius: "var(--radius)" },
    "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-1px" },
    ".cm-scroller": { fontFamily: "var(--mono)", fontFeatureSettings: '"calt" 0', lineHeight: "1.6", maxHeight: "60dvh" },
    ".cm-content": { padding: "7px 4px", minHeight: "96px", caretColor: "var(--ink)" },
    ".cm-cursor": { borderLeftColor: "var(--ink)" },
    "& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { backgroundColor: "var(--accent-wash)" },
    ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-wash)", color: "inherit", outline: "1px solid var(--line-field)" },
    ".cm-tooltip": { backgroundColor: "var(--bg-raised)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "var(--radius)", boxShadow: "var(--shadow-high)", overflow: "clip" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", fontSize: ".8125rem", maxHeight: "16em" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 10px" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent-wash)", color: "var(--ink)" },
    ".cm-completionDetail": { fontFamily: "var(--sans)", fontStyle: "normal", color: "var(--ink-2)" },
    ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
    ".cm-completionInfo": { padding: "8px 12px", maxWidth: "26em", fontFamily: "var(--sans)", fontSize: "var(--small)" },
    ".cm-diagnostic": { fontFamily: "var(--sans)", fontSize: "var(--small)", padding: "6px 12px", maxWidth: "36em" },
    ".cm-diagnostic-error": { borderLeft: "4px solid var(--fault)" },
    ".cm-diagnostic-warning": { borderLeft: "4px solid var(--past-line)" },
    ".cm-lintRange": { backgroundImage: "none", paddingBottom: "0" },
    ".cm-lintRange-error": { textDecoration: "underline wavy var(--fault) 1px", textUnderlineOffset: "4px" },
    ".cm-lintRange-warning": { textDecoration: "underline wavy var(--past-ink) 1px", textUnderlineOffset: "4px" },
  }),
];
