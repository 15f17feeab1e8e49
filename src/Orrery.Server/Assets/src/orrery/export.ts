import { saveCanvas, saveFile } from "../picture";
import type { Band } from "./bands";
import type { Comparison } from "./compare";
import { centreRadius, discRadius, orbitCount, ringRadius, sectorSpan } from "./layout";
import { middleOf } from "./walk";
import type { Palette } from "./palette";
import type { Scene } from "./scene";
import type { Stage } from "./stage";

const margin = 60;
const half = Math.sqrt(3) / 2;
const mostNames = 60;

/** Offers the picture as a file: PNG as it stands on the screen, SVG all of it. */
export function savePicture(form: "svg" | "png", stage: Stage, scene: Scene, comparison: Comparison | null): void {
  if (form === "png") void saveCanvas(stage.picture(), "map.png");
  else saveFile(new Blob([toSvg(scene, stage.bands, comparison, stage.palette, document.title)], { type: "image/svg+xml" }), "map.svg");
}

/** What is shown, all of it, as an SVG that stands on its own. */
export function toSvg(scene: Scene, bands: readonly Band[], comparison: Comparison | null, palette: Palette, title: string): string {
  const reach = discRadius + margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${reach * 2}" height="${reach * 2}" viewBox="${-reach} ${-reach} ${reach * 2} ${reach * 2}" font-family="Inter, system-ui, sans-serif">`,
    `<title>${clean(title)}</title><rect x="${-reach}" y="${-reach}" width="${reach * 2}" height="${reach * 2}" fill="${palette.bg}"/>`,
    ...rings(scene, palette), ...sectorNames(scene, palette), ...(scene.thread ? lines(scene, scene.thread, palette) : []),
    ...(comparison ? since(scene, comparison, palette) : []), ...bands.map((band) => drawBand(band, palette)),
    ...bodies(scene, comparison, palette), ...names(scene, palette), "</svg>",
  ].join("\n");
}

function rings(scene: Scene, palette: Palette): string[] {
  const circles = [centreRadius, ...Array.from({ length: orbitCount }, (_, orbit) => ringRadius(orbit))].map((radius) => `<circle r="${px(radius)}" fill="none" stroke="${palette.line}"/>`);
  const said = scene.data.orbits.map((orbit, i) => text(0, -ringRadius(i) + 3, orbit, palette.ink3, palette.bg, 9, "middle"));
  return [...circles, ...said, `<circle r="3" fill="${palette.ink}"/>`];
}

function sectorNames(scene: Scene, palette: Palette): string[] {
  return scene.data.sectors.map((sector, i) => {
    const [start, width] = sectorSpan(i, scene.data.sectors.length);
    const [x, y] = [Math.cos(start + width / 2), Math.sin(start + width / 2)];
    return text(x * (discRadius + 8), y * (discRadius + 8), `${sector.label} ${sector.count}`, palette.ink2, palette.bg, 13, x < 0 ? "end" : "start");
  });
}

function lines(scene: Scene, thread: Uint8Array, palette: Palette): string[] {
  return scene.data.relations
    .filter(([from, to]) => thread[from] + thread[to] > 2 && scene.isShown(from) && scene.isShown(to))
    .map(([from, to]) => `<path d="M${at(scene, from)}Q${px((scene.layout.x[from] + scene.layout.x[to]) / 4)} ${px((scene.layout.y[from] + scene.layout.y[to]) / 4)} ${at(scene, to)}" fill="none" stroke="${palette.hue[scene.category[to]]}" stroke-opacity="${thread[from] === thread[to] ? 0.8 : 0.3}"/>`);
}

function since(scene: Scene, { before, moved, went, came, was }: Comparison, palette: Palette): string[] {
  return [
    ...moved.filter((body) => scene.isShown(body)).map((body) => `<path d="M${at(before, was[body])}L${at(scene, body)}" stroke="${palette.hue[scene.category[body]]}" stroke-opacity="0.4"/>`),
    ...went.map((body) => `<path d="${shape(before.category[body], before.layout.size[body])}" transform="translate(${at(before, body)})" fill="none" stroke="${palette.hue[before.category[body]]}" stroke-dasharray="2 2"/>`),
    ...came.filter((body) => scene.isShown(body)).map((body) => `<circle cx="${px(scene.layout.x[body])}" cy="${px(scene.layout.y[body])}" r="${px(scene.layout.size[body] + 5)}" fill="none" stroke="${palette.accent}" stroke-width="1.5"/>`),
  ];
}

