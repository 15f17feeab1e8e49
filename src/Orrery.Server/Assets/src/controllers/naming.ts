import { Controller } from "@hotwired/stimulus";
import { nameBefore } from "../naming";

/** Offers people after an @ and things after [[ while a text is written. */
export class NamingController extends Controller<HTMLElement> {
  static values = { url: String };
  static targets = ["text", "list"];
  declare readonly urlValue: string;
  declare readonly textTarget: HTMLTextAreaElement;
  declare readonly listTarget: HTMLElement;

  private asking: AbortController | null = null;
  private at = -1;

  connect(): void {
    this.textTarget.setAttribute("aria-autocomplete", "list");
    this.textTarget.setAttribute("aria-controls", this.listTarget.id);
    this.leave();
  }

  disconnect(): void {
    this.asking?.abort();
  }

  look(): void {
    const name = nameBefore(this.textTarget.value, this.textTarget.selectionStart);
    if (name) void this.find(name.typed, name.sign === "@");
    else this.leave();
  }

  press(event: KeyboardEvent): void {
    if (this.listTarget.hidden) return;
    const last = this.options.length - 1;
    if (event.key === "Escape") this.leave();
    else if (event.key === "ArrowDown") this.mark(this.at >= last ? 0 : this.at + 1);
    else if (event.key === "ArrowUp") this.mark(this.at <= 0 ? last : this.at - 1);
    else if ((event.key === "Enter" || event.key === "Tab") && this.at >= 0) this.insert(this.options[this.at]);
    else return;
    event.preventDefault();
  }

  take(event: PointerEvent): void {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
    event.preventDefault();
    if (option) this.insert(option);
  }

  leave(): void {
    this.asking?.abort();
    this.listTarget.hidden = true;
    this.at = -1;
    this.textTarget.removeAttribute("aria-activedescendant");
  }

  private get options(): HTMLElement[] {
    return [...this.listTarget.querySelectorAll<HTMLElement>("[role=option]")];
  }

  private async find(typed: string, people: boolean): Promise<void> {
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const answer = await fetch(`${this.urlValue}?q=${encodeURIComponent(typed)}${people ? "&people=1" : ""}`, { signal: this.asking.signal });
      if (!answer.ok) return;
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.listTarget.replaceChildren(...found.body.children);
      this.listTarget.hidden = this.options.length === 0 || document.activeElement !== this.textTarget;
      this.mark(this.listTarget.hidden ? -1 : 0);
    } catch {
      // left, or the server is away: names can be typed
    }
  }

  private mark(place: number): void {
    this.at = place;
    this.options.forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
    const marked = this.options[place];
    if (marked) this.textTarget.setAttribute("aria-activedescendant", marked.id);
    else this.textTarget.removeAttribute("aria-activedescendant");
  }

  private insert(option: HTMLElement): void {
    const text = this.textTarget;
    const name = nameBefore(text.value, text.selectionStart);
    if (!name) return this.leave();
    const said = name.sign === "@" ? `@${option.dataset.insert ?? ""} ` : `[[${option.dataset.insert ?? ""}]] `;
    text.setRangeText(said, name.from, text.selectionStart, "end");
    this.leave();
  }
}
