import { Controller } from "@hotwired/stimulus";
import { nameBefore } from "../naming";
import { Options } from "../options";

/** Offers people after an @ and things after [[ while a text is written. */
export class NamingController extends Controller<HTMLElement> {
  static values = { url: String };
  static targets = ["text", "list"];
  declare readonly urlValue: string;
  declare readonly textTarget: HTMLTextAreaElement;
  declare readonly listTarget: HTMLElement;

  private asking: AbortController | null = null;
  private options!: Options;
  private after = -1;

  connect(): void {
    this.textTarget.setAttribute("aria-autocomplete", "list");
    this.textTarget.setAttribute("aria-controls", this.listTarget.id);
    this.options = new Options(this.textTarget, this.listTarget);
    this.leave();
  }

  disconnect(): void {
    this.asking?.abort();
  }

  look(): void {
    this.join();
    const name = nameBefore(this.textTarget.value, this.textTarget.selectionStart);
    if (name) void this.find(name.typed, name.sign === "@");
    else this.leave();
  }

  press(event: KeyboardEvent): void {
    const { options } = this;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return this.textTarget.form?.requestSubmit();
    }
    if (!options.isOpen) return;
    if (event.key === "Escape") this.leave();
    else if (event.key === "ArrowDown") options.step(1);
    else if (event.key === "ArrowUp") options.step(-1);
    else if ((event.key === "Enter" || event.key === "Tab") && options.marked) this.insert(options.marked);
    else return;
    event.preventDefault();
  }

  take(event: PointerEvent): void {
    const option = this.options.under(event);
    event.preventDefault();
    if (option) this.insert(option);
  }

  leave(): void {
    this.asking?.abort();
    this.options.close();
  }

  private async find(typed: string, people: boolean): Promise<void> {
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const answer = await fetch(`${this.urlValue}?q=${encodeURIComponent(typed)}${people ? "&people=1" : ""}`, { signal: this.asking.signal });
      if (!answer.ok) return;
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.listTarget.replaceChildren(...found.body.children);
      this.options.show(true);
    } catch {
      // left, or the server is away: names can be typed
    }
  }

  /** What follows a name at once (a comma, a space) needs no space of ours before it. */
  private join(): void {
    const text = this.textTarget, end = text.selectionStart;
    if (end === this.after + 1 && /^ [\s.,;:?!)]$/.test(text.value.slice(end - 2, end))) text.setRangeText(text.value[end - 1] ?? "", end - 2, end, "end");
    this.after = -1;
  }

  private insert(option: HTMLElement): void {
    const text = this.textTarget;
    const name = nameBefore(text.value, text.selectionStart);
    if (!name) return this.leave();
    const said = name.sign === "@" ? `@${option.dataset.insert ?? ""} ` : `[[${option.dataset.insert ?? ""}]] `;
    text.setRangeText(said, name.from, text.selectionStart, "end");
    this.after = text.selectionStart;
    this.leave();
  }
}
