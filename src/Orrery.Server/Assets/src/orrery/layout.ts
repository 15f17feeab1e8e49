import type { AxisBody, Body, OrreryPicture, Sector } from "./contract";
import { unitHash } from "./hash";
import { settle } from "./settle";

/** Where one orbit ends and the next begins, in days; the house's seven horizons. */
export const orbitBounds = [0.6, 4.6, 25, 80, 316, 2000] as const;
export const orbitCount = 7;
export const orbitWidth = 46;
export const rimRadius = 373;
export const discRadius = 380;
export const centreRadius = 40;

const innermostDays = 0.02;
const outermostDays = 20000;
const goldenRatio = 0.6180339887498949;
const sectorMargin = (4.5 * Math.PI) / 180;

/** The ring of an orbit, from the centre. */
export function ringRadius(orbit: number): number {
  return 66 + orbitWidth * orbit;
}

export function orbitOf(days: number): number {
  const found = orbitBounds.findIndex((bound) => days < bound);
  return found < 0 ? orbitCount - 1 : found;
}

/** Distance on the disc: logarithmic within an orbit, so that it never jumps. */
export function radiusOf(days: number | null): number {
  if (days === null || Number.isNaN(days)) return rimRadius;
  const distance = Math.min(Math.max(Math.abs(days), innermostDays), outermostDays);
  const orbit = orbitOf(distance);
  const near = Math.log(orbit === 0 ? innermostDays : orbitBounds[orbit - 1]);
  const far = Math.log(orbit === orbitCount - 1 ? outermostDays : orbitBounds[orbit]);
  const share = (Math.log(distance) - near) / (far - near);
  return ringRadius(orbit) + (share - 0.5) * orbitWidth;
}

/** The start of a sector and its width, in radians; the first sector is on the upper left. */
export function sectorSpan(index: number, count: number): [start: number, width: number] {
  const width = (2 * Math.PI) / Math.max(count, 1);
  return [Math.PI + index * width, width];
}

/** The angle of a body: its community's place, then its own, from ids and first-seen order alone. */
export function angleOf(body: Body, sector: number, sectors: number): number {
  const [start, width] = sectorSpan(sector, sectors);
  const usable = width - 2 * sectorMargin;
  const own = (body.order * goldenRatio + unitHash(body.id) * 0.35) % 1;
  if (!body.group) return start + sectorMargin + own * usable;
  const reach = 0.19;
  const centre = reach + unitHash(body.group) * (1 - 2 * reach);
  const leaning = own < 0.5 ? Math.sqrt(own * 2) - 1 : 1 - Math.sqrt((1 - own) * 2);
  return start + sectorMargin + (centre + leaning * reach) * usable;
}

/** The axis between two neighbouring sectors; for two that face each other, one of the two by hash. */
export function axisAngle(body: AxisBody, sectors: readonly Sector[]): number {
  const count = Math.max(sectors.length, 1);
  const places = (body.between ?? []).map((category) => sectors.findIndex((sector) => sector.category === category));
  const [first, second] = places.sort((a, b) => a - b);
  const boundary = boundaryBetween(first ?? -1, second ?? -1, count) ?? Math.floor(unitHash(body.id + "axis") * count);
  return sectorSpan(boundary, count)[0];
}

function boundaryBetween(first: number, second: number, count: number): number | null {
  if (first < 0 || second < 0) return null;
  if (second - first === 1) return second;
  return first === 0 && second === count - 1 ? 0 : null;
}

export function sizeOf(body: Body): number {
  return body.size === null ? 2.9 : 2.5 + 6.3 * Math.sqrt(Math.min(Math.max(body.size, 0), 1));
}

export interface Layout {
  x: Float32Array;
  y: Float32Array;
  size: Float32Array;
  angle: Float32Array;
  radius: Float32Array;
}

/** Where everything stands: bodies first, then what sits on the axes. */
export function layOut(data: OrreryPicture): Layout {
  const count = data.bodies.length + data.axis.length;
  const layout: Layout = {
    x: new Float32Array(count), y: new Float32Array(count), size: new Float32Array(count),
    angle: new Float32Array(count), radius: new Float32Array(count),
  };
  const least = new Float32Array(count);
  const most = new Float32Array(count);
  const orders = new Float64Array(count);
  const sectorIndex = new Map(data.sectors.map((sector, index) => [sector.category, index]));

  data.bodies.forEach((body, i) => {
    const sector = sectorIndex.get(body.category) ?? 0;
    const [start, width] = sectorSpan(sector, data.sectors.length);
    place(layout, i, body, angleOf(body, sector, data.sectors.length));
    least[i] = start + sectorMargin * 0.7;
    most[i] = start + width - sectorMargin * 0.7;
    orders[i] = body.order;
  });
  data.axis.forEach((body, k) => {
    const i = data.bodies.length + k;
    const axis = axisAngle(body, data.sectors);
    const sideways = (unitHash(body.id) - 0.5) * 12;
    place(layout, i, body, axis);
    layout.angle[i] = axis + sideways / layout.radius[i];
    least[i] = axis - 14 / layout.radius[i];
    most[i] = axis + 14 / layout.radius[i];
    orders[i] = body.order;
  });

  settle(layout, least, most, orders);
  return layout;
}

function place(layout: Layout, i: number, body: Body, angle: number): void {
  layout.size[i] = sizeOf(body);
  layout.radius[i] = radiusOf(body.distanceDays);
  layout.angle[i] = angle;
}
