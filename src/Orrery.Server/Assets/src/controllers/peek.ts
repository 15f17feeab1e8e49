import { Controller } from "@hotwired/stimulus";

/** Space on a link marked `data-peek-url` opens the panel beside the page; the place is never lost. */
export class PeekController extends Controller<HTMLElement> {
  static targets = ["frame", "body"];
  declare readonly frameTarget: HTMLElement;
  declare readonly hasFrameTarget: boolean;

  private asked: HTMLElement | null = null;
  private path = location.pathname;

  connect(): void {
    document.addEventListener("keydown", this.press);
    document.addEventListener("turbo:load", this.leave);
  }

  disconnect(): void {
    document.removeEventListener("keydown", this.press);
    document.removeEventListener("turbo:load", this.leave);
  }

  close(): void {
    this.element.hidden = true;
    this.asked?.focus();
    this.asked = null;
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (event.key === "Escape" && !this.element.hidden) return this.close();
    if (event.key !== " " || !(event.target instanceof HTMLElement)) return;
    const link = event.target.closest<HTMLElement>("[data-peek-url]");
    if (!link || !this.hasFrameTarget) return;
    event.preventDefault();
    this.show(link);
  };

  private show(link: HTMLElement): void {
    const url = link.dataset.peekUrl ?? "";
    if (!this.element.hidden && this.asked === link) return this.close();
    this.asked = link;
    this.element.hidden = false;
    this.frameTarget.setAttribute("src", url);
  }

  private readonly leave = (): void => {
    if (location.pathname === this.path) return;
    this.path = location.pathname;
    this.element.hidden = true;
  };
}
