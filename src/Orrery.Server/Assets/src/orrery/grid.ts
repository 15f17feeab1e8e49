import type { Scene } from "./scene";

const cell = 16;
const half = 416;
const across = (half * 2) / cell;

/** Finds the body under a point without asking all of them. */
export class Grid {
  private readonly first = new Uint32Array(across * across + 1);
  private bodies = new Uint32Array(0);

  rebuild(scene: Scene): void {
    this.first.fill(0);
    for (let i = 0; i < scene.count; i++) if (scene.isShown(i)) this.first[cellOf(scene.layout.x[i], scene.layout.y[i]) + 1]++;
    for (let c = 0; c < across * across; c++) this.first[c + 1] += this.first[c];
    const next = this.first.slice();
    this.bodies = new Uint32Array(this.first[across * across]);
    for (let i = 0; i < scene.count; i++)
      if (scene.isShown(i)) this.bodies[next[cellOf(scene.layout.x[i], scene.layout.y[i])]++] = i;
  }

  /** The nearest body whose edge is within reach of the point, or -1. `grow` is how much larger bodies are drawn than laid out. */
  nearest(scene: Scene, x: number, y: number, reach: number, grow: number): number {
    let best = -1;
    let bestDistance = Infinity;
    const wide = reach + 9 * grow;
    const [top, bottom, left, right] = [columnOf(y - wide), columnOf(y + wide), columnOf(x - wide), columnOf(x + wide)];
    for (let row = top; row <= bottom; row++)
      for (let at = this.first[row * across + left]; at < this.first[row * across + right + 1]; at++) {
        const body = this.bodies[at];
        const distance = Math.hypot(scene.x[body] - x, scene.y[body] - y) - scene.layout.size[body] * grow;
        if (distance < reach && distance < bestDistance) [best, bestDistance] = [body, distance];
      }
    return best;
  }
}

function cellOf(x: number, y: number): number {
  return columnOf(y) * across + columnOf(x);
}

function columnOf(value: number): number {
  return Math.min(Math.max(Math.floor((value + half) / cell), 0), across - 1);
}
