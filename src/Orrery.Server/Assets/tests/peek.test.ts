import assert from "node:assert/strict";
import { test } from "node:test";
import { peekPathOf } from "../src/peek/url";

test("a link to a thing leads to its peek, at the moment it speaks of", () => {
  assert.equal(peekPathOf("/w/harbor/e/bet:workflow", ""), "/w/harbor/peek/bet:workflow");
  assert.equal(peekPathOf("/w/harbor/e/bet:workflow", "?at=2024-03-03&done=5"), "/w/harbor/peek/bet:workflow?at=2024-03-03");
});

test("other links have no peek", () => {
  assert.equal(peekPathOf("/w/harbor/e/bet:workflow/history", ""), null);
  assert.equal(peekPathOf("/w/harbor/k/bet", ""), null);
});
