import { element, shapeIcon } from "./element";
import type { Scene } from "./scene";

/** Chips by category and a choice of kinds; nothing chosen shows everything. */
export class Filters {
  readonly bar = element("div", { class: "filters", role: "group", "aria-label": "Shown" });
  private readonly categories = new Set<string>();
  private kind = "";
  private shown = "";

  constructor(private readonly changed: () => void) {}

  /** Offers what there is; built anew only when that changed. */
  offer(scene: Scene): void {
    const sectors = scene.data.sectors.map(({ category, label }) => ({ category, label }));
    if (scene.data.axis.length) sectors.push({ category: "practice", label: scene.data.axisLabel ?? "What ties them" });
    const kinds = new Map(scene.things.map((thing) => [thing.kind, thing.kindLabel]));
    const offered = JSON.stringify([sectors, [...kinds]]);
    if (offered === this.shown) return;
    this.shown = offered;
    this.bar.replaceChildren(...sectors.map(({ category, label }) => this.chip(category, label)), this.kindChoice(kinds));
  }

  apply(scene: Scene): void {
    scene.things.forEach((thing, i) => {
      const isOut = (this.categories.size > 0 && !this.categories.has(thing.category)) || (this.kind !== "" && thing.kind !== this.kind);
      scene.filtered[i] = isOut ? 1 : 0;
    });
  }

  private chip(category: string, label: string): HTMLElement {
    const chip = element("button", { type: "button", class: "chip only-shape", "aria-pressed": String(this.categories.has(category)), "aria-label": `Only ${label}`, title: `Only ${label}` }, shapeIcon(category));
    chip.addEventListener("click", () => {
      if (!this.categories.delete(category)) this.categories.add(category);
      chip.setAttribute("aria-pressed", String(this.categories.has(category)));
      this.changed();
    });
    return chip;
  }

  private kindChoice(kinds: Map<string, string>): HTMLElement {
    const choice = element("select", { class: "chip", "aria-label": "Kind" }, element("option", { value: "" }, "All kinds"));
    for (const [kind, label] of [...kinds].sort((a, b) => a[1].localeCompare(b[1]))) choice.append(element("option", { value: kind }, label));
    if (!kinds.has(this.kind)) this.kind = "";
    choice.value = this.kind;
    choice.addEventListener("change", () => {
      this.kind = choice.value;
      choice.classList.toggle("on", this.kind !== "");
      this.changed();
    });
    return choice;
  }
}
