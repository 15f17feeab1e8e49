/** Walks over the cells of a table as over a grid: one of them can be tabbed to, arrow keys lead to the others. */
export class Cells {
  private current: HTMLTableCellElement | null = null;

  constructor(private readonly table: HTMLTableElement) {
    this.refresh();
  }

  /** After rows came or were drawn anew. */
  refresh(): void {
    this.table.setAttribute("role", "grid");
    if (!this.current?.isConnected) this.current = this.table.querySelector<HTMLTableCellElement>("tbody:not([data-waits]) td");
    for (const link of this.table.querySelectorAll<HTMLElement>("tbody a[href]")) link.tabIndex = -1;
    if (this.current) target(this.current).tabIndex = 0;
  }

  focused(element: EventTarget | null): void {
    const cell = element instanceof Element ? element.closest<HTMLTableCellElement>("tbody td, tbody th") : null;
    if (!cell || cell === this.current) return;
    if (this.current) target(this.current).tabIndex = -1;
    this.current = cell;
    target(cell).tabIndex = 0;
  }

  /** Puts the focus on a cell, or on the one thing in it that can be used. */
  go(cell: HTMLTableCellElement | null | undefined): void {
    if (!cell) return;
    const place = target(cell);
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  press(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || !(event.target instanceof Element)) return;
    const cell = event.target.closest<HTMLTableCellElement>("tbody td, tbody th");
    if (!cell || !this.table.contains(cell)) return;
    const next = this.next(cell, event);
    if (next === undefined) return;
    event.preventDefault();
    this.go(next);
  }

  /** The next cell in reading order that can be edited. */
  editableAfter(cell: HTMLTableCellElement, isBackward: boolean): HTMLTableCellElement | null {
    const cells = [...this.table.querySelectorAll<HTMLTableCellElement>("tbody td:has(> .cell-edit), tbody td:has(> .cell-form)")];
    return cells[cells.indexOf(cell) + (isBackward ? -1 : 1)] ?? null;
  }

  private next(cell: HTMLTableCellElement, event: KeyboardEvent): HTMLTableCellElement | null | undefined {
    const row = cell.parentElement as HTMLTableRowElement;
    const isRightToLeft = getComputedStyle(this.table).direction === "rtl";
    const all = event.ctrlKey;
    switch (event.key) {
      case "ArrowLeft": return sibling(cell, isRightToLeft ? 1 : -1);
      case "ArrowRight": return sibling(cell, isRightToLeft ? -1 : 1);
      case "ArrowUp": return this.inRow(row, -1, cell.cellIndex);
      case "ArrowDown": return this.inRow(row, 1, cell.cellIndex);
      case "PageUp": return this.inRow(row, -20, cell.cellIndex);
      case "PageDown": return this.inRow(row, 20, cell.cellIndex);
      case "Home": return all ? this.rows()[0]?.cells[0] : row.cells[0];
      case "End": return all ? this.rows().at(-1)?.cells[cell.cellIndex] : row.cells[row.cells.length - 1];
      default: return undefined;
    }
  }

  private inRow(row: HTMLTableRowElement, by: number, column: number): HTMLTableCellElement | null {
    const rows = this.rows();
    const place = Math.min(rows.length - 1, Math.max(0, rows.indexOf(row) + by));
    const cells = rows[place]?.cells;
    return cells?.[Math.min(column, cells.length - 1)] ?? null;
  }

  private rows(): HTMLTableRowElement[] {
    return [...this.table.querySelectorAll<HTMLTableRowElement>("tbody:not([data-waits]) > tr")];
  }
}

function sibling(cell: HTMLTableCellElement, by: number): HTMLTableCellElement | null {
  const row = cell.parentElement as HTMLTableRowElement;
  return row.cells[cell.cellIndex + by] ?? null;
}

function target(cell: HTMLTableCellElement): HTMLElement {
  return cell.querySelector<HTMLElement>("a[href]") ?? cell;
}
