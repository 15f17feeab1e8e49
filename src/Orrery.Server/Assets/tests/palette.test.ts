import assert from "node:assert/strict";
import { test } from "node:test";
import { matches } from "../src/palette/commands";

test("words that begin words of a title match it, in any order and case", () => {
  assert.ok(matches("Retire this bet", "bet ret"));
  assert.ok(matches("Größe ändern", "än"));
  assert.ok(matches("Anything", ""));
  assert.ok(!matches("Retire this bet", "et"));
});