function drawBand(band: Band, palette: Palette): string {
  const corner = (radius: number, angle: number): string => `${px(Math.cos(angle) * radius)} ${px(Math.sin(angle) * radius)}`;
  const { x, y } = middleOf(band);
  return `<path d="M${corner(band.outer, band.from)}A${px(band.outer)} ${px(band.outer)} 0 0 1 ${corner(band.outer, band.to)}L${corner(band.inner, band.to)}A${px(band.inner)} ${px(band.inner)} 0 0 0 ${corner(band.inner, band.from)}Z" fill="${palette.hue[band.category]}" fill-opacity="0.25"/>`
    + text(x, y + 4, String(band.count), palette.hueInk[band.category], palette.bg, 11.5, "middle");
}

function bodies(scene: Scene, comparison: Comparison | null, palette: Palette): string[] {
  return scene.things.flatMap((thing, body) => {
    if (!scene.isShown(body)) return [];
    const hue = palette.hue[scene.category[body]];
    const isHollow = scene.look[body] >= 9;
    const opacity = comparison?.still[body] === 1 ? 0.28 : isHollow ? 0.6 : 0.95;
    return [`<path d="${shape(scene.category[body], scene.layout.size[body])}" transform="translate(${at(scene, body)})" fill="${isHollow ? "none" : hue}" stroke="${hue}" opacity="${opacity}"><title>${clean(thing.title)}</title></path>`];
  });
}

// The heaviest are named, unless a name would lie upon another.
function names(scene: Scene, palette: Palette): string[] {
  const taken: [number, number, number, number][] = [];
  const written: string[] = [];
  for (const body of scene.byWeight) {
    if (written.length >= mostNames) break;
    if (!scene.isShown(body)) continue;
    const said = scene.things[body].title.length > 30 ? `${scene.things[body].title.slice(0, 29)}…` : scene.things[body].title;
    const [left, middle] = [scene.layout.x[body] + scene.layout.size[body] + 6, scene.layout.y[body]];
    const right = left + said.length * 5.6;
    if (right > discRadius + margin || taken.some(([l, t, r, b]) => left < r && right > l && middle - 6 < b && middle + 6 > t)) continue;
    taken.push([left, middle - 6, right, middle + 6]);
    written.push(text(left, middle + 3.5, said, palette.ink2, palette.bg, 10, "start"));
  }
  return written;
}

function shape(category: number, size: number): string {
  if (category === 0) return `M${px(size)} 0A${px(size)} ${px(size)} 0 1 1 ${px(-size)} 0 ${px(size)} ${px(size)} 0 1 1 ${px(size)} 0Z`;
  const corners = category === 1 ? [0, -1.22, 1.22, 0, 0, 1.22, -1.22, 0]
    : category === 2 ? [1.14, 0, 0.57, half * 1.14, -0.57, half * 1.14, -1.14, 0, -0.57, -half * 1.14, 0.57, -half * 1.14]
    : category === 3 ? [-0.95, -0.95, 0.95, -0.95, 0.95, 0.95, -0.95, 0.95] : [0, -1.3, half * 1.3, 0.8, -half * 1.3, 0.8];
  return `M${corners.map((corner) => px(corner * size)).join(" ")}Z`;
}

function at(scene: Scene, body: number): string {
  return `${px(scene.layout.x[body])} ${px(scene.layout.y[body])}`;
}

function text(x: number, y: number, said: string, ink: string, halo: string, size: number, anchor: string): string {
  return `<text x="${px(x)}" y="${px(y)}" fill="${ink}" stroke="${halo}" stroke-width="3" paint-order="stroke" font-size="${size}" text-anchor="${anchor}">${clean(said)}</text>`;
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function clean(said: string): string {
  return said.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
