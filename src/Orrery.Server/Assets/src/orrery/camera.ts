import { discRadius } from "./layout";

const most = 14;

/** Where we look: world coordinates have the centre of the disc at 0, 0. */
export class Camera {
  width = 0;
  height = 0;
  zoom = 1;
  private x = 0;
  private y = 0;
  private fit = 1;

  resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    const narrow = width < 600;
    this.fit = Math.max(0.1, Math.min((width - (narrow ? 12 : 150)) / (discRadius * 2), (height - (narrow ? 92 : 28)) / (discRadius * 2)));
    this.keepInView();
  }

  /** Pixels for one unit of the world. */
  get scale(): number {
    return this.fit * this.zoom;
  }

  /** How much larger than laid out bodies are drawn: they grow slower than the space between them. */
  get bodyScale(): number {
    return Math.max(0.66, Math.min(this.fit, 1.15)) * Math.sqrt(this.zoom);
  }

  get originX(): number {
    return this.width / 2 - this.x * this.scale;
  }

  get originY(): number {
    return this.height / 2 - this.y * this.scale;
  }

  toWorldX(screen: number): number {
    return (screen - this.originX) / this.scale;
  }

  toWorldY(screen: number): number {
    return (screen - this.originY) / this.scale;
  }

  /** Zooms so that what is under a point of the screen stays there. */
  zoomAt(factor: number, screenX: number, screenY: number): void {
    const worldX = this.toWorldX(screenX);
    const worldY = this.toWorldY(screenY);
    this.zoom = Math.min(Math.max(this.zoom * factor, 1), most);
    this.x = worldX - (screenX - this.width / 2) / this.scale;
    this.y = worldY - (screenY - this.height / 2) / this.scale;
    this.keepInView();
  }

  pan(screenX: number, screenY: number): void {
    this.x -= screenX / this.scale;
    this.y -= screenY / this.scale;
    this.keepInView();
  }

  /** Looks at a point of the world; used in steps by Glide. */
  look(x: number, y: number, zoom: number): void {
    this.x = x;
    this.y = y;
    this.zoom = Math.min(Math.max(zoom, 1), most);
    this.keepInView();
  }

  view(): [x: number, y: number, zoom: number] {
    return [this.x, this.y, this.zoom];
  }

  /** Where to look so that a point of the screen is seen above a panel that covers the lower half; null when it is. */
  aboveSheet(screenY: number): [x: number, y: number, zoom: number] | null {
    const free = this.height * 0.34;
    return screenY < free ? null : [this.x, this.y + (screenY - free) / this.scale, Math.max(this.zoom, 1.02)];
  }

  /** Where it looks, for the address; nothing while it sees all. */
  get said(): string {
    return this.zoom === 1 ? "" : [Math.round(this.x), Math.round(this.y), Math.round(this.zoom * 100) / 100].join(",");
  }

  /** Looks where an address says. */
  lookAt(said: string): void {
    const [x, y, zoom] = said.split(",").map(Number);
    if ([x, y, zoom].every(Number.isFinite)) this.look(x, y, zoom);
  }

  /** Brings a point of the world on screen, with a margin, moving no more than needed. */
  shiftToShow(x: number, y: number): [x: number, y: number] {
    const halfWidth = Math.max(this.width / 2 - 60, 10) / this.scale;
    const halfHeight = Math.max(this.height / 2 - 50, 10) / this.scale;
    return [clamp(this.x, x - halfWidth, x + halfWidth), clamp(this.y, y - halfHeight, y + halfHeight)];
  }

  private keepInView(): void {
    const reach = discRadius * (1.12 - 1 / this.zoom);
    const spare = Math.max(0, (this.height - this.width) / 2 / this.scale);
    this.x = clamp(this.x, -reach, reach);
    this.y = clamp(this.y, -reach - spare, reach + spare);
    if (this.zoom === 1) this.x = this.y = 0; // all of it is always the same picture
  }
}

function clamp(value: number, least: number, greatest: number): number {
  return Math.min(Math.max(value, least), greatest);
}
