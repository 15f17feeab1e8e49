import { Controller } from "@hotwired/stimulus";
import { Turbo } from "../turbo";
import { isTyping } from "../typing";

/** Single keys press whatever carries `data-key`; G, then a letter, goes to the link with that `data-go`. */
export class KeysController extends Controller<HTMLElement> {
  private goUntil = 0;

  connect(): void {
    document.addEventListener("keydown", this.press);
  }

  disconnect(): void {
    document.removeEventListener("keydown", this.press);
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") return this.use(event, "/");
    if (event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (performance.now() < this.goUntil) return this.go(event);
    if (event.key === "g") {
      this.goUntil = performance.now() + 1200;
      return;
    }
    this.use(event, event.key.length === 1 ? event.key.toLowerCase() : event.key);
  };

  private go(event: KeyboardEvent): void {
    this.goUntil = 0;
    const link = document.querySelector<HTMLAnchorElement>(`a[data-go="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!link) return;
    event.preventDefault();
    Turbo.visit(link.href);
  }

  private use(event: KeyboardEvent, key: string): void {
    const control = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    if (!control) return;
    event.preventDefault();
    if (control instanceof HTMLDialogElement) control.showModal();
    else if (control.matches("input:not([type=checkbox]), select, textarea")) control.focus();
    else control.click();
  }
}
