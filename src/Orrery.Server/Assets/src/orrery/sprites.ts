import type { Palette } from "./palette";
import { assertions } from "./scene";
import { traceShape } from "./shapes";

const steps = 24;
const growth = 1.13;
const smallest = 1.4;
const looks = 12;

/** Every body is one of few pictures: category, trust, assertion and a step of size, drawn once. */
export class Sprites {
  private pictures: (ImageBitmap | undefined)[] = [];

  constructor(private readonly palette: Palette, private readonly density: number) {}

  static step(size: number): number {
    const step = Math.round(Math.log(Math.max(size, smallest) / smallest) / Math.log(growth));
    return Math.min(step, steps - 1);
  }

  of(category: number, look: number, step: number): ImageBitmap {
    const key = (category * looks + look) * steps + step;
    return (this.pictures[key] ??= this.draw(category, look, smallest * growth ** step));
  }

  private draw(category: number, look: number, size: number): ImageBitmap {
    const edge = Math.ceil((size * 1.35 + 6) * this.density) * 2;
    const canvas = new OffscreenCanvas(edge, edge);
    const pen = canvas.getContext("2d")!;
    pen.translate(edge / 2, edge / 2);
    pen.scale(this.density, this.density);
    pen.lineJoin = "round";
    drawBody(pen, category, Math.floor(look / assertions.length), look % assertions.length, size, this.palette);
    return canvas.transferToImageBitmap();
  }
}

/** Fresh solid ring, ageing dashed, stale faint and hollow; inferred dotted edge, validated double. */
function drawBody(pen: OffscreenCanvasRenderingContext2D, category: number, trust: number, assertion: number, size: number, palette: Palette): void {
  const isStale = trust === 3;
  const isInferred = assertion === 1;
  pen.strokeStyle = pen.fillStyle = palette.hue[category];
  traceShape(pen, category, 0, 0, size);
  if (!isStale) {
    pen.globalAlpha = isInferred && size > 3 ? 0.42 : trust === 2 ? 0.8 : 0.95;
    pen.fill();
  }
  if (isStale || (isInferred && size > 3)) {
    pen.globalAlpha = isStale ? 0.6 : 0.9;
    pen.lineWidth = 1;
    if (isInferred && size > 3) pen.setLineDash([1, 1.8]);
    pen.stroke();
  }
  if (size < 4.1 || trust === 0 || isStale) return;
  pen.lineWidth = 1;
  pen.globalAlpha = 0.75;
  pen.setLineDash(trust === 2 ? [2.2, 2.4] : []);
  traceShape(pen, category, 0, 0, size + 2.7);
  pen.stroke();
  if (assertion !== 2) return;
  traceShape(pen, category, 0, 0, size + 4.9);
  pen.stroke();
}
