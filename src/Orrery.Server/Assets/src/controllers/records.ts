import { Controller } from "@hotwired/stimulus";

/** A list of records: rows are added, moved and taken out. What is sent is what stands there, in its order. */
export class RecordsController extends Controller<HTMLElement> {
  static targets = ["row"];
  declare readonly rowTargets: HTMLElement[];

  connect(): void {
    this.number();
  }

  add(): void {
    const last = this.rowTargets.at(-1);
    if (!last) return;
    const row = last.cloneNode(true) as HTMLElement;
    for (const input of row.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")) input.value = "";
    last.after(row);
    this.number();
    row.querySelector<HTMLElement>("textarea")?.focus();
  }

  up(event: Event): void {
    const row = this.rowOf(event);
    this.move(row, () => row?.previousElementSibling?.before(row));
  }

  down(event: Event): void {
    const row = this.rowOf(event);
    const next = row?.nextElementSibling;
    if (row && next instanceof HTMLElement && this.rowTargets.includes(next)) this.move(row, () => next.after(row));
  }

  remove(event: Event): void {
    const row = this.rowOf(event);
    if (!row) return;
    const next = (row.nextElementSibling ?? row.previousElementSibling)?.querySelector<HTMLElement>("textarea, button");
    if (this.rowTargets.length > 1) row.remove();
    else for (const text of row.querySelectorAll("textarea")) text.value = "";
    this.number();
    next?.focus();
  }

  private move(row: HTMLElement | null, how: () => void): void {
    const had = document.activeElement;
    how();
    this.number();
    if (row && had instanceof HTMLElement && row.contains(had)) had.focus();
  }

  private rowOf(event: Event): HTMLElement | null {
    return (event.currentTarget as HTMLElement).closest<HTMLElement>("[data-records-target=row]");
  }

  private number(): void {
    for (const [index, row] of this.rowTargets.entries()) {
      const place = row.querySelector<HTMLInputElement>(".place input");
      if (place) place.value = String(index + 1);
    }
  }
}
