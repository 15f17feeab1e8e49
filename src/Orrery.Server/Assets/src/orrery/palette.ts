import { categories } from "./scene";

export interface Palette {
  bg: string;
  raised: string;
  ink: string;
  ink2: string;
  ink3: string;
  line: string;
  accent: string;
  past: string;
  hue: string[];
  hueInk: string[];
  sans: string;
}

// Where the system chooses the colours it makes one of all that is written for text: ground would be ink, and labels would drown in what sets them off.
const forced: Record<string, string> = { bg: "Canvas", "bg-raised": "Canvas", accent: "Highlight", line: "GrayText" };

const tokens = ["bg", "bg-raised", "ink", "ink-2", "ink-3", "line", "accent", "past-line"];

/** The tokens of the design system as colours a canvas understands: light-dark() is only resolved on an element. */
export function readPalette(near: HTMLElement): Palette {
  // All are set before any is read: one look at the styles is enough.
  const isForced = matchMedia("(forced-colors: active)").matches;
  const probes = new Map([...tokens, ...categories, ...categories.map((category) => `${category}-ink`)].map((token) => {
    const probe = document.createElement("span");
    probe.style.color = isForced ? (forced[token] ?? "CanvasText") : `var(--${token})`;
    return [token, probe];
  }));
  near.append(...probes.values());
  const resolve = (token: string): string => getComputedStyle(probes.get(token) ?? near).color;
  const palette: Palette = {
    bg: resolve("bg"), raised: resolve("bg-raised"), ink: resolve("ink"), ink2: resolve("ink-2"), ink3: resolve("ink-3"),
    line: resolve("line"), accent: resolve("accent"), past: resolve("past-line"),
    hue: categories.map((category) => resolve(category)),
    hueInk: categories.map((category) => resolve(`${category}-ink`)),
    sans: getComputedStyle(document.body).fontFamily,
  };
  for (const probe of probes.values()) probe.remove();
  return palette;
}
