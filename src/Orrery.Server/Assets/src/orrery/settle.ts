interface Settling {
  x: Float32Array;
  y: Float32Array;
  size: Float32Array;
  angle: Float32Array;
  radius: Float32Array;
}

const cell = 22;
const half = 420;
const across = Math.ceil((half * 2) / cell);
const farthest = 26;
const full = 9;

/**
 * Moves overlapping bodies apart along their arc, never in distance, first-seen first: what was there keeps its place when something joins it.
 */
export function settle(bodies: Settling, least: Float32Array, most: Float32Array, orders: Float64Array): void {
  const byOrder = Array.from(orders.keys()).sort((a, b) => orders[a] - orders[b] || a - b);
  const heads = new Int32Array(across * across).fill(-1);
  const next = new Int32Array(orders.length).fill(-1);
  const counts = new Uint8Array(across * across);

  for (const i of byOrder) {
    const wanted = Math.min(Math.max(bodies.angle[i], least[i]), most[i]);
    const isFull = counts[cellOf(Math.cos(wanted) * bodies.radius[i], Math.sin(wanted) * bodies.radius[i])] >= full;
    const angle = isFull ? wanted : freeAngle(bodies, i, least[i], most[i], heads, next);
    bodies.angle[i] = angle;
    bodies.x[i] = Math.cos(angle) * bodies.radius[i];
    bodies.y[i] = Math.sin(angle) * bodies.radius[i];
    const at = cellOf(bodies.x[i], bodies.y[i]);
    if (counts[at] < 255) counts[at]++;
    next[i] = heads[at];
    heads[at] = i;
  }
}

function freeAngle(bodies: Settling, i: number, least: number, most: number, heads: Int32Array, next: Int32Array): number {
  const wanted = bodies.angle[i];
  const radius = bodies.radius[i];
  const step = Math.max(2.4, bodies.size[i] * 0.9);
  const tries = Math.floor(farthest / step) * 2;
  for (let t = 0; t <= tries; t++) {
    const away = Math.ceil(t / 2) * (t % 2 === 0 ? -1 : 1) * step;
    const angle = wanted + away / radius;
    if (angle < least || angle > most) continue;
    if (isFree(bodies, i, Math.cos(angle) * radius, Math.sin(angle) * radius, heads, next)) return angle;
  }
  return Math.min(Math.max(wanted, least), most);
}

function isFree(bodies: Settling, i: number, x: number, y: number, heads: Int32Array, next: Int32Array): boolean {
  const column = columnOf(x);
  const row = columnOf(y);
  for (let r = Math.max(0, row - 1); r <= Math.min(across - 1, row + 1); r++)
    for (let c = Math.max(0, column - 1); c <= Math.min(across - 1, column + 1); c++)
      for (let other = heads[r * across + c]; other >= 0; other = next[other]) {
        const dx = bodies.x[other] - x;
        const dy = bodies.y[other] - y;
        const apart = bodies.size[other] + bodies.size[i] + 1.2;
        if (dx * dx + dy * dy < apart * apart) return false;
      }
  return true;
}

function cellOf(x: number, y: number): number {
  return columnOf(y) * across + columnOf(x);
}

function columnOf(value: number): number {
  return Math.min(Math.max(Math.floor((value + half) / cell), 0), across - 1);
}
