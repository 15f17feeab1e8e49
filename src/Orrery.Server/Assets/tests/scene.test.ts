import assert from "node:assert/strict";
import { test } from "node:test";
import { company, orreryAt } from "../dev/sample.mjs";
import { findBands } from "../src/orrery/bands";
import { Camera } from "../src/orrery/camera";
import type { OrreryPicture } from "../src/orrery/contract";
import { compare } from "../src/orrery/compare";
import { Grid } from "../src/orrery/grid";
import { Scene } from "../src/orrery/scene";
import { stepFrom } from "../src/orrery/walk";

const sceneOf = (size: number, at?: string): Scene => new Scene(orreryAt(company(size), at) as OrreryPicture);

test("every relation is found from both its ends", () => {
  const scene = sceneOf(300);
  scene.data.relations.forEach(([from, to], relation) => {
    assert.ok(scene.relationsOf(from).includes(relation) && scene.relationsOf(to).includes(relation));
    assert.equal(scene.otherEnd(relation, from), to);
  });
});

test("a body is found under its own middle", () => {
  const scene = sceneOf(300);
  const grid = new Grid();
  grid.rebuild(scene);
  let found = 0;
  for (let i = 0; i < scene.count; i++) if (grid.nearest(scene, scene.x[i], scene.y[i], 2, 1) === i) found++;
  assert.ok(found > scene.count * 0.95);
});

test("walking reaches most of the map and never stands still on a hidden body", () => {
  const scene = sceneOf(300);
  const step = (body: number, dx: number, dy: number): number => stepFrom(scene, [], null, body, [0, 0], dx, dy)?.body ?? -1;
  const start = step(-1, 1, 0);
  const reached = new Set([start]);
  const toVisit = [start];
  for (let body = toVisit.pop(); body !== undefined; body = toVisit.pop())
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      const next = step(body, dx, dy);
      if (next >= 0 && !reached.has(next)) reached.add(next) && toVisit.push(next);
    }
  assert.ok(reached.size > scene.count * 0.9, `${reached.size} of ${scene.count}`);
});

test("walking stops at bands too", () => {
  const scene = sceneOf(5000);
  const camera = new Camera();
  camera.resize(1200, 800);
  const bands = findBands(scene, camera);
  const stops = bands.map((band) => stepFrom(scene, bands, band, -1, [0, 0], 0, -1));
  assert.ok(stops.some((stop) => stop?.band));
});

test("bands count exactly whom they hide, and zooming in dissolves them", () => {
  const scene = sceneOf(5000);
  const camera = new Camera();
  camera.resize(1200, 800);
  const bands = findBands(scene, camera);
  assert.equal(bands.reduce((sum, band) => sum + band.count, 0), scene.banded.reduce((sum, one) => sum + one, 0));
  assert.ok(bands.length > 0);
  camera.zoomAt(10, 600, 400);
  const hidden = scene.banded.reduce((sum, one) => sum + one, 0);
  findBands(scene, camera);
  assert.ok(scene.banded.reduce((sum, one) => sum + one, 0) < hidden / 3);
});

test("travelling moves only in distance", () => {
  const now = sceneOf(200);
  const then = sceneOf(200, "2026-10-22");
  const turned = then.things.map((thing, i) => [i, now.indexOf.get(thing.id)] as const).filter(([i, j]) => j !== undefined && Math.abs(then.layout.angle[i] - now.layout.angle[j]) > 0.35);
  assert.equal(turned.length, 0);
});

test("a comparison accounts for everything once", () => {
  const before = sceneOf(400, "2024-01-01");
  const now = sceneOf(400);
  const { came, went, moved, still } = compare(before, now);
  assert.equal(came.length + moved.length + still.reduce((sum, one) => sum + one, 0), now.count);
  assert.equal(before.count - went.length, now.count - came.length);
  assert.deepEqual(compare(now, now), { ...compare(now, now), came: [], went: [], moved: [] });
});
