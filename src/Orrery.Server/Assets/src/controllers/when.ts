import { Controller } from "@hotwired/stimulus";
import { stepDate } from "../dates";
import { Turbo } from "../turbo";

/** The when bar: a date, steps, and "as known then", all of which are the address. */
export class WhenController extends Controller<HTMLElement> {
  static targets = ["date", "known"];
  static values = { now: String };
  declare readonly dateTarget: HTMLInputElement;
  declare readonly knownTarget: HTMLInputElement;
  declare readonly hasKnownTarget: boolean;
  declare readonly nowValue: string;

  go(event?: Event): void {
    event?.preventDefault();
    this.travel(this.dateTarget.value, this.hasKnownTarget && this.knownTarget.checked);
  }

  step(event: Event & { params: { by: string } }): void {
    const from = this.dateTarget.value || this.nowValue || new Date().toISOString().slice(0, 10);
    this.dateTarget.value = stepDate(from, event.params.by);
    this.go();
  }

  focus(): void {
    this.dateTarget.focus();
    try {
      this.dateTarget.showPicker();
    } catch {
      // a picker needs a gesture in some browsers; focus is enough
    }
  }

  private travel(date: string, known: boolean): void {
    const url = new URL(location.href);
    const isNow = !date || (date === this.nowValue && !known);
    set(url, "at", isNow ? "" : date);
    set(url, "known", known ? this.knownTarget.value : "");
    if (this.element.dispatchEvent(new CustomEvent("orrery:travel", { bubbles: true, cancelable: true, detail: { date: isNow ? "" : date, known } })))
      Turbo.visit(url.href, { action: "advance" });
  }
}

function set(url: URL, name: string, value: string): void {
  if (value) url.searchParams.set(name, value);
  else url.searchParams.delete(name);
}
