import assert from "node:assert/strict";
import { test } from "node:test";
import { nameBefore } from "../src/naming";

test("a name begins with @ after a space, or with two brackets, and ends at the cursor", () => {
  assert.deepEqual(nameBefore("Ask @ru", 7), { sign: "@", from: 4, typed: "ru" });
  assert.deepEqual(nameBefore("see [[mobile cl", 15), { sign: "[[", from: 4, typed: "mobile cl" });
  assert.deepEqual(nameBefore("@", 1), { sign: "@", from: 0, typed: "" });
  assert.equal(nameBefore("mail ada@home", 13), null);
  assert.equal(nameBefore("done [[bet:a]] and", 18), null);
});
