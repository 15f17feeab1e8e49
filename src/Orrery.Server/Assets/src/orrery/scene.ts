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
  /** Largest first: who gets a label. */
  readonly byWeight: Uint32Array;
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
    this.byWeight = Uint32Array.from(this.layout.size.keys()).sort((a, b) => this.weight(b) - this.weight(a) || a - b);
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

  private weight(body: number): number {
    const degree = this.things[body].size === null ? 0 : 1;
    return this.layout.size[body] + degree - this.layout.radius[body] / 400;
  }
}

function lookOf(body: Body): number {
  const freshness = body.freshness;
  const trust = body.distanceDays === null ? 3 : freshness === null ? 0 : freshness >= 0.6 ? 1 : freshness >= 0.25 ? 2 : 3;
  return trust * assertions.length + Math.max(0, assertions.indexOf(body.assertion));
}

function adjacency(count: number, data: OrreryPicture): [Uint32Array, Uint32Array] {
  const first = new Uint32Array(count + 1);
  for (const [from, to] of data.relations) {
    first[from + 1]++;
    if (to !== from) first[to + 1]++;
  }
  for (let i = 0; i < count; i++) first[i + 1] += first[i];
  const next = first.slice(0, count);
  const relations = new Uint32Array(first[count]);
  data.relations.forEach(([from, to], relation) => {
    relations[next[from]++] = relation;
    if (to !== from) relations[next[to]++] = relation;
  });
  return [first, relations];
}
