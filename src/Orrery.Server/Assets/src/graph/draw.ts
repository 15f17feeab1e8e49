import { Labels } from "../orrery/labels";
import { Sprites } from "../orrery/sprites";
import type { Inks } from "./look";
import { isShown, type Body, type Line, type Net, otherEnd } from "./net";
import { clusters, type Cluster } from "./places";
import type { View } from "./view";

const [farOut, nearEnough] = [0.3, 0.55];
const [piece, few] = [130, 9];
const [fewTitles, movingTitles, mostTitles] = [24, 60, 220];
const body = 8;
const smallest = 3;
const mostTold = 14;

export interface Seen {
  net: Net;
  view: View;
  ink: Inks;
  sprites: Sprites;
  labels: Labels;
  density: number;
  /** While it moves, heads of lines are left out and fewer things are named. */
  isMoving: boolean;
}

/** What stands out: a thing with its neighbours, or a way through several. */
export interface Lit {
  at: Body | null;
  bodies: ReadonlySet<Body>;
  lines: ReadonlySet<Line>;
}

/** How large things are on the screen, whatever the distance. */
export function radius({ scale }: View): number {
  return Math.max(body * Math.min(scale, 1.6), smallest);
}

/** All things and all lines. Lines of one look are drawn as one. */
export function drawAll(pen: CanvasRenderingContext2D, seen: Seen): void {
  const { net, view, ink } = seen;
  const groups = new Map<string, Line[]>();
  for (const line of net.lines.values()) {
    if (!isShown(line)) continue;
    const look = line.mark ?? line.assertion;
    (groups.get(look) ?? groups.set(look, []).get(look))?.push(line);
  }
  for (const [look, lines] of groups) {
    pen.strokeStyle = pen.fillStyle = look === "came" ? ink.accent : ink.ink3;
    pen.globalAlpha = look === "came" ? 0.9 : look === "went" ? 0.25 : view.scale < 0.35 ? 0.18 : 0.42;
    pen.lineWidth = look === "came" || look === "validated" ? 2 : 1.1;
    pen.setLineDash(look === "inferred" ? [1, 3] : look === "went" ? [4, 4] : []);
    trace(pen, seen, lines);
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
  for (const one of net.byWeight) if (!one.isOff) drawBody(pen, seen, one);
}

/** What stands out, and the words. */
export function drawOver(pen: CanvasRenderingContext2D, seen: Seen, lit: Lit): void {
  const { view, net, ink } = seen;
  const inSight = net.byWeight.filter((one) => !one.isOff && view.holds(one));
  if (lit.bodies.size > 0) drawLit(pen, seen, lit);
  seen.labels.clear();
  const counted = lit.bodies.size === 0 && view.scale < farOut ? clusters(inSight.map((one) => ({ id: one.id, ...view.at(one), kind: one.kindsLabel })), piece, few) : [];
  drawCounts(pen, seen, counted);
  if (lit.at && lit.lines.size <= mostTold) for (const line of lit.lines) drawWords(pen, seen, line);
  pen.lineJoin = "round";
  pen.textBaseline = "middle";
  pen.lineWidth = 4;
  pen.strokeStyle = ink.bg;
  pen.fillStyle = ink.ink;
  seen.labels.useFont(`500 12px ${ink.sans}`);
  const first = lit.at ? [lit.at, ...lit.bodies] : [...lit.bodies];
  const rest = lit.bodies.size > 0 || counted.length > 0 ? [] : view.scale < nearEnough ? inSight.slice(0, fewTitles) : inSight.slice(0, seen.isMoving ? movingTitles : mostTitles);
  for (const one of first.length > 0 ? first : rest) {
    const { x, y } = view.at(one);
    seen.labels.draw(one.short, x, y, radius(view) + 5, false, view.width, view.height);
  }
}

function drawLit(pen: CanvasRenderingContext2D, seen: Seen, lit: Lit): void {
  const { view, ink } = seen;
  pen.strokeStyle = pen.fillStyle = lit.at ? ink.ink3 : ink.accent;
  pen.lineWidth = lit.at ? 1.3 : 2.6;
  trace(pen, seen, [...lit.lines]);
  for (const one of lit.bodies) drawBody(pen, seen, one);
  if (!lit.at) return;
  const { x, y } = view.at(lit.at);
  pen.strokeStyle = ink.accent;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(x, y, radius(view) + 6, 0, Math.PI * 2);
  pen.stroke();
}

function drawBody(pen: CanvasRenderingContext2D, { view, sprites, density, ink }: Seen, one: Body): void {
  if (!view.holds(one)) return;
  const { x, y } = view.at(one);
  const size = radius(view) * (one.mark === "came" ? 1.35 : 1);
  const picture = sprites.of(one.hue, one.look, Sprites.step(size));
  pen.globalAlpha = one.mark === "went" ? 0.4 : 1;
  pen.drawImage(picture, x - picture.width / density / 2, y - picture.height / density / 2, picture.width / density, picture.height / density);
  pen.globalAlpha = 1;
  if (one.mark !== "came") return;
  pen.strokeStyle = ink.ink;
  pen.lineWidth = 1.6;
  pen.beginPath();
  pen.arc(x, y, size + 4, 0, Math.PI * 2);
  pen.stroke();
}

function trace(pen: CanvasRenderingContext2D, { view, isMoving }: Seen, lines: readonly Line[]): void {
  const heads = view.scale > 0.45 && !isMoving;
  const [size, reach] = [radius(view) + 3, 5];
  pen.beginPath();
  const points: [number, number, number][] = [];
  for (const line of lines) {
    const [from, to] = [view.at(line.from), view.at(line.to)];
    if ((from.x < 0 && to.x < 0) || (from.y < 0 && to.y < 0) || (from.x > view.width && to.x > view.width) || (from.y > view.height && to.y > view.height)) continue;
    if (line.bend === 0 && !heads) {
      pen.moveTo(from.x, from.y);
      pen.lineTo(to.x, to.y);
      continue;
    }
    const length = Math.max(Math.hypot(to.x - from.x, to.y - from.y), 1);
    const [bentX, bentY] = [(from.x + to.x) / 2 - ((to.y - from.y) / length) * line.bend * view.scale, (from.y + to.y) / 2 + ((to.x - from.x) / length) * line.bend * view.scale];
    pen.moveTo(from.x, from.y);
    if (line.bend === 0) pen.lineTo(to.x, to.y);
    else pen.quadraticCurveTo(bentX, bentY, to.x, to.y);
    if (!heads) continue;
    const turn = Math.atan2(to.y - (line.bend === 0 ? from.y : bentY), to.x - (line.bend === 0 ? from.x : bentX));
    points.push([to.x - Math.cos(turn) * size, to.y - Math.sin(turn) * size, turn]);
  }
  pen.stroke();
  pen.beginPath();
  for (const [x, y, turn] of points) {
    pen.moveTo(x, y);
    pen.lineTo(x - Math.cos(turn - 0.45) * reach * 1.5, y - Math.sin(turn - 0.45) * reach * 1.5);
    pen.lineTo(x - Math.cos(turn + 0.45) * reach * 1.5, y - Math.sin(turn + 0.45) * reach * 1.5);
    pen.closePath();
  }
  pen.fill();
}

// How a relation reads, in the middle of its line.
function drawWords(pen: CanvasRenderingContext2D, { view, ink, labels }: Seen, line: Line): void {
  const [from, to] = [view.at(line.from), view.at(line.to)];
  labels.useFont(`400 10.5px ${ink.sans}`);
  pen.fillStyle = ink.ink2;
  pen.strokeStyle = ink.bg;
  pen.lineWidth = 3;
  pen.textBaseline = "middle";
  labels.draw(line.said, (from.x + to.x) / 2 - labels.widthOf(line.said) / 2, (from.y + to.y) / 2, 0, false, view.width, view.height);
}

function drawCounts(pen: CanvasRenderingContext2D, { ink, labels }: Seen, counted: readonly Cluster[]): void {
  labels.useFont(`500 11.5px ${ink.sans}`);
  pen.lineWidth = 1;
  pen.textBaseline = "middle";
  for (const { x, y, kind, count } of [...counted].sort((one, other) => other.count - one.count)) {
    const text = `${count} ${kind}`;
    const half = labels.widthOf(text) / 2 + 8;
    if (!labels.claim(x - half, y - 11, x + half, y + 11)) continue;
    pen.beginPath();
    pen.roundRect(x - half, y - 11, half * 2, 22, 11);
    pen.fillStyle = ink.bg;
    pen.fill();
    pen.strokeStyle = ink.line;
    pen.stroke();
    pen.fillStyle = ink.ink2;
    pen.fillText(text, x - half + 8, y);
  }
}

/** A thing with its neighbours and what joins them. */
export function around(at: Body | null): Lit {
  const lines = (at?.lines ?? []).filter(isShown);
  return { at, lines: new Set(lines), bodies: new Set(at ? [at, ...lines.map((line) => otherEnd(line, at))] : []) };
}
