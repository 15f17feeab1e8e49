import { type Palette, readPalette } from "../orrery/palette";
import { categories } from "../orrery/scene";

export interface Inks {
  bg: string;
  ink: string;
  ink2: string;
  ink3: string;
  line: string;
  accent: string;
  sans: string;
  hue: Record<string, string>;
  /** As the page has them, for what is drawn on it. */
  palette: Palette;
}

/** The tokens of the page as plain colours: other programs do not read all that browsers do. */
export function inks(near: HTMLElement): Inks {
  const palette = readPalette(near);
  const [bg, ink, ink2, ink3, line, accent] = [palette.bg, palette.ink, palette.ink2, palette.ink3, palette.line, palette.accent].map(plain);
  return {
    bg, ink, ink2, ink3, line, accent, sans: palette.sans,
    palette, hue: Object.fromEntries(categories.map((category, index) => [category, plain(palette.hue[index])])),
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
