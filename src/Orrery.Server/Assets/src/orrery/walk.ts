import type { Scene } from "./scene";

/** The next body in a direction (dx, dy is a unit vector), preferring straight ahead over near; -1 when there is none. */
export function nextInDirection(scene: Scene, from: number, dx: number, dy: number): number {
  let best = -1;
  let bestCost = Infinity;
  for (let i = 0; i < scene.count; i++) {
    if (i === from || !scene.isShown(i)) continue;
    const x = scene.layout.x[i] - scene.layout.x[from];
    const y = scene.layout.y[i] - scene.layout.y[from];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (ahead <= 0.5 || aside > ahead * 1.75) continue;
    const cost = ahead + aside * 2;
    if (cost < bestCost) [best, bestCost] = [i, cost];
  }
  return best;
}

/** The body nearest the centre: where walking starts. */
export function nearestToCentre(scene: Scene): number {
  let best = -1;
  for (let i = 0; i < scene.count; i++)
    if (scene.isShown(i) && (best < 0 || scene.layout.radius[i] < scene.layout.radius[best])) best = i;
  return best;
}
