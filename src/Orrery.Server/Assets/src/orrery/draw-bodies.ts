import type { Camera } from "./camera";
import type { Motion } from "./motion";
import type { Scene } from "./scene";
import { Sprites } from "./sprites";

const stillAlpha = 0.28;

/** All bodies, as pictures on whole device pixels; and what just left, fading. `still` marks what a comparison leaves in the background. */
export function drawBodies(pen: CanvasRenderingContext2D, scene: Scene, camera: Camera, sprites: Sprites, motion: Motion, still: Uint8Array | null, density: number): void {
  const scale = camera.scale * density;
  const originX = camera.originX * density;
  const originY = camera.originY * density;
  const bodyScale = camera.bodyScale;
  const right = camera.width * density + 40;
  const bottom = camera.height * density + 40;
  const { x, y, alpha, category, look, filtered, banded, layout } = scene;

  for (let i = 0; i < scene.count; i++) {
    if (filtered[i] || banded[i]) continue;
    const atX = x[i] * scale + originX;
    const atY = y[i] * scale + originY;
    if (atX < -40 || atY < -40 || atX > right || atY > bottom) continue;
    const picture = sprites.of(category[i], look[i], Sprites.step(layout.size[i] * bodyScale));
    const seen = still !== null && still[i] === 1 ? alpha[i] * stillAlpha : alpha[i];
    if (seen < 1) pen.globalAlpha = seen;
    pen.drawImage(picture, Math.round(atX - picture.width / 2), Math.round(atY - picture.height / 2));
    if (seen < 1) pen.globalAlpha = 1;
  }
  if (motion.ghostAlpha <= 0) return;
  pen.globalAlpha = motion.ghostAlpha;
  for (const ghost of motion.ghosts) {
    const picture = sprites.of(ghost.category, ghost.look, Sprites.step(ghost.size * bodyScale));
    pen.drawImage(picture, Math.round(ghost.x * scale + originX - picture.width / 2), Math.round(ghost.y * scale + originY - picture.height / 2));
  }
  pen.globalAlpha = 1;
}
