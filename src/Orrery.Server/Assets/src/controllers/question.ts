import { Controller } from "@hotwired/stimulus";
import type { Editor, EditorPlaces } from "../ask/editor";
import { Turbo } from "../turbo";

type Mount = (places: EditorPlaces) => Editor;

/** The form of the Ask page: asked by Ctrl+Enter, stopped while it runs, and its text area made an editor. */
export class QuestionController extends Controller<HTMLFormElement> {
  static targets = ["editor", "text", "stop", "ask"];
  static values = { words: String, check: String };
  declare readonly editorTarget: HTMLElement;
  declare readonly textTarget: HTMLTextAreaElement;
  declare readonly stopTarget: HTMLButtonElement;
  declare readonly wordsValue: string;
  declare readonly checkValue: string;

  private editor: Editor | null = null;
  private isConnected = false;
  private timer = 0;

  async connect(): Promise<void> {
    this.isConnected = true;
    document.addEventListener("turbo:before-morph-element", this.keep);
    this.element.addEventListener("turbo:submit-start", this.begin);
    this.element.addEventListener("turbo:submit-end", this.end);
    document.addEventListener("turbo:before-cache", this.unmount);
    const { mount } = (await import(new URL("ask.js", import.meta.url).href)) as { mount: Mount };
    if (!this.isConnected || this.editor) return;
    this.editor = mount({
      holder: this.editorTarget, text: this.textTarget, words: this.wordsValue, check: this.checkValue,
      typed: () => new URLSearchParams([...new FormData(this.element)].map(([name, value]) => [name, String(value)])),
    });
  }

  disconnect(): void {
    this.isConnected = false;
    clearTimeout(this.timer);
    document.removeEventListener("turbo:before-morph-element", this.keep);
    document.removeEventListener("turbo:before-cache", this.unmount);
    this.unmount();
  }

  run(event: KeyboardEvent): void {
    event.preventDefault();
    this.element.requestSubmit();
  }

  /** Hangs up, and with it the server stops looking. */
  stop(): void {
    Turbo.navigator.stop();
    this.end();
  }

  private readonly begin = (): void => {
    this.timer = window.setTimeout(() => { this.stopTarget.hidden = false; }, 300);
  };

  private readonly end = (): void => {
    clearTimeout(this.timer);
    this.stopTarget.hidden = true;
  };

  // A morph has nothing newer to say about what somebody writes here: the question is in the address.
  private readonly keep = (event: Event): void => {
    if (event.target === this.element) event.preventDefault();
  };

  private readonly unmount = (): void => {
    this.editor?.close();
    this.editor = null;
  };
}
