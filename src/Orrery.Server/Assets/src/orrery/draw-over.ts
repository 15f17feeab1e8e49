import type { Band } from "./bands";
import { drawThread } from "./draw-thread";
import { gapOf, isInView, label, type Overlay, screenX, screenY, textStyle, traceCurve } from "./over";
import { said } from "./numbers";
import { discRadius, orbitCount, ringRadius, sectorSpan } from "./layout";
import { categories, type Category, type Scene } from "./scene";
import { traceShape } from "./shapes";

const mostNeighbourLabels = 28;

/** What lies above the bodies: words, and the relations of what is pointed at. `focus` is a body or -1. */
export function drawOver(over: Overlay, focus: number): void {
  const { pen, labels, scene } = over;
  pen.lineJoin = "round";
  pen.textBaseline = "middle";
  labels.clear();
  if (over.camera.zoom < 1.2) blockSectorLabels(over);
  drawOrbitLabels(over, focus < 0);
  if (focus >= 0) {
    drawRelations(over, focus);
    drawFocus(over, focus);
  }
  if (over.camera.zoom < 1.2) drawSectorLabels(over);
  drawBandCounts(over, focus >= 0 ? 0.35 : 1);
  if (over.chosenBand) drawChosenBand(over, over.chosenBand);
  if (focus >= 0) return;
  if (scene.thread) drawThread(over, scene.thread);
  drawRestingLabels(over);
}

