export interface Column {
  element: HTMLElement;
  list: HTMLElement;
  /** What the form says for it. */
  value: string;
  title: string;
}

/** The columns of a board as they stand in the page. */
export class Columns {
  private known = new WeakMap<HTMLElement, Column>();

  constructor(private readonly board: HTMLElement) {}

  get all(): Column[] {
    return [...this.board.querySelectorAll<HTMLElement>(".board-column")].map((element) => this.read(element));
  }

  of(list: HTMLElement): Column | null {
    const element = list.closest<HTMLElement>(".board-column");
    return element && this.read(element);
  }

  holding(card: HTMLElement): Column | null {
    return card.parentElement && this.of(card.parentElement);
  }

  /** Puts a card where the answer's order has it, which is where the server will draw it: so nothing jumps. */
  place(card: HTMLElement, column: Column): void {
    const order = Number(card.dataset.order);
    const after = [...column.list.children].find((other) => other !== card && Number((other as HTMLElement).dataset.order) > order);
    if (card.parentElement === column.list && card.nextElementSibling === (after ?? null)) return;
    column.list.insertBefore(card, after ?? null);
  }

  /** Takes a card from one column to another, with the counts in their heads. */
  transfer(card: HTMLElement, from: Column, to: Column): void {
    this.place(card, to);
    count(from, -1);
    count(to, 1);
  }

  // The element stays the same as long as its column does; what it says may change with a morph.
  private read(element: HTMLElement): Column {
    const column = this.known.get(element) ?? { element, list: element.querySelector<HTMLElement>(".cards")!, value: "", title: "" };
    column.list = element.querySelector<HTMLElement>(".cards")!;
    column.value = element.dataset.value ?? "";
    column.title = element.dataset.title ?? "";
    this.known.set(element, column);
    return column;
  }
}

function count(column: Column, by: number): void {
  const head = column.element.querySelector(".count");
  if (!head) return;
  head.textContent = (Number(head.textContent?.replaceAll(",", "")) + by).toLocaleString("en-US");
  column.element.querySelector<HTMLElement>(".nobody")?.toggleAttribute("hidden", column.list.children.length > 0);
}
