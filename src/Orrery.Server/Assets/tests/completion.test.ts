import assert from "node:assert/strict";
import { test } from "node:test";
import { completionsAt, variablesOf } from "../src/ask/completion";
import type { AskWords } from "../src/ask/words";

const words: AskWords = {
  keywords: ["MATCH", "RETURN"],
  functions: [
    { name: "count", signature: "count(value)", summary: "How many." },
    { name: "practice.freshness", signature: "practice.freshness(thing)", summary: "How much of the trust is left." },
    { name: "practice.wip", signature: "practice.wip(team)", summary: "How much is in action." },
  ],
  procedures: [
    { name: "changes", signature: "changes(from, to) YIELD change", summary: "In what two moments differ." },
    { name: "practice.trace", signature: "practice.trace(thing) YIELD step", summary: "All that a thing leads up to." },
  ],
  labels: [{ name: "Bet", said: "Bet", about: "Intent", fields: ["status"] }, { name: "Goal", said: "Goal", about: "Intent", fields: [] }],
  types: [{ name: "CONTRIBUTES_TO", said: "contributes to", about: "intent to intent" }],
  fields: [{ name: "dueOn", said: "Due", options: [] }, { name: "status", said: "Status", options: ["option", "in-action"] }],
};

const offered = (before: string, all = before): string[] => (completionsAt(words, before, all)?.options ?? []).map((option) => option.label);

test("after a colon in a node stand kinds, in a relation its types", () => {
  assert.deepEqual(offered("MATCH (b:"), ["Bet", "Goal"]);
  assert.deepEqual(offered("MATCH (b:Bet)-[:CON"), ["CONTRIBUTES_TO"]);
  assert.deepEqual(offered("MATCH (b:Bet)-[r:A|"), ["CONTRIBUTES_TO"]);
});

test("after a dot stand fields, those of the kind first", () => {
  const fields = completionsAt(words, "MATCH (b:Bet) RETURN b.", "MATCH (b:Bet) RETURN b.")?.options ?? [];
  assert.deepEqual(fields.map((field) => [field.label, field.boost]), [["dueOn", 0], ["status", 5]]);
});

test("in the quotes behind a field stand its options, in other quotes nothing", () => {
  assert.deepEqual(offered("MATCH (b:Bet) WHERE b.status = 'in"), ["option", "in-action"]);
  assert.deepEqual(offered("MATCH (b:Bet {status: '"), ["option", "in-action"]);
  assert.deepEqual(offered("RETURN 'any text"), []);
});

test("in a map stand fields, behind CALL procedures", () => {
  assert.deepEqual(offered("MATCH (b:Bet {"), ["dueOn", "status"]);
  assert.deepEqual(offered("CALL ch"), ["changes", "practice.trace"]);
});

test("behind a name that functions begin with stand these, whole; behind CALL and a dot procedures", () => {
  const found = completionsAt(words, "MATCH (b:Bet) RETURN practice.fr", "MATCH (b:Bet) RETURN practice.fr");
  assert.deepEqual(found?.options.map((option) => option.label), ["practice.freshness", "practice.wip"]);
  assert.equal(found?.length, "practice.fr".length);
  const called = completionsAt(words, "CALL practice.tr", "CALL practice.tr");
  assert.deepEqual(called?.options.map((option) => option.label), ["changes", "practice.trace"]);
  assert.equal(called?.length, "practice.tr".length);
  assert.deepEqual(offered("RETURN practice"), ["MATCH", "RETURN", "count", "practice.freshness", "practice.wip"]);
});

test("elsewhere stand the names of the text, words and functions", () => {
  assert.deepEqual(offered("MATCH (bet:Bet) RETURN "), ["bet", "MATCH", "RETURN", "count", "practice.freshness", "practice.wip"]);
  assert.deepEqual(variablesOf("MATCH p = (a:Bet)-[r]->(b) WITH count(*) AS many, a"), ["p", "a", "r", "b", "many"]);
});
