import { Controller } from "@hotwired/stimulus";
import { icon } from "../icons";
import { Options } from "../options";
import { commandsOnPage, matches, type PageCommand } from "../palette/commands";
import { recent } from "../palette/recent";
import { Turbo } from "../turbo";

/** The search field at the top: what is typed finds things, pages and commands; without script it is a plain search. */
export class PaletteController extends Controller<HTMLElement> {
  static values = { url: String };
  static targets = ["input", "list"];
  declare readonly urlValue: string;
  declare readonly inputTarget: HTMLInputElement;
  declare readonly listTarget: HTMLElement;

  private timer = 0;
  private asking: AbortController | null = null;
  private options!: Options;

  connect(): void {
    this.inputTarget.setAttribute("role", "combobox");
    this.inputTarget.setAttribute("aria-autocomplete", "list");
    this.inputTarget.setAttribute("aria-controls", this.listTarget.id);
    this.options = new Options(this.inputTarget, this.listTarget);
    this.options.close();
  }

  disconnect(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  ask(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.find(), 60);
  }

  press(event: KeyboardEvent): void {
    const { options } = this;
    if (event.key === "Escape") {
      if (!options.isOpen) this.clear();
      options.close();
    } else if (event.key === "ArrowDown") options.step(1);
    else if (event.key === "ArrowUp") options.step(-1);
    else if (event.key === "Enter" && options.marked) this.choose(options.marked);
    else return;
    event.preventDefault();
  }

  take(event: PointerEvent): void {
    const option = this.options.under(event);
    event.preventDefault();
    if (option) this.choose(option);
  }

  leave(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.options.close();
  }

  private async find(): Promise<void> {
    const typed = this.inputTarget.value.trim();
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const answer = await fetch(`${this.urlValue}${this.urlValue.includes("?") ? "&" : "?"}q=${encodeURIComponent(typed)}`, { signal: this.asking.signal });
      if (!answer.ok) return;
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      const here = commandsOnPage().filter((command) => matches(command.title, typed));
      const offered = typed === "" ? [...this.visited(), ...here.slice(0, 5).map(entry)] : here.slice(0, 3).map(entry);
      this.listTarget.replaceChildren(...(typed === "" ? offered : []), ...found.body.children, ...(typed === "" ? [] : offered));
      if (typed !== "" && this.options.all.length === 0) this.listTarget.append(entry(this.searchFor(typed)));
      this.options.all.forEach((option, index) => (option.id = `palette-${index}`));
      this.options.show(typed !== "");
    } catch {
      // left, or the server is away: the words that were typed still search
    }
  }

  private visited(): HTMLElement[] {
    return recent(location.pathname).map((visit) => entry({ title: visit.title, note: "seen lately", href: visit.href, sign: "earlier" }));
  }

  // Nothing is no answer: the words may stand in a text.
  private searchFor(typed: string): PageCommand {
    const field = this.inputTarget;
    const address = new URL(field.form?.action ?? location.href);
    for (const [name, value] of new FormData(field.form ?? undefined)) if (name !== field.name) address.searchParams.set(name, String(value));
    address.searchParams.set(field.name, typed);
    return { title: `Nothing is called “${typed}”`, note: "search everything", sign: "search", href: address.href };
  }

  private choose(option: HTMLElement): void {
    const { href, press } = option.dataset;
    this.clear();
    this.options.close();
    if (press) document.querySelector<HTMLElement>(`[data-palette-press="${CSS.escape(press)}"]`)?.click();
    else if (href && document.dispatchEvent(new CustomEvent("orrery:open", { detail: href, cancelable: true }))) Turbo.visit(href);
  }

  private clear(): void {
    this.inputTarget.value = "";
    this.inputTarget.blur();
  }
}

function entry(command: PageCommand): HTMLElement {
  const item = document.createElement("li");
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  if (command.href) item.dataset.href = command.href;
  if (command.press) item.dataset.press = command.press;
  const title = document.createElement("span");
  title.dir = "auto";
  title.textContent = command.title;
  const note = document.createElement("span");
  note.className = "note";
  note.textContent = command.note;
  item.append(icon(command.sign), title, note);
  return item;
}
