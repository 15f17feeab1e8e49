import { Controller } from "@hotwired/stimulus";
import { Options } from "../options";

/** Suggests things while a title is typed (a combobox); what is chosen is sent by its ref, so that no title is ambiguous. */
export class SuggestController extends Controller<HTMLElement> {
  static values = { url: String, still: Boolean };
  static targets = ["input", "chosen", "list"];
  declare readonly urlValue: string;
  declare readonly stillValue: boolean;
  declare readonly inputTarget: HTMLInputElement;
  declare readonly chosenTarget: HTMLInputElement;
  declare readonly listTarget: HTMLElement;

  private timer = 0;
  private asking: AbortController | null = null;
  private asked: string | null = null;
  private options!: Options;

  connect(): void {
    this.inputTarget.setAttribute("role", "combobox");
    this.inputTarget.setAttribute("aria-autocomplete", "list");
    this.inputTarget.setAttribute("aria-controls", this.listTarget.id);
    this.options = new Options(this.inputTarget, this.listTarget);
    this.options.close();
    if (!this.stillValue && matchMedia("(hover: hover)").matches) this.inputTarget.focus();
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
    const { options } = this;
    if (event.key === "Escape" && options.isOpen) options.close();
    else if (event.key === "ArrowDown" && !options.isOpen) void this.fetch(this.inputTarget.value);
    else if (event.key === "ArrowDown") options.step(1);
    else if (event.key === "ArrowUp" && options.isOpen) options.step(-1);
    else if (event.key === "Enter" && options.isOpen && options.marked) this.choose(options.marked);
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

  private async fetch(text: string): Promise<void> {
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const answer = await fetch(`${this.urlValue}&q=${encodeURIComponent(text)}`, { signal: this.asking.signal });
      if (!answer.ok) return;
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.asked = text;
      this.listTarget.replaceChildren(...found.body.children);
      this.options.show(false);
    } catch {
      // left, or the server is away: the words that were typed still do
    }
  }

  private choose(option: HTMLElement): void {
    this.inputTarget.value = option.dataset.title ?? "";
    this.chosenTarget.value = option.dataset.ref ?? "";
    for (const radio of this.element.querySelectorAll<HTMLInputElement>("[type=radio]")) radio.checked = false;
    this.options.close();
  }
}
