type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const half = Math.sqrt(3) / 2;

/** The path of a category's shape around a point; `size` is half its width, roughly. */
export function traceShape(pen: Pen, category: number, x: number, y: number, size: number): void {
  pen.beginPath();
  if (category === 0) pen.arc(x, y, size, 0, Math.PI * 2);
  else if (category === 1) polygon(pen, x, y, size * 1.22, diamond);
  else if (category === 2) polygon(pen, x, y, size * 1.14, hexagon);
  else if (category === 3) pen.roundRect(x - size * 0.95, y - size * 0.95, size * 1.9, size * 1.9, Math.min(1.2, size * 0.25));
  else polygon(pen, x, y, size * 1.3, triangle);
}

const diamond = [0, -1, 1, 0, 0, 1, -1, 0];
const hexagon = [1, 0, 0.5, half, -0.5, half, -1, 0, -0.5, -half, 0.5, -half];
const triangle = [0, -1, half, 0.62, -half, 0.62];

function polygon(pen: Pen, x: number, y: number, size: number, corners: number[]): void {
  pen.moveTo(x + corners[0] * size, y + corners[1] * size);
  for (let i = 2; i < corners.length; i += 2) pen.lineTo(x + corners[i] * size, y + corners[i + 1] * size);
  pen.closePath();
}
