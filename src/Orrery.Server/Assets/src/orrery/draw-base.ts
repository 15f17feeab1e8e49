import type { Band } from "./bands";
import type { Camera } from "./camera";
import { centreRadius, discRadius, orbitCount, orbitWidth, ringRadius, sectorSpan } from "./layout";
import type { Palette } from "./palette";
import { categories, type Category, type Scene } from "./scene";

/** The disc itself: sector tints, orbits, axes. In world coordinates, under everything. */
export function drawBase(pen: CanvasRenderingContext2D, scene: Scene, camera: Camera, palette: Palette): void {
  const scale = camera.scale;
  pen.translate(camera.originX, camera.originY);
  pen.scale(scale, scale);
  scene.data.sectors.forEach((sector, i) => tint(pen, i, scene.data.sectors.length, palette.hue[Math.max(0, categories.indexOf(sector.category as Category))]));
  pen.strokeStyle = palette.line;
  pen.lineWidth = 0.9 / scale;
  for (let orbit = 0; orbit < orbitCount; orbit++) ring(pen, ringRadius(orbit));
  ring(pen, centreRadius);
  axes(pen, scene.data.sectors.length, scale);
  pen.fillStyle = palette.ink;
  pen.beginPath();
  pen.arc(0, 0, 3 / Math.sqrt(scale), 0, Math.PI * 2);
  pen.fill();
}

function tint(pen: CanvasRenderingContext2D, index: number, count: number, hue: string): void {
  const [start, width] = sectorSpan(index, count);
  const gap = 0.017;
  pen.fillStyle = hue;
  for (let step = 0; step < orbitCount; step++) {
    const outer = step === orbitCount - 1 ? discRadius : ringRadius(step) + orbitWidth / 2;
    const inner = step === 0 ? centreRadius : ringRadius(step) - orbitWidth / 2;
    pen.globalAlpha = 0.014 + 0.0115 * step;
    pen.beginPath();
    pen.arc(0, 0, outer, start + gap, start + width - gap);
    pen.arc(0, 0, inner, start + width - gap, start + gap, true);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

function ring(pen: CanvasRenderingContext2D, radius: number): void {
  pen.beginPath();
  pen.arc(0, 0, radius, 0, Math.PI * 2);
  pen.stroke();
}

function axes(pen: CanvasRenderingContext2D, count: number, scale: number): void {
  pen.setLineDash([1 / scale, 4 / scale]);
  pen.beginPath();
  for (let i = 0; i < count; i++) {
    const [angle] = sectorSpan(i, count);
    pen.moveTo(Math.cos(angle) * centreRadius, Math.sin(angle) * centreRadius);
    pen.lineTo(Math.cos(angle) * discRadius, Math.sin(angle) * discRadius);
  }
  pen.stroke();
  pen.setLineDash([]);
}

/** The counted bands, beneath the bodies and dimmed with them. */
export function drawBands(pen: CanvasRenderingContext2D, camera: Camera, palette: Palette, bands: readonly Band[]): void {
  pen.translate(camera.originX, camera.originY);
  pen.scale(camera.scale, camera.scale);
  pen.lineWidth = 1 / camera.scale;
  for (const band of bands) drawBand(pen, band, palette);
}

function drawBand(pen: CanvasRenderingContext2D, band: Band, palette: Palette): void {
  pen.beginPath();
  pen.arc(0, 0, band.outer, band.from, band.to);
  pen.arc(0, 0, band.inner, band.to, band.from, true);
  pen.closePath();
  pen.fillStyle = pen.strokeStyle = palette.hue[band.category];
  pen.globalAlpha = Math.min(0.14 + band.count / 1200, 0.4);
  pen.fill();
  pen.globalAlpha = 0.55;
  pen.stroke();
  pen.globalAlpha = 1;
}
