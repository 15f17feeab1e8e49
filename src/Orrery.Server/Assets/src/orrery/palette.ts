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

/** The tokens of the design system as colours a canvas understands: light-dark() is only resolved on an element. */
export function readPalette(near: HTMLElement): Palette {
  const probe = near.appendChild(document.createElement("span"));
  const resolve = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const palette: Palette = {
    bg: resolve("bg"), raised: resolve("bg-raised"), ink: resolve("ink"), ink2: resolve("ink-2"), ink3: resolve("ink-3"),
    line: resolve("line"), accent: resolve("accent"), past: resolve("past-line"),
    hue: categories.map((category) => resolve(category)),
    hueInk: categories.map((category) => resolve(`${category}-ink`)),
    sans: getComputedStyle(document.body).fontFamily,
  };
  probe.remove();
  return palette;
}
