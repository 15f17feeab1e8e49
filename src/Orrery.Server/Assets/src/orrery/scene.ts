import type { Body, OrreryPicture } from "./contract";
import { layOut, type Layout } from "./layout";

export const categories = ["context", "intent", "collaboration", "investment", "practice"] as const;
export type Category = (typeof categories)[number];

export const trusts = ["none", "fresh", "ageing", "stale"] as const;
export const assertions = ["declared", "inferred", "validated"] as const;

/** One answer of the server, laid out; arrays by body index, so that a frame allocates nothing. */
export class Scene {
  readonly count: number;
  readonly things: readonly Body[];
  readonly layout: Layout;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly alpha: Float32Array;
  readonly category: Uint8Array;
  readonly look: Uint8Array;
  /** 1 while a filter leaves it out. */
  readonly filtered: Uint8Array;
  /** 1 while a counted band stands for it. */
  readonly banded: Uint8Array;
  /** Where one thread is asked for: 0 elsewhere, 1 touched by it, 2 on it. */
  readonly thread: Uint8Array | null;
  /** Largest first: who gets a label. */
  readonly byWeight: Uint32Array;
  /** What is due, the soonest first: named before what is large. */
  readonly soonest: Uint32Array;
  readonly indexOf = new Map<string, number>();
  private readonly firstNeighbour: Uint32Array;
  private readonly neighbourRelations: Uint32Array;

  constructor(readonly data: OrreryPicture) {
    this.things = [...data.bodies, ...data.axis];
    this.count = this.things.length;
    this.layout = layOut(data);
    this.x = this.layout.x.slice();
    this.y = this.layout.y.slice();
    this.alpha = new Float32Array(this.count).fill(1);
    this.category = Uint8Array.from(this.things, (body) => Math.max(0, categories.indexOf(body.category as Category)));
    this.look = Uint8Array.from(this.things, lookOf);
    this.filtered = new Uint8Array(this.count);
    this.banded = new Uint8Array(this.count);
    this.thread = data.thread === undefined ? null : Uint8Array.from(data.thread, Number);
    this.byWeight = heaviestFirst(this.things, this.layout);
    this.soonest = Uint32Array.from(this.things.keys()).filter((i) => isDue(this.category[i])).sort((a, b) => this.layout.radius[a] - this.layout.radius[b] || a - b);
    this.things.forEach((body, i) => this.indexOf.set(body.id, i));
    [this.firstNeighbour, this.neighbourRelations] = adjacency(this.count, data);
  }

  /** The indices of the relations at a body. */
  relationsOf(body: number): Uint32Array {
    return this.neighbourRelations.subarray(this.firstNeighbour[body], this.firstNeighbour[body + 1]);
  }

  otherEnd(relation: number, body: number): number {
    const [from, to] = this.data.relations[relation];
    return from === body ? to : from;
  }

  isShown(body: number): boolean {
    return this.filtered[body] === 0 && this.banded[body] === 0;
  }
}

/** Intent and investment come nearer until they are due. */
function isDue(category: number): boolean {
  return category === 1 || category === 3;
}

/** Large before small, with a known size before none, near before far. */
function heaviestFirst(things: readonly Body[], { size, radius }: Layout): Uint32Array {
  const weights = Float32Array.from(things, (body, i) => size[i] + (body.size === null ? 0 : 1) - radius[i] / 400);
  return Uint32Array.from(things.keys()).sort((a, b) => weights[b] - weights[a] || a - b);
}

function lookOf(body: Body): number {
  const freshness = body.freshness;
  const trust = body.distanceDays === null ? 3 : freshness === null ? 0 : freshness >= 0.6 ? 1 : freshness >= 0.25 ? 2 : 3;
  return trust * assertions.length + Math.max(0, assertions.indexOf(body.assertion));
}

function adjacency(count: number, { relations }: OrreryPicture): [Uint32Array, Uint32Array] {
  const first = new Uint32Array(count + 1);
  for (const relation of relations) {
    first[relation[0] + 1]++;
    if (relation[1] !== relation[0]) first[relation[1] + 1]++;
  }
  for (let i = 0; i < count; i++) first[i + 1] += first[i];
  const next = first.slice(0, count);
  const at = new Uint32Array(first[count]);
  for (let i = 0; i < relations.length; i++) {
    const [from, to] = [relations[i][0], relations[i][1]];
    at[next[from]++] = i;
    if (to !== from) at[next[to]++] = i;
  }
  return [first, at];
}

/** What people type for a thing: the end of its address. */
export function refOf(thing: Body | undefined): string {
  return decodeURIComponent(thing?.href.split("/e/")[1] ?? "");
}
