import { Controller } from "@hotwired/stimulus";
import { PeekCard } from "../peek/card";
import { peekUrlOf } from "../peek/url";

const afterWalking = 120;

/** Space on a link to a thing opens the panel beside the page; pointing at one shows a card. The place is never lost. */
export class PeekController extends Controller<HTMLElement> {
  static targets = ["frame", "body"];
  declare readonly frameTarget: HTMLElement;
  declare readonly hasFrameTarget: boolean;

  private asked: HTMLElement | null = null;
  private path = location.pathname;
  private card: PeekCard | null = null;
  private soon = 0;

  connect(): void {
    this.card = new PeekCard((link) => link !== this.asked || this.element.hidden !== false);
    document.addEventListener("keydown", this.press);
    document.addEventListener("focusin", this.follow);
    document.addEventListener("turbo:load", this.leave);
  }

  disconnect(): void {
    this.card?.disconnect();
    document.removeEventListener("keydown", this.press);
    document.removeEventListener("focusin", this.follow);
    document.removeEventListener("turbo:load", this.leave);
    clearTimeout(this.soon);
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
    const found = this.linkOf(event.target);
    if (!found) return;
    event.preventDefault();
    this.show(found.link, found.url);
  };

  // Whoever walks on with the panel open sees there what they are at.
  private readonly follow = (event: FocusEvent): void => {
    clearTimeout(this.soon);
    if (this.element.hidden || !(event.target instanceof HTMLElement) || event.target.matches("input, button, select, textarea, summary")) return;
    const found = this.linkOf(event.target);
    if (!found || found.link === this.asked) return;
    this.soon = window.setTimeout(() => {
      if (!this.element.hidden) this.show(found.link, found.url);
    }, afterWalking);
  };

  private linkOf(target: HTMLElement): { link: HTMLElement; url: string } | null {
    const link = target.closest<HTMLElement>("[data-peek-url]") ?? target.closest<HTMLElement>("a[href]");
    const url = link && peekUrlOf(link);
    return url && this.hasFrameTarget && !this.element.contains(link) ? { link, url } : null;
  }

  private show(link: HTMLElement, url: string): void {
    this.card?.hide();
    if (!this.element.hidden && this.asked === link) return this.close();
    this.asked = link;
    this.element.hidden = false;
    if (this.frameTarget.getAttribute("src") !== url) this.frameTarget.setAttribute("src", url);
  }

  private readonly leave = (): void => {
    if (location.pathname === this.path) return;
    this.path = location.pathname;
    this.element.hidden = true;
  };
}
