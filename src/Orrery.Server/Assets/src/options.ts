/** A list of options under a field that keeps the focus: one of them is marked, and the field says which. */
export class Options {
  private at = -1;

  constructor(private readonly field: HTMLElement, private readonly list: HTMLElement) {}

  get all(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>("[role=option]")];
  }

  get marked(): HTMLElement | undefined {
    return this.all[this.at];
  }

  get isOpen(): boolean {
    return !this.list.hidden;
  }

  /** Shows what the list holds, if anything, while the field has the focus; marks the first where asked to. */
  show(marksFirst: boolean): void {
    const has = this.all.length > 0 && document.activeElement === this.field;
    this.list.hidden = !has;
    this.expand(has);
    this.mark(has && marksFirst ? 0 : -1);
  }

  close(): void {
    this.list.hidden = true;
    this.expand(false);
    this.mark(-1);
  }

  /** Goes to the next or the one before, round and round. */
  step(by: 1 | -1): void {
    const count = this.all.length;
    if (count === 0) return;
    this.mark(this.at < 0 ? (by > 0 ? 0 : count - 1) : (this.at + by + count) % count);
  }

  /** The option under a pointer, or null. */
  under(event: Event): HTMLElement | null {
    return event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
  }

  // A text area has options too, and no state of being open.
  private expand(isOpen: boolean): void {
    if (this.field.getAttribute("role") === "combobox") this.field.setAttribute("aria-expanded", String(isOpen));
  }

  private mark(place: number): void {
    this.at = place;
    this.all.forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
    const { marked } = this;
    if (!marked) return this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", marked.id);
    marked.scrollIntoView({ block: "nearest" });
  }
}
