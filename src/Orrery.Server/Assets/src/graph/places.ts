export interface Place {
  id: string;
  x: number;
  y: number;
}

/** The next place in a direction (dx, dy is a unit vector), preferring straight ahead over near; null when there is none. */
export function nextInDirection(places: readonly Place[], from: Place, dx: number, dy: number): Place | null {
  let best: Place | null = null;
  let bestCost = Infinity;
  for (const place of places) {
    if (place.id === from.id) continue;
    const [x, y] = [place.x - from.x, place.y - from.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (ahead <= 0.5 || aside > ahead * 2) continue;
    const cost = ahead + aside * 2;
    if (cost < bestCost) [best, bestCost] = [place, cost];
  }
  return best;
}

export interface Label extends Place {
  /** In pixels of the screen. */
  width: number;
}

const height = 16;

/** Which labels fit without covering one another, the first ones first; places are pixels of the screen, labels stand right of them. */
export function fitting(labels: readonly Label[], gap: number): Set<string> {
  const cell = 64;
  const taken = new Map<string, [number, number, number, number][]>();
  const chosen = new Set<string>();
  for (const label of labels) {
    const box: [number, number, number, number] = [label.x + gap, label.y - height / 2, label.x + gap + label.width, label.y + height / 2];
    const cells = cellsOf(box, cell);
    if (cells.some((key) => taken.get(key)?.some((other) => covers(box, other)))) continue;
    chosen.add(label.id);
    for (const key of cells) (taken.get(key) ?? taken.set(key, []).get(key))?.push(box);
  }
  return chosen;
}

function cellsOf([left, top, right, bottom]: [number, number, number, number], cell: number): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(left / cell); column <= Math.floor(right / cell); column++)
    for (let row = Math.floor(top / cell); row <= Math.floor(bottom / cell); row++) keys.push(`${column} ${row}`);
  return keys;
}

function covers(one: [number, number, number, number], other: [number, number, number, number]): boolean {
  return one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
}

export interface Cluster {
  x: number;
  y: number;
  kind: string;
  count: number;
}

/** Far out, what lies in one piece of the screen is counted by kind; pieces with few things are left as they are. */
export function clusters(places: readonly (Place & { kind: string })[], cell: number, few: number): Cluster[] {
  const pieces = new Map<string, Cluster>();
  for (const { x, y, kind } of places) {
    const key = `${Math.floor(x / cell)} ${Math.floor(y / cell)} ${kind}`;
    const piece = pieces.get(key) ?? { x: 0, y: 0, kind, count: 0 };
    pieces.set(key, { kind, count: piece.count + 1, x: piece.x + x, y: piece.y + y });
  }
  return [...pieces.values()]
    .filter((piece) => piece.count > few)
    .map((piece) => ({ ...piece, x: piece.x / piece.count, y: piece.y / piece.count }));
}
