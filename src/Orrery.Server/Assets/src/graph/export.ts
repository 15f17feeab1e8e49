import { paper } from "../picture";
import type { Inks } from "./look";
import type { Net } from "./net";
import { fitting } from "./places";
import { boxOf } from "./view";

interface Position {
  x: number;
  y: number;
}

const half = Math.sqrt(3) / 2;

interface Line {
  from: Position;
  to: Position;
  ink: string;
  opacity: number;
  width: number;
  dash: number[];
}

interface Body {
  at: Position;
  path: string;
  ink: string;
  opacity: number;
  name: string | null;
}

interface Drawing {
  left: number;
  top: number;
  width: number;
  height: number;
  lines: Line[];
  bodies: Body[];
}

/** What is shown, as it stands. */
function draw(net: Net, ink: Inks): Drawing {
  const { left, top, width, height } = boxOf(net.shown);
  const lines = net.shownLines.map(({ from, to, mark, assertion }) => ({
    from, to, ink: mark === "came" ? ink.accent : ink.ink3, opacity: mark === "came" ? 1 : 0.42, width: mark === "came" ? 2.2 : 1.1,
    dash: mark === "went" ? [4, 4] : assertion === "inferred" ? [1, 3] : [],
  }));
  const named = fitting(net.shown.map(({ id, x, y, short }) => ({ id, x, y, width: short.length * 6.4 })), 13);
  const bodies = net.shown.map((body) => ({
    at: body, path: shape(body.category, 8), ink: ink.hue[body.category] ?? ink.ink2, opacity: body.mark === "went" ? 0.4 : 1, name: named.has(body.id) ? body.short : null,
  }));
  return { left: left - 40, top: top - 40, width: width + 260, height: height + 80, lines, bodies };
}

/** The same as an SVG that stands on its own. */
export function toSvg(net: Net, ink: Inks, title: string): string {
  const { left, top, width, height, lines, bodies } = draw(net, ink);
  const box = [left, top, width, height].map(px).join(" ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="${box}" font-family="Inter, system-ui, sans-serif">`,
    `<title>${escape(title)}</title><rect x="${px(left)}" y="${px(top)}" width="${px(width)}" height="${px(height)}" fill="${ink.bg}"/>`,
    ...lines.map((line) => `<path d="M${px(line.from.x)} ${px(line.from.y)}L${px(line.to.x)} ${px(line.to.y)}" stroke="${line.ink}" stroke-opacity="${line.opacity}" stroke-width="${line.width}"${line.dash.length > 0 ? ` stroke-dasharray="${line.dash.join(" ")}"` : ""} fill="none"/>`),
    ...bodies.map((body) => `<g opacity="${body.opacity}" transform="translate(${px(body.at.x)} ${px(body.at.y)})"><path d="${body.path}" fill="${body.ink}"/>${body.name === null ? "" : `<text x="13" y="4" fill="${ink.ink}" stroke="${ink.bg}" stroke-width="3" paint-order="stroke" font-size="12">${escape(body.name)}</text>`}</g>`),
    "</svg>",
  ].join("\n");
}

/** The same on a canvas. */
export function toCanvas(net: Net, ink: Inks): HTMLCanvasElement {
  const { left, top, width, height, lines, bodies } = draw(net, ink);
  const { canvas, pen } = paper(width, height);
  pen.fillStyle = ink.bg;
  pen.fillRect(0, 0, width, height);
  pen.translate(-left, -top);
  for (const line of lines) {
    pen.globalAlpha = line.opacity;
    pen.strokeStyle = line.ink;
    pen.lineWidth = line.width;
    pen.setLineDash(line.dash);
    pen.stroke(new Path2D(`M${line.from.x} ${line.from.y}L${line.to.x} ${line.to.y}`));
  }
  pen.setLineDash([]);
  pen.font = `12px ${ink.sans}`;
  pen.lineJoin = "round";
  pen.lineWidth = 3;
  pen.strokeStyle = ink.bg;
  for (const body of bodies) {
    pen.save();
    pen.globalAlpha = body.opacity;
    pen.translate(body.at.x, body.at.y);
    pen.fillStyle = body.ink;
    pen.fill(new Path2D(body.path));
    if (body.name !== null) {
      pen.strokeText(body.name, 13, 4);
      pen.fillStyle = ink.ink;
      pen.fillText(body.name, 13, 4);
    }
    pen.restore();
  }
  return canvas;
}

function shape(category: string, size: number): string {
  const corners = category === "intent" ? [[0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0]]
    : category === "collaboration" ? [[1.1, 0], [0.55, half * 1.1], [-0.55, half * 1.1], [-1.1, 0], [-0.55, -half * 1.1], [0.55, -half * 1.1]]
    : category === "investment" ? [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]]
    : [[0, -1.1], [1, 0.8], [-1, 0.8]];
  if (category === "context") return `M${size} 0A${size} ${size} 0 1 1-${size} 0 ${size} ${size} 0 1 1 ${size} 0Z`;
  return `M${corners.map(([x, y]) => `${px(x * size)} ${px(y * size)}`).join("L")}Z`;
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
