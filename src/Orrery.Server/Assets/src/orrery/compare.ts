import type { Scene } from "./scene";

/** What came, what went and what moved between a pinned moment and the one shown. */
export interface Comparison {
  before: Scene;
  /** Indices into the scene shown. */
  came: number[];
  moved: number[];
  /** Indices into the pinned scene. */
  went: number[];
  /** For each body shown, its index in the pinned scene, or -1. */
  was: Int32Array;
  /** 1 for what neither came nor moved. */
  still: Uint8Array;
}

/** Whether what is shown was before what is pinned: then nothing came since, it was there already. */
export function looksBack({ before }: Comparison, shown: Scene): boolean {
  return Date.parse(shown.data.at) < Date.parse(before.data.at);
}

/** A fifth of an orbit: less is not to be seen. */
const noticeable = 9;

export function compare(before: Scene, shown: Scene): Comparison {
  const was = Int32Array.from(shown.things, (thing) => before.indexOf.get(thing.id) ?? -1);
  const comparison: Comparison = { before, came: [], moved: [], went: [], was, still: new Uint8Array(shown.count) };
  for (let i = 0; i < shown.count; i++) {
    if (shown.filtered[i] === 1) continue;
    if (was[i] < 0) comparison.came.push(i);
    else if (Math.abs(before.layout.radius[was[i]] - shown.layout.radius[i]) > noticeable) comparison.moved.push(i);
    else comparison.still[i] = 1;
  }
  before.things.forEach((thing, i) => {
    if (before.filtered[i] === 0 && !shown.indexOf.has(thing.id)) comparison.went.push(i);
  });
  return comparison;
}
