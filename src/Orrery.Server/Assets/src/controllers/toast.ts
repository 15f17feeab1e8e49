import { Controller } from "@hotwired/stimulus";

/** A toast leaves by itself, unless somebody is pointing at it or has focus in it. */
export class ToastController extends Controller<HTMLElement> {
  static values = { seconds: { type: Number, default: 12 } };
  declare readonly secondsValue: number;
  private timer = 0;

  connect(): void {
    this.element.addEventListener("pointerenter", this.hold);
    this.element.addEventListener("pointerleave", this.start);
    this.element.addEventListener("focusin", this.hold);
    this.element.addEventListener("focusout", this.start);
    this.start();
  }

  disconnect(): void {
    this.hold();
  }

  dismiss(): void {
    this.element.remove();
  }

  private readonly start = (): void => {
    this.hold();
    this.timer = window.setTimeout(() => this.element.remove(), this.secondsValue * 1000);
  };

  private readonly hold = (): void => clearTimeout(this.timer);
}
