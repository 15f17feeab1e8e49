import assert from "node:assert/strict";
import { test } from "node:test";
import { stepDate } from "../src/dates";
import { shorten } from "../src/orrery/labels";

test("a month's step keeps the day within the month", () => {
  assert.equal(stepDate("2024-03-31", "-1m"), "2024-02-29");
  assert.equal(stepDate("2024-02-29", "1y"), "2025-02-28");
  assert.equal(stepDate("2023-12-15", "1m"), "2024-01-15");
  assert.equal(stepDate("2024-03-01", "-7d"), "2024-02-23");
});

test("a long title is cut between words", () => {
  assert.equal(shorten("Triage rules for the second pass of all", 30), "Triage rules for the second…");
  assert.equal(shorten("Claims", 30), "Claims");
  assert.ok(shorten("A title of many words that goes on", 20).length <= 20);
});
