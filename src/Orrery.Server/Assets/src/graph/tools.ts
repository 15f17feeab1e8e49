import { element, shapeIcon } from "../orrery/element";
import type { State } from "./state";

/** A filter on offer. */
export interface Choice {
  value: string;
  title: string;
  count: number;
  category?: string;
}

export interface Wishes {
  changed(): void;
  arranged(): void;
  fit(): void;
  zoom(factor: number): void;
  join(): void;
  save(form: "svg" | "png"): void;
}

/** The buttons around a graph: how it is arranged, what is hidden, how near it is. */
export class Tools {
  readonly bar = element("div", { class: "graph-tools" });
  readonly said = element("p", { class: "graph-said", role: "status", "aria-live": "polite" });
  private readonly kinds = element("div", { class: "chips", role: "group", "aria-label": "Kinds shown" });
  private readonly types = element("div", { class: "chips", role: "group", "aria-label": "Relations shown" });
  private readonly layouts: HTMLButtonElement[] = [];

  constructor(private readonly state: State, private readonly wishes: Wishes) {
    const layouts = element("div", { class: "segments", role: "group", "aria-label": "Arranged" });
    for (const [value, title] of [["layered", "Layers"], ["organic", "Organic"]] as const) {
      const button = this.button(title, () => {
        state.layout = value;
        this.show();
        wishes.arranged();
      });
      button.dataset.layout = value;
      layouts.append(button);
      this.layouts.push(button);
    }
    const reduced = element("input", { type: "checkbox" });
    reduced.checked = state.isReduced;
    reduced.addEventListener("change", () => {
      state.isReduced = reduced.checked;
      wishes.changed();
    });
    this.bar.append(
      layouts, element("label", { class: "switch" }, reduced, "Hide shortcuts"), this.button("Path between two", wishes.join, "button small"),
      element("span", { class: "end" }), this.button("−", () => { wishes.zoom(1 / 1.4); }, "button small icon", "Zoom out"),
      this.button("+", () => { wishes.zoom(1.4); }, "button small icon", "Zoom in"), this.button("Fit", wishes.fit, "button small"),
      this.button("SVG", () => { wishes.save("svg"); }, "button quiet small", "Save what is shown as SVG"),
      this.button("PNG", () => { wishes.save("png"); }, "button quiet small", "Save what is shown as PNG"),
      this.kinds, this.types,
    );
    this.show();
  }

  tell(text: string): void {
    this.said.textContent = text;
  }

  /** Offers what there is to filter by. */
  offer(kinds: readonly Choice[], types: readonly Choice[]): void {
    this.kinds.replaceChildren(...kinds.map((choice) => this.chip(choice, this.state.kinds)));
    this.types.replaceChildren(...types.map((choice) => this.chip(choice, this.state.types)));
  }

  private chip(choice: Choice, hidden: Set<string>): HTMLButtonElement {
    const chip = element("button", { class: "chip", type: "button", "aria-pressed": String(!hidden.has(choice.value)) });
    if (choice.category) chip.append(shapeIcon(choice.category));
    chip.append(choice.title, element("span", { class: "count" }, String(choice.count)));
    chip.addEventListener("click", () => {
      if (!hidden.delete(choice.value)) hidden.add(choice.value);
      chip.setAttribute("aria-pressed", String(!hidden.has(choice.value)));
      this.wishes.changed();
    });
    return chip;
  }

  private show(): void {
    for (const button of this.layouts) button.setAttribute("aria-pressed", String(button.dataset.layout === this.state.layout));
  }

  private button(text: string, act: () => void, looks = "", label = ""): HTMLButtonElement {
    const button = element("button", { type: "button" }, text);
    if (looks) button.className = looks;
    if (label) button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    return button;
  }
}
