import type { StreamParser, StringStream } from "@codemirror/language";

/** What the reader of a line remembers: the sign before, and whether it is inside a comment. */
export interface CypherState {
  before: string;
  isComment: boolean;
}

const words = new Set(
  ("ALL ALLSHORTESTPATHS AND ANY AS ASC ASCENDING AT BY CALL CASE CONTAINS CREATE DELETE DESC DESCENDING DETACH DISTINCT ELSE END ENDS "
    + "EXISTS EXPLAIN FALSE IN IS KNOWN LIMIT MATCH MERGE NONE NOT NULL ON OPTIONAL OR ORDER PROFILE REMOVE RETURN SET SHORTESTPATH SINGLE "
    + "SKIP STARTS THEN TRUE UNION UNWIND VALID WHEN WHERE WITH XOR YIELD").split(" "),
);
const values = new Set(["TRUE", "FALSE", "NULL"]);
const name = /^[\p{L}_][\p{L}\p{N}_]*/u;

/** openCypher, a line at a time: names of kinds and relations, fields, functions, words, values. */
export const cypher: StreamParser<CypherState> = {
  name: "openCypher",
  startState: () => ({ before: "", isComment: false }),
  token: (stream, state) => {
    if (stream.eatSpace()) return null;
    const kind = state.isComment ? comment(stream, state) : piece(stream, state);
    return kind;
  },
  languageData: { commentTokens: { line: "//", block: { open: "/*", close: "*/" } }, closeBrackets: { brackets: ["(", "[", "{", "'", '"', "`"] } },
};

function comment(stream: StringStream, state: CypherState): string {
  state.isComment = !stream.match(/^.*?\*\//u);
  if (state.isComment) stream.skipToEnd();
  return "comment";
}

function piece(stream: StringStream, state: CypherState): string | null {
  if (stream.match("//")) {
    stream.skipToEnd();
    return "comment";
  }
  if (stream.match("/*")) return comment(stream, state);
  const before = state.before;
  state.before = "";
  if (stream.match(/^'(?:[^'\\]|\\.)*'?/u) || stream.match(/^"(?:[^"\\]|\\.)*"?/u)) return "string";
  if (stream.match(/^\$(?:`[^`]*`?|[\p{L}\p{N}_]+)/u)) return "parameter";
  if (stream.match(/^(?:0x[\da-f]+|0o[0-7]+|(?:\d+(?:\.(?!\.)\d+)?|\.\d+)(?:e[+-]?\d+)?)/iu)) return "number";
  if (stream.match(/^`(?:[^`]|``)*`?/u)) return named(before, "");
  if (stream.match(name)) return word(stream, before);
  state.before = stream.next() ?? "";
  return /[()[\]{}]/u.test(state.before) ? "bracket" : "operator";
}

function word(stream: StringStream, before: string): string | null {
  const text = stream.current();
  if (before === ":" || before === ".") return named(before, text);
  if (values.has(text.toUpperCase())) return "atom";
  if (words.has(text.toUpperCase())) return "keyword";
  return stream.match(/^\s*\(/u, false) ? "function" : named(before, text);
}

// After a colon stands a kind or a relation (which is written in capitals), after a dot a field.
function named(before: string, text: string): string | null {
  if (before === ":" || before === "|") return /^[A-Z][A-Z0-9_]+$/u.test(text) ? "relation" : "kind";
  return before === "." ? "field" : null;
}
