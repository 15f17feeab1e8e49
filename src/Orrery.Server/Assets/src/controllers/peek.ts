import { Controller } from "@hotwired/stimulus";
import { PeekCard } from "../peek/card";
import { peekUrlOf } from "../peek/url";

/** Space on a link to a thing opens the panel beside the page; pointing at one shows a card. The place is never lost. */
export class PeekController extends Controller<HTMLElement> {
  static targets = ["frame", "body"];
  declare readonly frameTarget: HTMLElement;
  declare readonly hasFrameTarget: boolean;

  private asked: HTMLElement | null = null;
  private path = location.pathname;
  private card: PeekCard | null = null;

  connect(): void {
    this.card = new PeekCard((link) => link !== this.asked || this.element.hidden !== false);
    document.addEventListener("keydown", this.press);
    document.addEventListener("turbo:load", this.leave);
  }

  disconnect(): void {
    this.card?.disconnect();
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
    if (event.target.matches("input, button, select, textarea, summary")) return;
    const link = event.target.closest<HTMLElement>("[data-peek-url]") ?? event.target.closest<HTMLElement>("a[href]");
    const url = link && peekUrlOf(link);
    if (!url || !this.hasFrameTarget || this.element.contains(link)) return;
    event.preventDefault();
    this.show(link, url);
  };

  private show(link: HTMLElement, url: string): void {
    this.card?.hide();
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
