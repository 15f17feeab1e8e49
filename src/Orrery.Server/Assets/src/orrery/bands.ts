import type { Camera } from "./camera";
import { orbitCount, orbitWidth, ringRadius, sectorSpan } from "./layout";
import type { Scene } from "./scene";

/** A crowded piece of an arc, drawn as one with its count. */
export interface Band {
  category: number;
  from: number;
  to: number;
  inner: number;
  outer: number;
  count: number;
}

const crowded = 60;
const arcPixels = 110;
const rowPixels = 64;
const alwaysSeen = 40;
const largeEnough = 5;

/** Which cells are too crowded to tell bodies apart at this zoom; marks their bodies as banded. */
export function findBands(scene: Scene, camera: Camera): Band[] {
  scene.banded.fill(0);
  const scale = camera.scale;
  const rows = Math.max(1, Math.round((orbitWidth * scale) / rowPixels));
  const cells = new Map<number, number>();
  const keys = new Int32Array(scene.data.bodies.length);
  const stands = new Set(scene.byWeight.subarray(0, alwaysSeen).filter((body) => scene.layout.size[body] >= largeEnough));

  for (let i = 0; i < keys.length; i++) {
    keys[i] = scene.filtered[i] || stands.has(i) ? -1 : cellOf(scene, i, rows, scale);
    if (keys[i] >= 0) cells.set(keys[i], (cells.get(keys[i]) ?? 0) + 1);
  }
  const bands = new Map<number, Band>();
  for (let i = 0; i < keys.length; i++) {
    const count = cells.get(keys[i]) ?? 0;
    if (count <= crowded) continue;
    scene.banded[i] = 1;
    if (!bands.has(keys[i])) bands.set(keys[i], bandAt(scene, keys[i], rows, scale, scene.category[i], count));
  }
  return [...bands.values()];
}

function cellOf(scene: Scene, i: number, rows: number, scale: number): number {
  const line = Math.floor(((scene.layout.radius[i] - ringRadius(0)) / orbitWidth + 0.5) * rows);
  if (line < 0 || line >= orbitCount * rows) return -1;
  const bins = binsOf(scene, line, rows, scale);
  const turned = (scene.layout.angle[i] - Math.PI + 4 * Math.PI) % (2 * Math.PI);
  return line * 4096 + Math.floor((turned / (2 * Math.PI)) * bins);
}

/** How many cells go round, always a multiple of the sectors, so that no cell crosses an axis. */
function binsOf(scene: Scene, line: number, rows: number, scale: number): number {
  const radius = ringRadius(0) + ((line + 0.5) / rows - 0.5) * orbitWidth;
  const [, width] = sectorSpan(0, scene.data.sectors.length);
  return Math.max(1, Math.round((radius * width * scale) / arcPixels)) * Math.max(scene.data.sectors.length, 1);
}

function bandAt(scene: Scene, key: number, rows: number, scale: number, category: number, count: number): Band {
  const line = Math.floor(key / 4096);
  const width = (2 * Math.PI) / binsOf(scene, line, rows, scale);
  const from = Math.PI + (key % 4096) * width;
  const middle = ringRadius(0) + ((line + 0.5) / rows - 0.5) * orbitWidth;
  const half = (orbitWidth / rows) * 0.42;
  const margin = 3 / middle;
  return { category, count, from: from + margin, to: from + width - margin, inner: middle - half, outer: middle + half };
}

export function bandUnder(bands: readonly Band[], x: number, y: number): Band | null {
  const radius = Math.hypot(x, y);
  const angle = Math.atan2(y, x);
  return bands.find((band) => radius >= band.inner && radius <= band.outer && isWithin(angle, band.from, band.to)) ?? null;
}

function isWithin(angle: number, from: number, to: number): boolean {
  const turned = (((angle - from) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
  return turned <= to - from;
}
