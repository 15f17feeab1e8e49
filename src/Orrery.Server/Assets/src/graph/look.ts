import type { StylesheetJson } from "cytoscape";
import { readPalette } from "../orrery/palette";

const categories = ["context", "intent", "collaboration", "investment", "practice"];
const shapes = ["ellipse", "diamond", "hexagon", "round-rectangle", "triangle"] as const;

export interface Inks {
  bg: string;
  ink: string;
  ink2: string;
  ink3: string;
  line: string;
  accent: string;
  sans: string;
  hue: Record<string, string>;
}

/** The tokens of the page as plain colours: neither Cytoscape nor other programs read all that browsers do. */
export function inks(near: HTMLElement): Inks {
  const palette = readPalette(near);
  const [bg, ink, ink2, ink3, line, accent] = [palette.bg, palette.ink, palette.ink2, palette.ink3, palette.line, palette.accent].map(plain);
  return {
    bg, ink, ink2, ink3, line, accent, sans: palette.sans,
    hue: Object.fromEntries(categories.map((category, index) => [category, plain(palette.hue[index])])),
  };
}

function plain(colour: string): string {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) return colour;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * Shape and hue by category, the ring for trust, the line for how sure a relation is, marks for what came and went.
 * @param grown How much larger than life things are drawn, so that they can be seen from far out.
 */
export function look(of: Inks, isLarge: boolean, grown: number): StylesheetJson {
  return [
    {
      selector: "node",
      style: {
        width: 16 * grown, height: 16 * grown, "border-width": 0, "background-color": of.hue.practice, shape: "triangle",
        "overlay-opacity": 0, "z-index": 2,
      },
    },
    ...categories.map((category, index) => ({
      selector: `node[category = "${category}"]`,
      style: { "background-color": of.hue[category], shape: shapes[index], "outline-color": of.hue[category] },
    })),
    { selector: `node[trust = "fresh"]`, style: { "outline-width": 1.4, "outline-offset": 2.5, "outline-style": "solid" } },
    { selector: `node[trust = "ageing"]`, style: { "outline-width": 1.4, "outline-offset": 2.5, "outline-style": "dashed" } },
    { selector: `node[trust = "stale"]`, style: { "background-opacity": 0.12, "border-width": 1.2, "border-color": of.ink3, opacity: 0.8 } },
    {
      selector: "edge",
      style: {
        width: 1.1 * grown, "line-color": of.ink3, "line-opacity": grown > 2 ? 0.2 : 0.42, "target-arrow-color": of.ink3, "target-arrow-shape": "triangle", "arrow-scale": 0.7,
        "curve-style": isLarge ? "straight" : "bezier", "overlay-opacity": 0, "z-index": 1,
      },
    },
    { selector: `edge[assertion = "inferred"]`, style: { "line-style": "dotted" } },
    { selector: `edge[assertion = "validated"]`, style: { width: 2.4 * grown } },
    { selector: "edge.told", style: { label: "data(said)", "font-size": 10.5, "font-family": of.sans, color: of.ink2, "text-outline-color": of.bg, "text-outline-width": 2.5 } },
    { selector: `[mark = "came"]`, style: { "z-index": 3 } },
    { selector: `node[mark = "came"]`, style: { width: 22 * grown, height: 22 * grown, "border-width": 2 * grown, "border-color": of.ink } },
    { selector: `edge[mark = "came"]`, style: { width: 2 * grown, "line-color": of.accent, "target-arrow-color": of.accent, "line-opacity": 0.9 } },
    { selector: `[mark = "went"]`, style: { opacity: 0.38 } },
    { selector: `edge[mark = "went"]`, style: { "line-style": "dashed" } },
    { selector: ".off, .short", style: { display: "none" } },
    { selector: ".faint", style: { opacity: 0.14 } },
    { selector: "node.near, node.at", style: { "z-index": 5 } },
    { selector: "node.at", style: { "border-width": 3 * grown, "border-color": of.accent, width: 20 * grown, height: 20 * grown } },
    { selector: "edge.lit", style: { width: 2.6 * grown, "line-color": of.accent, "target-arrow-color": of.accent, "line-opacity": 1, "z-index": 4 } },
    { selector: "node.lit", style: { "border-width": 2.5 * grown, "border-color": of.accent, "z-index": 5 } },
  ] as StylesheetJson;
}
