import type { Camera } from "./camera";
import type { Comparison } from "./compare";
import type { Palette } from "./palette";
import type { Scene } from "./scene";
import { Sprites } from "./sprites";

const staleLook = 9;

/** Under the bodies: the way that each took since the pinned moment. Pen in world coordinates. */
export function drawTrails(pen: CanvasRenderingContext2D, scene: Scene, comparison: Comparison, camera: Camera, palette: Palette): void {
  const { before, moved, was } = comparison;
  pen.lineWidth = 1.2 / camera.scale;
  pen.globalAlpha = 0.4;
  palette.hue.forEach((hue, category) => {
    pen.strokeStyle = hue;
    pen.beginPath();
    for (const body of moved) {
      if (scene.category[body] !== category || !scene.isShown(body)) continue;
      pen.moveTo(before.layout.x[was[body]], before.layout.y[was[body]]);
      pen.lineTo(scene.x[body], scene.y[body]);
    }
    pen.stroke();
  });
  pen.globalAlpha = 1;
}

/** Around the bodies: a bright ring for what came, a hollow ghost for what went. Pen in world coordinates. */
export function drawCameAndWent(pen: CanvasRenderingContext2D, scene: Scene, comparison: Comparison, camera: Camera, palette: Palette, sprites: Sprites, density: number): void {
  const { before } = comparison;
  const grown = camera.bodyScale / camera.scale;
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 1.5 / camera.scale;
  pen.beginPath();
  for (const body of comparison.came) {
    if (!scene.isShown(body)) continue;
    const reach = scene.layout.size[body] * grown + 5 / camera.scale;
    pen.moveTo(scene.x[body] + reach, scene.y[body]);
    pen.arc(scene.x[body], scene.y[body], reach, 0, Math.PI * 2);
  }
  pen.stroke();
  pen.globalAlpha = 0.75;
  for (const body of comparison.went) {
    if (before.filtered[body] === 1) continue;
    const picture = sprites.of(before.category[body], staleLook, Sprites.step(before.layout.size[body] * camera.bodyScale));
    const [width, height] = [picture.width / density / camera.scale, picture.height / density / camera.scale];
    pen.drawImage(picture, before.layout.x[body] - width / 2, before.layout.y[body] - height / 2, width, height);
  }
  pen.globalAlpha = 1;
}
