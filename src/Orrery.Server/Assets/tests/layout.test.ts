import assert from "node:assert/strict";
import { test } from "node:test";
import type { AxisBody, Body, OrreryPicture } from "../src/orrery/contract";
import { angleOf, axisAngle, layOut, orbitOf, radiusOf, rimRadius, ringRadius, sectorSpan } from "../src/orrery/layout";

function body(id: string, changes: Partial<Body> = {}): Body {
  return {
    id, href: `/e/${id}`, title: id, category: "intent", kind: "bet", kindLabel: "Bet", group: "claims", order: 1,
    distanceDays: 40, freshness: 0.9, assertion: "declared", size: null, note: null, ...changes,
  };
}

function picture(bodies: Body[], axis: AxisBody[] = []): OrreryPicture {
  const sectors = ["context", "intent", "collaboration", "investment"].map((category) => ({ category, label: category, count: 0 }));
  return {
    v: 1, workspace: "w", revision: 1, at: "2026-01-01", now: "2026-01-01", orbits: [], sectors, bodies, axis, relations: [],
    density: { from: "2020-01-01", to: "2026-01-01", buckets: [] }, pins: [], holders: [],
  };
}

test("orbits end where the horizons do", () => {
  assert.deepEqual([0.5, 0.6, 4.6, 25, 80, 316, 2000].map(orbitOf), [0, 1, 2, 3, 4, 5, 6]);
});

test("distance grows without a jump and stays between the centre and the rim", () => {
  let before = 0;
  for (let days = 0.001; days < 60_000; days *= 1.05) {
    const radius = radiusOf(days);
    assert.ok(radius >= before && radius < rimRadius && radius > ringRadius(0) - 30);
    assert.ok(before === 0 || radius - before < 5);
    before = radius;
  }
});

test("what has no date sits on the rim, and what is overdue as far as what is due", () => {
  assert.equal(radiusOf(null), rimRadius);
  assert.equal(radiusOf(-30), radiusOf(30));
});

test("a body stays within its sector and near its community", () => {
  const [start, width] = sectorSpan(1, 4);
  const angles = Array.from({ length: 400 }, (_, i) => angleOf(body(`b${i}`, { order: i }), 1, 4));
  assert.ok(angles.every((angle) => angle > start && angle < start + width));
  assert.ok(Math.max(...angles) - Math.min(...angles) < width / 2);
});

test("the angle does not depend on who else is there", () => {
  const alone = layOut(picture([body("a")]));
  const faraway = Array.from({ length: 50 }, (_, i) => body(`far${i}`, { order: 100 + i, distanceDays: 9000 }));
  const among = layOut(picture([body("a"), ...faraway]));
  assert.equal(among.angle[0], alone.angle[0]);
  assert.equal(among.radius[0], alone.radius[0]);
});

test("what joins later moves nobody who was there", () => {
  const early = Array.from({ length: 60 }, (_, i) => body(`e${i}`, { order: i }));
  const late = Array.from({ length: 60 }, (_, i) => body(`l${i}`, { order: 60 + i }));
  const before = layOut(picture(early));
  const after = layOut(picture([...early, ...late]));
  for (let i = 0; i < early.length; i++) assert.equal(after.angle[i], before.angle[i]);
});

test("bodies are moved apart along their arc, never in distance", () => {
  const crowd = Array.from({ length: 6 }, (_, i) => body(`c${i}`, { order: 7, distanceDays: 200 }));
  const { x, y, size, radius } = layOut(picture(crowd));
  assert.ok(radius.every((one) => Math.abs(one - radiusOf(200)) < 0.001));
  let overlapping = 0;
  for (let i = 0; i < 6; i++) for (let j = 0; j < i; j++) if (Math.hypot(x[i] - x[j], y[i] - y[j]) < size[i] + size[j]) overlapping++;
  assert.ok(overlapping <= 1, `${overlapping} overlap`);
});

test("a ritual sits on the axis between the sectors it joins", () => {
  const { sectors } = picture([]);
  const ritual = (between: [string, string]): AxisBody => ({ ...body("r"), category: "practice", between });
  assert.equal(axisAngle(ritual(["intent", "context"]), sectors), sectorSpan(1, 4)[0]);
  assert.equal(axisAngle(ritual(["context", "investment"]), sectors), sectorSpan(0, 4)[0]);
});
