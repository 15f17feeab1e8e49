/** Brings the rows of a long table as one scrolls to them. Those that are not here yet keep their room, so that the scroll bar is true. */
export class Parts {
  private readonly observer: IntersectionObserver | null = null;
  private readonly asked = new Map<number, AbortController>();
  private rowHeight = 0;

  constructor(
    holder: HTMLElement,
    private readonly table: HTMLTableElement,
    private readonly address: string,
    private readonly size: number,
    private readonly came: () => void,
  ) {
    if (!address) return;
    const root = getComputedStyle(holder).overflowY === "auto" ? holder : null;
    this.observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.see(entry)), { root, rootMargin: "1200px 0px" });
    this.refresh();
  }

  disconnect(): void {
    this.observer?.disconnect();
    for (const asked of this.asked.values()) asked.abort();
  }

  /** Whether a morph has nothing better to say about an element: a part whose rows are here, or whose room is reserved. */
  holds(element: Element, newer: Element | undefined): boolean {
    if (!(element instanceof HTMLTableSectionElement) || element.dataset.number === undefined) return false;
    if (!(newer instanceof HTMLElement) || newer.dataset.waits === undefined) return false;
    if (element.dataset.waits !== undefined) element.dataset.waits = newer.dataset.waits;
    else element.dataset.old = "";
    return true;
  }

  /** After the page was drawn anew: room for what is not here, and once more what is here of before. */
  refresh(): void {
    if (!this.observer) return;
    for (const part of this.table.tBodies) {
      if (part.dataset.waits !== undefined) this.reserve(part);
      else if (part.dataset.old !== undefined) void this.fetch(part);
    }
  }

  private see(entry: IntersectionObserverEntry): void {
    if (entry.isIntersecting && entry.target instanceof HTMLTableSectionElement) void this.fetch(entry.target);
  }

  private reserve(part: HTMLTableSectionElement): void {
    this.rowHeight ||= this.measure();
    let cell = part.rows[0]?.cells[0];
    if (!cell) {
      const row = part.insertRow();
      row.setAttribute("aria-hidden", "true");
      cell = row.insertCell();
      cell.className = "reserve";
      cell.colSpan = this.table.tHead?.rows[0]?.cells.length ?? 1;
    }
    cell.style.blockSize = `${Math.round(Number(part.dataset.waits) * this.rowHeight)}px`;
    part.hidden = false;
    this.observer?.observe(part);
  }

  private measure(): number {
    const here = [...this.table.tBodies].find((part) => part.dataset.waits === undefined && part.rows.length > 0);
    return here ? here.getBoundingClientRect().height / here.rows.length : 28;
  }

  private async fetch(part: HTMLTableSectionElement): Promise<void> {
    const number = Number(part.dataset.number);
    if (this.asked.has(number)) return;
    const asked = new AbortController();
    this.asked.set(number, asked);
    try {
      const first = number * this.size;
      const response = await fetch(`${this.address}${first}-${first + this.size}`, { signal: asked.signal });
      if (!response.ok) return;
      const holder = document.createElement("template");
      holder.innerHTML = await response.text();
      const rows = holder.content.querySelector("tbody");
      if (!rows || !part.isConnected) return;
      this.observer?.unobserve(part);
      part.replaceWith(rows);
      this.came();
    } catch {
      // Asked again when it comes into sight once more.
    } finally {
      this.asked.delete(number);
    }
  }
}
