import type { Core } from "cytoscape";
import type { Inks } from "./look";

const half = Math.sqrt(3) / 2;

/** What is shown, as an SVG that stands on its own: placed as it stands on the screen. */
export function toSvg(graph: Core, ink: Inks, title: string): string {
  const box = graph.elements(":visible").boundingBox({ includeLabels: true });
  const [left, top, width, height] = [box.x1 - 30, box.y1 - 50, box.w + 200, box.h + 80];
  const lines = graph.edges(":visible").map((edge) => {
    const [from, to] = [edge.source().position(), edge.target().position()];
    const isLit = edge.hasClass("lit") || edge.data("mark") === "came";
    const dash = edge.data("mark") === "went" ? ' stroke-dasharray="4 4"' : edge.data("assertion") === "inferred" ? ' stroke-dasharray="1 3"' : "";
    return `<path d="M${px(from.x)} ${px(from.y)}L${px(to.x)} ${px(to.y)}" stroke="${isLit ? ink.accent : ink.ink3}" stroke-opacity="${isLit ? 1 : 0.42}" stroke-width="${isLit ? 2.2 : 1.1}"${dash} fill="none"/>`;
  });
  const bodies = graph.nodes(":visible").map((node) => {
    const { x, y } = node.position();
    const name = node.hasClass("named") || node.hasClass("near") || node.hasClass("lit")
      ? `<text x="${px(x + 13)}" y="${px(y + 4)}" fill="${ink.ink}" stroke="${ink.bg}" stroke-width="3" paint-order="stroke" font-size="12">${escape(String(node.data("short")))}</text>`
      : "";
    return `<g opacity="${node.data("mark") === "went" ? 0.4 : 1}"><path d="${shape(String(node.data("category")), 8)}" transform="translate(${px(x)} ${px(y)})" fill="${ink.hue[String(node.data("category"))] ?? ink.ink2}"/>${name}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="${px(left)} ${px(top)} ${px(width)} ${px(height)}" font-family="Inter, system-ui, sans-serif">`,
    `<title>${escape(title)}</title><rect x="${px(left)}" y="${px(top)}" width="${px(width)}" height="${px(height)}" fill="${ink.bg}"/>`,
    ...lines, ...bodies, "</svg>",
  ].join("\n");
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