function drawRelations(over: Overlay, focus: number): void {
  const { pen, scene, palette } = over;
  pen.lineWidth = 1.4;
  pen.lineCap = "round";
  pen.globalAlpha = 0.75;
  for (const relation of scene.relationsOf(focus)) {
    const other = scene.otherEnd(relation, focus);
    if (other === focus || scene.filtered[other]) continue;
    pen.strokeStyle = palette.hue[scene.category[other]];
    pen.beginPath();
    traceCurve(over, focus, other);
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

function drawFocus(over: Overlay, focus: number): void {
  const { pen, scene, camera, palette } = over;
  const seen = new Set<number>([focus]);
  for (const relation of scene.relationsOf(focus)) {
    const other = scene.otherEnd(relation, focus);
    if (!scene.filtered[other]) seen.add(other);
  }
  const drawn = [...seen].sort((a, b) => scene.layout.size[b] - scene.layout.size[a]);
  for (const body of drawn) drawBright(over, body);
  const radius = scene.layout.size[focus] * camera.bodyScale + 8.5;
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 1.3;
  pen.beginPath();
  pen.arc(screenX(over, focus), screenY(over, focus), radius, 0, Math.PI * 2);
  pen.stroke();
  label(over, focus, `600 12px`, palette.ink, radius + 5, 44);
  let left = mostNeighbourLabels;
  for (const body of drawn) if (body !== focus && left > 0 && label(over, body, "450 11.5px", palette.ink2, gapOf(over, body), 32)) left--;
}

function drawBright(over: Overlay, body: number): void {
  const { pen, scene, camera, palette } = over;
  const size = Math.max(scene.layout.size[body] * camera.bodyScale, 3.2);
  pen.fillStyle = pen.strokeStyle = palette.hue[scene.category[body]];
  const isHollow = scene.look[body] >= 9;
  traceShape(pen, scene.category[body], screenX(over, body), screenY(over, body), size);
  if (isHollow) pen.fillStyle = palette.bg;
  pen.fill();
  pen.lineWidth = 1.1;
  if (isHollow) pen.stroke();
  const isAgeing = Math.floor(scene.look[body] / 3) === 2;
  if (isHollow) return;
  if (isAgeing) pen.setLineDash([2.2, 2.4]);
  traceShape(pen, scene.category[body], screenX(over, body), screenY(over, body), size + 3);
  pen.stroke();
  pen.setLineDash([]);
}

function drawRestingLabels(over: Overlay): void {
  const { scene, camera, labels } = over;
  const quota = Math.min(Math.round((camera.width < 600 ? 5 : 13) * camera.zoom ** 1.3), 90);
  const reserved = Math.min(scene.count, 120);
  for (let k = 0; k < reserved; k++) {
    const body = scene.byWeight[k];
    const size = scene.layout.size[body] * camera.bodyScale + 1;
    if (scene.isShown(body)) labels.block(screenX(over, body) - size, screenY(over, body) - size, screenX(over, body) + size, screenY(over, body) + size);
  }
  const named = new Set<number>();
  nameSome(over, scene.soonest, Math.ceil(quota / 3), named);
  nameSome(over, scene.byWeight, quota, named);
}

/** Names what is shown, in this order, until there are so many names or it is no use to go on. */
function nameSome(over: Overlay, bodies: Uint32Array, most: number, named: Set<number>): void {
  const { scene, palette } = over;
  let tries = most * 5;
  for (let k = 0; k < bodies.length && named.size < most && tries > 0; k++) {
    const body = bodies[k];
    if (named.has(body) || !scene.isShown(body) || over.comparison?.still[body] === 1 || !isInView(over, body)) continue;
    tries--;
    if (label(over, body, "450 11px", palette.ink2, gapOf(over, body), 28)) named.add(body);
  }
}

function drawOrbitLabels(over: Overlay, isResting: boolean): void {
  const { pen, scene, camera, palette, labels } = over;
  textStyle(over, "500 10px", palette.ink3);
  pen.textAlign = "center";
  pen.lineWidth = 5;
  const step = camera.scale * 46 < 17 ? 2 : 1;
  for (let orbit = 0; orbit < orbitCount; orbit += step) {
    const y = camera.originY - ringRadius(orbit) * camera.scale;
    if (y < 6 || y > camera.height) continue;
    labels.write(scene.data.orbits[orbit] ?? "", camera.originX, y);
    if (isResting) labels.block(camera.originX - 26, y - 7, camera.originX + 26, y + 7);
  }
  if (camera.scale > 0.6) labels.write(isNow(scene) ? "now" : "then", camera.originX, camera.originY + 17);
  pen.textAlign = "left";
}

function isNow(scene: Scene): boolean {
  return Math.abs(Date.parse(scene.data.now) - Date.parse(scene.data.at)) < 86_400_000;
}

function drawBandCounts(over: Overlay, alpha: number): void {
  const { pen, camera, palette, labels } = over;
  pen.globalAlpha = alpha;
  pen.textAlign = "center";
  for (const band of over.bands) {
    const middle = (band.from + band.to) / 2;
    const radius = (band.inner + band.outer) / 2;
    textStyle(over, "600 11.5px", palette.hueInk[band.category]);
    const x = Math.cos(middle) * radius * camera.scale + camera.originX;
    const y = Math.sin(middle) * radius * camera.scale + camera.originY;
    labels.write(said(band.count), x, y);
    labels.block(x - 16, y - 9, x + 16, y + 9);
  }
  pen.globalAlpha = 1;
  pen.textAlign = "left";
}

function drawChosenBand(over: Overlay, band: Band): void {
  const { pen, camera, palette } = over;
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(camera.originX, camera.originY, band.outer * camera.scale + 3, band.from, band.to);
  pen.arc(camera.originX, camera.originY, band.inner * camera.scale - 3, band.to, band.from, true);
  pen.closePath();
  pen.stroke();
}

interface Corner {
  x: number;
  y: number;
  width: number;
}

/** Where a sector's name goes: outside the disc at its middle, kept on screen. */
function corner(over: Overlay, index: number): Corner {
  const { camera, scene, labels } = over;
  const sector = scene.data.sectors[index];
  const [start, width] = sectorSpan(index, scene.data.sectors.length);
  const isNarrow = camera.width < 600;
  const reach = Math.min(discRadius * camera.scale * (isNarrow ? 1.16 : 1.13), Math.hypot(camera.width, camera.height) / 2);
  const textWidth = labels.widthOf(`${sector.label}  ${said(sector.count)}`);
  // Below what filters stand in the first corner.
  const at = start + width * (index === 0 && !isNarrow ? 0.14 : 0.5);
  const across = Math.cos(at);
  const x = camera.originX + across * reach - (across < 0 ? textWidth : 0);
  const y = camera.originY + Math.sin(at) * reach;
  return { width: textWidth, x: Math.min(Math.max(x, 12), camera.width - textWidth - 12), y: Math.min(Math.max(y, across < 0 || isNarrow ? 92 : 22), camera.height - 62) };
}

const sectorFont = "600 12.5px";

function blockSectorLabels(over: Overlay): void {
  textStyle(over, sectorFont, over.palette.ink);
  over.scene.data.sectors.forEach((_, i) => {
    const { x, y, width } = corner(over, i);
    over.labels.block(x - 4, y - 10, x + width + 4, y + 10);
  });
}

function drawSectorLabels(over: Overlay): void {
  const { scene, palette, labels } = over;
  scene.data.sectors.forEach((sector, i) => {
    textStyle(over, sectorFont, palette.hueInk[Math.max(0, categories.indexOf(sector.category as Category))]);
    const { x, y } = corner(over, i);
    const name = labels.widthOf(sector.label);
    labels.write(sector.label, x, y);
    textStyle(over, "400 12.5px", palette.ink3);
    labels.write(said(sector.count), x + name + 7, y);
  });
}
