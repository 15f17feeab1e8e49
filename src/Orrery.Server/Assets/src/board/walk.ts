/** The card that an arrow leads to: the next in its column, or the one as far down in the next column that has any. */
export function step(lists: HTMLElement[], card: HTMLElement, across: number, down: number): HTMLElement | null {
  const at = lists.findIndex((list) => list.contains(card));
  if (at < 0) return null;
  const row = cardsOf(lists[at]).indexOf(card);
  if (down !== 0) return cardsOf(lists[at])[row + down] ?? card;
  for (let next = at + across; next >= 0 && next < lists.length; next += across) {
    const cards = cardsOf(lists[next]);
    if (cards.length > 0) return cards[Math.min(row, cards.length - 1)];
  }
  return card;
}

function cardsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(":scope > .card")];
}
