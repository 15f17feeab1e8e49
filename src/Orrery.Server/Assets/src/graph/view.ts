interface Point {
  x: number;
  y: number;
}

const [least, most] = [0.015, 4];
const closest = 1.4;

/** Where we look. */
export class View {
  width = 0;
  height = 0;
  scale = 1;
  private left = 0;
  private top = 0;

  at({ x, y }: Point): Point {
    return { x: (x - this.left) * this.scale, y: (y - this.top) * this.scale };
  }

  /** The point of the picture below one of the screen. */
  below(x: number, y: number): Point {
    return { x: x / this.scale + this.left, y: y / this.scale + this.top };
  }

  holds({ x, y }: Point): boolean {
    const seen = this.at({ x, y });
    return seen.x > 0 && seen.y > 0 && seen.x < this.width && seen.y < this.height;
  }

  pan(dx: number, dy: number): void {
    this.left -= dx / this.scale;
    this.top -= dy / this.scale;
  }

  /** What is below the point of the screen stays there. */
  zoom(factor: number, x = this.width / 2, y = this.height / 2): void {
    const kept = this.below(x, y);
    this.scale = Math.min(Math.max(this.scale * factor, least), most);
    this.left = kept.x - x / this.scale;
    this.top = kept.y - y / this.scale;
  }

  /** All of these, with room around them. */
  fit(points: readonly Point[]): void {
    if (points.length === 0) return;
    const { left, top, width, height } = boxOf(points);
    this.scale = Math.min(Math.max(Math.min((this.width - 120) / Math.max(width, 1), (this.height - 80) / Math.max(height, 1)), least), closest);
    this.centre({ x: left + width / 2, y: top + height / 2 });
  }

  centre({ x, y }: Point): void {
    this.left = x - this.width / 2 / this.scale;
    this.top = y - this.height / 2 / this.scale;
  }
}

export function boxOf(points: readonly Point[]): { left: number; top: number; width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  return { left, top, width: right - left, height: bottom - top };
}
