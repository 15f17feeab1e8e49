import type { Camera } from "./camera";

/** A short move of the camera, eased; at once for those who asked for no motion. */
export class Glide {
  private from: [number, number, number] = [0, 0, 1];
  private to: [number, number, number] = [0, 0, 1];
  private started = -1;
  private isMoving = false;

  constructor(private readonly camera: Camera, private readonly milliseconds: number) {}

  start(x: number, y: number, zoom: number): void {
    if (this.milliseconds === 0) return this.camera.look(x, y, zoom);
    this.from = this.camera.view();
    this.to = [x, y, zoom];
    this.started = -1;
    this.isMoving = true;
  }

  stop(): void {
    this.isMoving = false;
  }

  /** False when there is nothing to do. */
  step(time: number): boolean {
    if (!this.isMoving) return false;
    if (this.started < 0) this.started = time;
    const share = Math.min((time - this.started) / this.milliseconds, 1);
    const eased = 1 - (1 - share) ** 3;
    const zoom = this.from[2] * (this.to[2] / this.from[2]) ** eased;
    this.camera.look(mix(this.from[0], this.to[0], eased), mix(this.from[1], this.to[1], eased), zoom);
    this.isMoving = share < 1;
    return true;
  }
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
