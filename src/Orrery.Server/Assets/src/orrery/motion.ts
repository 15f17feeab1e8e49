import type { Scene } from "./scene";

/** What left, while it fades. */
export interface Ghost {
  x: number;
  y: number;
  size: number;
  category: number;
  look: number;
}

/** Bodies on their way from where they were to where they are: 220 ms, or none for those who asked for none. */
export class Motion {
  readonly ghosts: Ghost[] = [];
  private readonly fromX: Float32Array;
  private readonly fromY: Float32Array;
  private readonly isNew: Uint8Array;
  private started = -1;

  constructor(private readonly scene: Scene, before: Scene | null, private readonly milliseconds: number) {
    this.fromX = scene.layout.x.slice();
    this.fromY = scene.layout.y.slice();
    this.isNew = new Uint8Array(scene.count);
    if (before && milliseconds > 0) this.startFrom(before);
  }

  /** The share of the ghosts still to be seen. */
  ghostAlpha = 0;

  /** Moves everything to where it is at a time; false when all have arrived. */
  step(time: number): boolean {
    if (this.started < 0) this.started = time;
    const share = this.milliseconds > 0 ? Math.min((time - this.started) / this.milliseconds, 1) : 1;
    const eased = 1 - (1 - share) ** 3;
    const { x, y, alpha, layout } = this.scene;
    for (let i = 0; i < this.scene.count; i++) {
      x[i] = this.fromX[i] + (layout.x[i] - this.fromX[i]) * eased;
      y[i] = this.fromY[i] + (layout.y[i] - this.fromY[i]) * eased;
      alpha[i] = this.isNew[i] ? eased : 1;
    }
    this.ghostAlpha = 1 - eased;
    return share < 1;
  }

  private startFrom(before: Scene): void {
    this.scene.things.forEach((body, i) => {
      const old = before.indexOf.get(body.id);
      if (old === undefined) this.isNew[i] = 1;
      else [this.fromX[i], this.fromY[i]] = [before.x[old], before.y[old]];
    });
    before.things.forEach((body, i) => {
      if (!this.scene.indexOf.has(body.id) && before.isShown(i))
        this.ghosts.push({ x: before.x[i], y: before.y[i], size: before.layout.size[i], category: before.category[i], look: before.look[i] });
    });
  }
}
