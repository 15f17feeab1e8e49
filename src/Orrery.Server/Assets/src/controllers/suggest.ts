import { Controller } from "@hotwired/stimulus";

/** Suggests things while a title is typed (a combobox); what is chosen is sent by its ref, so that no title is ambiguous. */
export class SuggestController extends Controller<HTMLElement> {
  static values = { url: String };
  static targets = ["input", "chosen", "list"];
  declare readonly urlValue: string;
  declare readonly inputTarget: HTMLInputElement;
  declare readonly chosenTarget: HTMLInputElement;
  declare readonly listTarget: HTMLElement;

  private timer = 0;
  private asking: AbortController | null = null;
  private asked: string | null = null;
  private at = -1;

  connect(): void {
    this.inputTarget.setAttribute("role", "combobox");
    this.inputTarget.setAttribute("aria-autocomplete", "list");
    this.inputTarget.setAttribute("aria-controls", this.listTarget.id);
    this.close();
    if (matchMedia("(hover: hover)").matches) this.inputTarget.focus();
  }

  disconnect(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  ask(event: Event): void {
    if (event.type === "input") this.chosenTarget.value = "";
    if (this.chosenTarget.value !== "" || (event.type === "focus" && this.inputTarget.value === "")) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.fetch(this.inputTarget.value), this.asked === null ? 0 : 110);
  }

  press(event: KeyboardEvent): void {
    const last = this.options.length - 1;
    if (event.key === "Escape" && !this.listTarget.hidden) this.close();
    else if (event.key === "ArrowDown" && this.listTarget.hidden) void this.fetch(this.inputTarget.value);
    else if (event.key === "ArrowDown") this.mark(this.at >= last ? 0 : this.at + 1);
    else if (event.key === "ArrowUp" && !this.listTarget.hidden) this.mark(this.at <= 0 ? last : this.at - 1);
    else if (event.key === "Enter" && !this.listTarget.hidden && this.at >= 0) this.choose(this.options[this.at]);
    else return;
    event.preventDefault();
  }

  take(event: PointerEvent): void {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
    event.preventDefault();
    if (option) this.choose(option);
  }

  leave(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.close();
  }

  private get options(): HTMLElement[] {
    return [...this.listTarget.querySelectorAll<HTMLElement>("[role=option]")];
  }

  private async fetch(text: string): Promise<void> {
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const answer = await fetch(`${this.urlValue}&q=${encodeURIComponent(text)}`, { signal: this.asking.signal });
      if (!answer.ok) return;
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.asked = text;
      this.listTarget.replaceChildren(...found.body.children);
      this.show();
    } catch {
      // left, or the server is away: the words that were typed still do
    }
  }

  private show(): void {
    const has = this.options.length > 0 && document.activeElement === this.inputTarget;
    this.listTarget.hidden = !has;
    this.inputTarget.setAttribute("aria-expanded", String(has));
    this.mark(-1);
  }

  private mark(place: number): void {
    this.at = place;
    this.options.forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
    const marked = this.options[place];
    if (!marked) return this.inputTarget.removeAttribute("aria-activedescendant");
    this.inputTarget.setAttribute("aria-activedescendant", marked.id);
    marked.scrollIntoView({ block: "nearest" });
  }

  private choose(option: HTMLElement): void {
    this.inputTarget.value = option.dataset.title ?? "";
    this.chosenTarget.value = option.dataset.ref ?? "";
    for (const radio of this.element.querySelectorAll<HTMLInputElement>("[type=radio]")) radio.checked = false;
    this.close();
  }

  private close(): void {
    this.listTarget.hidden = true;
    this.inputTarget.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }
}
