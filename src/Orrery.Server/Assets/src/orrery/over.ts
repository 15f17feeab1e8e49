import type { Band } from "./bands";
import type { Camera } from "./camera";
import type { Comparison } from "./compare";
import { type Labels, shorten } from "./labels";
import type { Palette } from "./palette";
import type { Scene } from "./scene";

export interface Overlay {
  pen: CanvasRenderingContext2D;
  scene: Scene;
  camera: Camera;
  palette: Palette;
  labels: Labels;
  bands: readonly Band[];
  density: number;
  /** What a comparison is with, or null. */
  comparison: Comparison | null;
  /** The band that a walk stands at, or null. */
  chosenBand: Band | null;
}

export function screenX(over: Overlay, body: number): number {
  return over.scene.x[body] * over.camera.scale + over.camera.originX;
}

export function screenY(over: Overlay, body: number): number {
  return over.scene.y[body] * over.camera.scale + over.camera.originY;
}

export function textStyle(over: Overlay, font: string, colour: string): void {
  over.labels.useFont(`${font} ${over.palette.sans}`);
  over.pen.fillStyle = colour;
  over.pen.strokeStyle = over.palette.bg;
  over.pen.lineWidth = 4;
}

/** One relation, as a curve; the pen's colour and width are the caller's. */
export function traceCurve(over: Overlay, from: number, to: number): void {
  const { pen, scene, camera } = over;
  const bend = bendOf(scene.x[from], scene.y[from], scene.x[to], scene.y[to]) * camera.scale;
  pen.moveTo(screenX(over, from), screenY(over, from));
  pen.quadraticCurveTo((scene.x[from] + scene.x[to]) * bend + camera.originX, (scene.y[from] + scene.y[to]) * bend + camera.originY, screenX(over, to), screenY(over, to));
}

/** Through the middle when they face each other, gently inwards when they are neighbours. */
function bendOf(x1: number, y1: number, x2: number, y2: number): number {
  const facing = (x1 * x2 + y1 * y2) / Math.max(Math.hypot(x1, y1) * Math.hypot(x2, y2), 1);
  return 0.2 + 0.22 * Math.max(0, facing) ** 2;
}

export function gapOf(over: Overlay, body: number): number {
  return over.scene.layout.size[body] * over.camera.bodyScale + 8;
}

export function label(over: Overlay, body: number, font: string, colour: string, gap: number, letters: number): boolean {
  textStyle(over, font, colour);
  const { camera, scene } = over;
  const x = screenX(over, body);
  const y = screenY(over, body);
  if (x < -20 || y < -20 || x > camera.width + 20 || y > camera.height + 20) return false;
  return over.labels.draw(shorten(scene.things[body].title, letters), x, y, gap, scene.x[body] < -30, camera.width, camera.height);
}

export function isInView(over: Overlay, body: number): boolean {
  const x = screenX(over, body);
  const y = screenY(over, body);
  return x > 0 && y > 0 && x < over.camera.width && y < over.camera.height;
}
