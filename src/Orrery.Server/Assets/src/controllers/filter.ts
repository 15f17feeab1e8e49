import { Controller } from "@hotwired/stimulus";

/** Narrows grouped items to those with all the words typed; Enter opens the first that is left. */
export class FilterController extends Controller<HTMLElement> {
  static targets = ["input", "item", "group", "none"];
  declare readonly inputTarget: HTMLInputElement;
  declare readonly itemTargets: HTMLElement[];
  declare readonly groupTargets: HTMLElement[];
  declare readonly hasNoneTarget: boolean;
  declare readonly noneTarget: HTMLElement;

  // Where a finger types, the keyboard would hide what there is to choose.
  connect(): void {
    if (matchMedia("(hover: hover)").matches) this.inputTarget.focus();
    this.narrow();
  }

  narrow(): void {
    const words = this.inputTarget.value.toLowerCase().split(/\s+/u).filter(Boolean);
    for (const item of this.itemTargets) {
      const text = `${item.textContent} ${item.dataset.words ?? ""}`.toLowerCase();
      item.hidden = !words.every((word) => text.includes(word));
    }
    for (const group of this.groupTargets) group.hidden = !this.itemTargets.some((item) => !item.hidden && group.contains(item));
    if (this.hasNoneTarget) this.noneTarget.hidden = this.groupTargets.some((group) => !group.hidden);
  }

  open(event: Event): void {
    event.preventDefault();
    this.itemTargets.find((item) => !item.hidden)?.querySelector("a")?.click();
  }
}
