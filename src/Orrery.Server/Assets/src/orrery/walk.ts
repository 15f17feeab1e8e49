import type { Band } from "./bands";
import type { Scene } from "./scene";

/** Where one may stand while walking: at a body, or at a band of many. */
export interface Stop {
  x: number;
  y: number;
  /** -1 at a band. */
  body: number;
  band: Band | null;
}

/** A step from where one stands, a band or a body; where one stands nowhere, to what is nearest to where the camera looks. */
export function stepFrom(scene: Scene, bands: readonly Band[], band: Band | null, body: number, [x, y]: [number, number], dx: number, dy: number): Stop | null {
  if (band) return nextStop(scene, bands, middleOf(band), dx, dy);
  if (body < 0) return nearestStop(scene, bands, x, y);
  return nextStop(scene, bands, { x: scene.layout.x[body], y: scene.layout.y[body] }, dx, dy);
}

/** The next stop in a direction (dx, dy is a unit vector), preferring straight ahead over near; null when there is none. */
export function nextStop(scene: Scene, bands: readonly Band[], from: { x: number; y: number }, dx: number, dy: number): Stop | null {
  let best: Stop | null = null;
  let bestCost = Infinity;
  for (const stop of stops(scene, bands)) {
    const [x, y] = [stop.x - from.x, stop.y - from.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (ahead <= 0.5 || aside > ahead * 1.75) continue;
    const cost = ahead + aside * 2;
    if (cost < bestCost) [best, bestCost] = [stop, cost];
  }
  return best;
}

/** The stop nearest a point: where walking starts. */
export function nearestStop(scene: Scene, bands: readonly Band[], x: number, y: number): Stop | null {
  let best: Stop | null = null;
  let least = Infinity;
  for (const stop of stops(scene, bands)) {
    const away = Math.hypot(stop.x - x, stop.y - y);
    if (away < least) [best, least] = [stop, away];
  }
  return best;
}

export function middleOf(band: Band): { x: number; y: number } {
  const [angle, radius] = [(band.from + band.to) / 2, (band.inner + band.outer) / 2];
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}

function* stops(scene: Scene, bands: readonly Band[]): Generator<Stop> {
  for (let body = 0; body < scene.count; body++)
    if (scene.isShown(body)) yield { x: scene.layout.x[body], y: scene.layout.y[body], body, band: null };
  for (const band of bands) yield { ...middleOf(band), body: -1, band };
}
