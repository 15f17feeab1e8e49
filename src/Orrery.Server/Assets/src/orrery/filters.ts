import { element, shapeIcon } from "./element";
import { said } from "./numbers";
import type { Scene } from "./scene";

export interface Choice {
  only: string;
  kind: string;
  owner: string;
  q: string;
}

/** What is shown: by category, kind, who holds it, words of its title, and one thread; nothing chosen shows everything. */
export class Filters {
  readonly bar = element("div", { class: "filters", role: "search", "aria-label": "Shown" });
  private readonly chips = element("div", { class: "filter-chips", role: "group", "aria-label": "Categories" });
  private readonly kinds = element("select", { class: "chip", "aria-label": "Kind" });
  private readonly owners = element("select", { class: "chip", "aria-label": "Held by" });
  private readonly words = element("input", { class: "chip", type: "search", "aria-label": "With the words", placeholder: "Words in titles", spellcheck: "false" });
  private readonly thread = element("button", { type: "button", class: "chip on", hidden: "", title: "Show everything again (F)" });
  private readonly clear = element("button", { type: "button", class: "chip", hidden: "" }, "Show everything");
  private readonly count = element("span", { class: "filter-count num", role: "status" });
  private readonly categories: Set<string>;
  private offered = "";

  private readonly choice: Choice;

  constructor(choice: Choice, private readonly changed: () => void, leaveThread: () => void) {
    this.choice = { ...choice };
    this.categories = new Set(choice.only.split(",").filter(Boolean));
    this.words.value = choice.q;
    this.kinds.addEventListener("change", () => this.choose({ kind: this.kinds.value }));
    this.owners.addEventListener("change", () => this.choose({ owner: this.owners.value }));
    this.words.addEventListener("input", () => this.choose({ q: this.words.value.trim() }));
    this.thread.addEventListener("click", leaveThread);
    this.clear.addEventListener("click", () => this.showEverything());
    this.bar.append(this.chips, this.kinds, this.owners, this.words, this.thread, this.clear, this.count);
  }

  /** As the address says it. */
  get said(): Choice {
    return { only: [...this.categories].join(","), kind: this.choice.kind, owner: this.choice.owner, q: this.choice.q };
  }

  private get isChosen(): boolean {
    return this.categories.size > 0 || [this.choice.kind, this.choice.owner, this.choice.q].some((said) => said !== "");
  }

  /** Offers what there is; built anew only when that changed. What is chosen stays on offer, though this moment may have none of it. */
  offer(scene: Scene): void {
    const sectors = scene.data.sectors.map(({ category, label }) => ({ category, label }));
    if (scene.data.axis.length) sectors.push({ category: "practice", label: scene.data.axisLabel ?? "What ties them" });
    const kinds = new Map(scene.things.map((thing) => [thing.kind, thing.kindLabel]));
    const offered = JSON.stringify([sectors, [...kinds], scene.data.holders]);
    if (offered === this.offered) return;
    this.offered = offered;
    this.chips.replaceChildren(...sectors.map(({ category, label }) => this.chip(category, label)));
    fill(this.kinds, "All kinds", [...kinds].sort((a, b) => a[1].localeCompare(b[1])), this.choice.kind);
    fill(this.owners, "Held by anyone", scene.data.holders.map(({ ref, title }): [string, string] => [ref, title]), this.choice.owner);
    this.owners.hidden = scene.data.holders.length === 0;
  }

  /** Marks what is left out. */
  apply(scene: Scene): void {
    const owner = scene.data.holders.findIndex((holder) => holder.ref === this.choice.owner);
    const words = this.choice.q.toLocaleLowerCase();
    scene.things.forEach((thing, i) => {
      const isOut = (this.categories.size > 0 && !this.categories.has(thing.category)) || (this.choice.kind !== "" && thing.kind !== this.choice.kind)
        || (this.choice.owner !== "" && !thing.held?.includes(owner)) || (words !== "" && !thing.title.toLocaleLowerCase().includes(words)) || scene.thread?.[i] === 0;
      scene.filtered[i] = isOut ? 1 : 0;
    });
  }

  /** Says what is left out; `thread` names what is in focus, or is empty. */
  tell({ count, filtered }: Scene, thread: string): void {
    this.thread.hidden = thread === "";
    this.thread.replaceChildren(`Thread of ${thread}`, element("span", { "aria-hidden": "true" }, "×"));
    this.thread.setAttribute("aria-label", `Thread of ${thread}: show everything again`);
    this.clear.hidden = !this.isChosen;
    this.count.textContent = this.isChosen || thread !== "" ? `${said(filtered.reduce((shown, out) => shown + 1 - out, 0))} of ${said(count)} shown` : "";
  }

  private choose(some: Partial<Choice>): void {
    Object.assign(this.choice, some);
    this.dress();
    this.changed();
  }

  private showEverything(): void {
    this.categories.clear();
    this.words.value = "";
    this.choose({ kind: "", owner: "", q: "" });
    this.words.focus();
  }

  private dress(): void {
    [this.kinds.value, this.owners.value] = [this.choice.kind, this.choice.owner];
    this.kinds.classList.toggle("on", this.choice.kind !== "");
    this.owners.classList.toggle("on", this.choice.owner !== "");
    for (const chip of this.chips.children) chip.setAttribute("aria-pressed", String(this.categories.has((chip as HTMLElement).dataset.category ?? "")));
  }

  private chip(category: string, label: string): HTMLElement {
    const chip = element("button", {
      type: "button", class: "chip only-shape", "data-category": category, "aria-pressed": String(this.categories.has(category)), "aria-label": `Only ${label}`, title: `Only ${label}`,
    }, shapeIcon(category));
    chip.addEventListener("click", () => {
      if (!this.categories.delete(category)) this.categories.add(category);
      this.choose({});
    });
    return chip;
  }
}

function fill(choice: HTMLSelectElement, all: string, options: [string, string][], chosen: string): void {
  choice.replaceChildren(element("option", { value: "" }, all), ...options.map(([value, label]) => element("option", { value }, label)));
  if (chosen !== "" && !options.some(([value]) => value === chosen)) choice.append(element("option", { value: chosen }, chosen));
  choice.value = chosen;
  choice.classList.toggle("on", chosen !== "");
}
