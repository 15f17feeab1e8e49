import { Controller } from "@hotwired/stimulus";
import { isTyping } from "../typing";

interface Kept {
  path: string;
  bar: string;
  chosen: string[];
  isAll: boolean;
}

// What was chosen in a table that is being sorted, grouped or paged: the same page, so the same choice. It ends with the page.
let kept: Kept | null = null;
document.addEventListener("turbo:load", () => {
  if (kept?.path !== location.pathname) kept = null;
});

/** Rows of a table are chosen: by a click on their box, a range with Shift, X, or all of the answer; a bar says what to do with them. */
export class ChooseController extends Controller<HTMLElement> {
  static targets = ["bar", "count", "all"];
  declare readonly barTarget: HTMLFormElement;
  declare readonly countTarget: HTMLElement;
  declare readonly allTarget: HTMLFieldSetElement;

  private readonly chosen = new Set<string>();
  private last: string | null = null;
  private isAll = false;
  private path = "";

  connect(): void {
    this.path = location.pathname;
    if (kept?.path === this.path && kept.bar === this.barTarget.id) {
      kept.chosen.forEach((id) => this.chosen.add(id));
      this.isAll = kept.isAll;
    }
    kept = null;
    for (const box of this.boxes()) if (box.checked) this.chosen.add(box.value);
    this.element.addEventListener("click", this.click);
    this.element.addEventListener("keydown", this.press, { capture: true });
    this.barTarget.addEventListener("formdata", this.send);
    document.addEventListener("turbo:morph", this.show);
    this.element.addEventListener("sheet:came", this.show);
    this.show();
  }

  disconnect(): void {
    if (this.isAll || this.chosen.size > 0) kept = { path: this.path, bar: this.barTarget.id, chosen: [...this.chosen], isAll: this.isAll };
    this.element.removeEventListener("click", this.click);
    this.element.removeEventListener("keydown", this.press, { capture: true });
    this.barTarget.removeEventListener("formdata", this.send);
    document.removeEventListener("turbo:morph", this.show);
    this.element.removeEventListener("sheet:came", this.show);
  }

  /** All of the answer, also what is not on the page. */
  every(): void {
    this.isAll = true;
    this.chosen.clear();
    this.show();
  }

  none(): void {
    this.isAll = false;
    this.chosen.clear();
    this.last = null;
    this.show();
  }

  private readonly click = (event: MouseEvent): void => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || !box.classList.contains("choose")) return;
    event.stopPropagation();
    this.choose(box, box.checked, event.shiftKey);
  };

  // Before the table and the page hear of it: Escape leaves the choice before it leaves anything else.
  private readonly press = (event: KeyboardEvent): void => {
    if (isTyping(event.target) || event.altKey || !(event.target instanceof Element)) return;
    const row = event.target.closest("tr");
    const box = row?.querySelector<HTMLInputElement>(".choose") ?? null;
    const key = event.key.toLowerCase();
    if (key === "a" && (event.ctrlKey || event.metaKey) && row) this.every();
    else if (event.ctrlKey || event.metaKey) return;
    else if (key === "x" && box) this.choose(box, !this.isChosen(box), event.shiftKey);
    else if (event.shiftKey && (key === "arrowdown" || key === "arrowup") && box) return this.extend(box, key === "arrowdown");
    else if (key === "escape" && (this.isAll || this.chosen.size > 0)) this.none();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  // The table moves the focus by the arrow; the row it comes from and the row it goes to are chosen.
  private extend(box: HTMLInputElement, isDown: boolean): void {
    const boxes = this.boxes();
    this.choose(box, true, false);
    const next = boxes[boxes.indexOf(box) + (isDown ? 1 : -1)];
    if (next) this.choose(next, true, false);
  }

  private choose(box: HTMLInputElement, isOn: boolean, isRange: boolean): void {
    if (this.isAll) {
      this.isAll = false;
      for (const other of this.boxes()) this.chosen.add(other.value);
    }
    for (const one of isRange ? this.between(box) : [box]) {
      if (isOn) this.chosen.add(one.value);
      else this.chosen.delete(one.value);
    }
    this.last = box.value;
    this.show();
  }

  private between(box: HTMLInputElement): HTMLInputElement[] {
    const boxes = this.boxes();
    const [from, to] = [boxes.findIndex((other) => other.value === this.last), boxes.indexOf(box)];
    return from < 0 ? [box] : boxes.slice(Math.min(from, to), Math.max(from, to) + 1);
  }

  private isChosen(box: HTMLInputElement): boolean {
    return this.isAll || this.chosen.has(box.value);
  }

  private readonly show = (): void => {
    for (const box of this.boxes()) {
      box.checked = this.isChosen(box);
      box.closest("tr")?.classList.toggle("chosen", box.checked);
      // X chooses the row in focus: no stop of its own for each box.
      box.tabIndex = -1;
    }
    const isAny = this.isAll || this.chosen.size > 0;
    this.element.classList.toggle("some", isAny);
    this.barTarget.classList.toggle("open", isAny);
    this.allTarget.disabled = !this.isAll;
    this.countTarget.textContent = this.isAll ? "All chosen" : `${this.chosen.size} chosen`;
  };

  private readonly send = (event: FormDataEvent): void => {
    event.formData.delete("of");
    if (!this.isAll) for (const id of this.chosen) event.formData.append("of", id);
  };

  private boxes(): HTMLInputElement[] {
    return [...this.element.querySelectorAll<HTMLInputElement>("tbody .choose")];
  }
}
