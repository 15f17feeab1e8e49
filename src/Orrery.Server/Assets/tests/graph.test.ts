import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOrganically } from "../src/graph/organic";
import { clusters, fitting, nextInDirection } from "../src/graph/places";
import { shortcuts } from "../src/graph/reduce";
import { readState, writeState } from "../src/graph/state";

const lines = (...pairs: string[]): { id: string; from: string; to: string; type: string }[] =>
  pairs.map((pair) => ({ id: pair, from: pair[0], to: pair[1], type: pair[2] ?? "t" }));

test("a line beside a longer way of its type is a shortcut", () => {
  assert.deepEqual([...shortcuts(lines("ab", "bc", "ac", "cd", "ad"))].sort(), ["ac", "ad"]);
});

test("types do not mix", () => {
  assert.deepEqual([...shortcuts(lines("ab1", "bc1", "ac2"))], []);
});

test("a circle keeps its lines, and what leaves it counts once", () => {
  assert.deepEqual([...shortcuts(lines("ab", "ba", "bc", "cd", "bd"))], ["bd"]);
  assert.deepEqual([...shortcuts(lines("ab", "bc", "ca", "aa"))], []);
});

test("taking the shortcuts away leaves everything within reach, on graphs by chance", () => {
  let seed = 7;
  const chance = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let round = 0; round < 300; round++) {
    const all = Array.from({ length: 14 }, () => [chance(7), chance(7)]).map(([from, to]) => ({ id: `${from}${to}`, from: `${from}`, to: `${to}`, type: "t" }));
    const short = shortcuts(all);
    const kept = all.filter((line) => !short.has(line.id));
    for (const line of all) assert.ok(line.from === line.to || reaches(kept, line.from, line.to), `${round}: ${line.id}`);
  }
});

function reaches(all: { from: string; to: string }[], from: string, to: string): boolean {
  const seen = new Set([from]);
  for (let grew = true; grew;) {
    grew = false;
    for (const line of all) if (seen.has(line.from) && !seen.has(line.to)) { seen.add(line.to); grew = true; }
  }
  return seen.has(to);
}

test("walking goes straight ahead before it goes near", () => {
  const all = [{ id: "a", x: 0, y: 0 }, { id: "b", x: 30, y: 0 }, { id: "c", x: 10, y: 18 }, { id: "d", x: -5, y: 0 }];
  assert.equal(nextInDirection(all, all[0], 1, 0)?.id, "b");
  assert.equal(nextInDirection(all, all[0], 0, -1), null);
});

test("labels do not cover one another, and the first wins", () => {
  const labels = [{ id: "a", x: 0, y: 0, width: 50 }, { id: "b", x: 20, y: 4, width: 50 }, { id: "c", x: 20, y: 40, width: 50 }];
  assert.deepEqual([...fitting(labels, 5)], ["a", "c"]);
});

test("what lies together is counted by kind", () => {
  const places = Array.from({ length: 12 }, (_, index) => ({ id: `${index}`, x: index, y: 0, kind: index < 10 ? "bets" : "goals" }));
  assert.deepEqual(clusters(places, 100, 4), [{ kind: "bets", count: 10, x: 4.5, y: 0 }]);
});

test("what was changed is in the address, beside what was there", () => {
  const state = readState("?q=x&o.kinds=bet,goal", "layered", false);
  state.layout = "organic";
  state.kinds.delete("goal");
  const again = readState(`?${writeState("?q=x&o.kinds=bet,goal", state)}`, "layered", false);
  assert.deepEqual([again.layout, [...again.kinds], again.isReduced], ["organic", ["bet"], false]);
  assert.match(writeState("?q=x", state), /^q=x&/);
});

test("an organic arrangement keeps what is joined near, everything apart, and is the same each time", () => {
  const ids = Array.from({ length: 60 }, (_, i) => String(i));
  const joins = ids.slice(1).map((_, i): [number, number] => [Math.floor(i / 3), i + 1]);
  const placed = placeOrganically({ ids, joins });
  const far = (one: number, other: number): number => Math.hypot(placed[one * 2] - placed[other * 2], placed[one * 2 + 1] - placed[other * 2 + 1]);
  const all = ids.flatMap((_, one) => ids.slice(one + 1).map((_, step) => far(one, one + 1 + step)));
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  assert.ok(Math.min(...all) > 15);
  assert.ok(mean(joins.map(([one, other]) => far(one, other))) < mean(all) / 2);
  assert.deepEqual(placeOrganically({ ids, joins }), placed);
});
