import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { AskWords, Callable } from "./words";

/** What could stand where the cursor is. Names come as a question spells them, with what people call them beside. */
export function completionsAt(words: AskWords, before: string, all: string): { length: number; options: Completion[] } | null {
  const quoted = /(?:^|[^\\])(['"])([^'"]*)$/u.exec(before.slice(before.lastIndexOf("\n") + 1));
  const value = /\.\s*([\p{L}_][\p{L}\p{N}_]*)\s*(?:=|<>|IN\s*\[)\s*['"]([^'"]*)$/iu.exec(before) ?? /([\p{L}_][\p{L}\p{N}_]*)\s*:\s*['"]([^'"]*)$/u.exec(before);
  if (value?.[1]) return optionsOf(words, value[1], value[2] ?? "");
  if (quoted && isOpen(before)) return null;
  const type = /\[[^\]]*[:|]\s*([\p{L}\p{N}_]*)$/u.exec(before);
  if (type) return { length: type[1]?.length ?? 0, options: words.types.map((t) => entry(t.name, "relation", t.said, t.about)) };
  const label = /[(\p{L}\p{N}_]\s*:\s*([\p{L}\p{N}_]*)$/u.exec(before);
  if (label && !isInMap(before)) return { length: label[1]?.length ?? 0, options: words.labels.map((l) => entry(l.name, "kind", l.said, l.about)) };
  const call = /CALL\s+([\p{L}\p{N}_.]*)$/iu.exec(before);
  if (call) return { length: call[1]?.length ?? 0, options: words.procedures.map((p) => callable(p, "procedure")) };
  const space = /([\p{L}_][\p{L}\p{N}_]*\.)[\p{L}\p{N}_.]*$/u.exec(before);
  const functions = space ? words.functions.filter((f) => f.name.startsWith(space[1] ?? "")) : [];
  if (space && functions.length > 0) return { length: space[0].length, options: functions.map((f) => callable(f, "function")) };
  const field = /([\p{L}_][\p{L}\p{N}_]*)\.([\p{L}\p{N}_]*)$/u.exec(before);
  if (field?.[1]) return { length: field[2]?.length ?? 0, options: fieldsOf(words, all, field[1]) };
  const key = /[{,]\s*([\p{L}\p{N}_]*)$/u.exec(before);
  if (key && isInMap(before)) return { length: key[1]?.length ?? 0, options: words.fields.map((f) => entry(f.name, "field", f.said, "")) };
  return freely(words, before, all);
}

/** The same as CodeMirror asks for it. */
export function source(words: Promise<AskWords>) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const all = context.state.doc.toString();
    const found = completionsAt(await words, all.slice(0, context.pos), all);
    return found && (context.explicit || found.length > 0 || /[:.[('"]$/u.test(all.slice(0, context.pos)))
      ? { from: context.pos - found.length, options: found.options, validFor: /^[\p{L}\p{N}_]*$/u }
      : null;
  };
}

function freely(words: AskWords, before: string, all: string): { length: number; options: Completion[] } | null {
  const typed = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(before)?.[0] ?? "";
  return {
    length: typed.length,
    options: [
      ...variablesOf(all).filter((name) => name !== typed).map((name) => ({ label: name, type: "variable", boost: 2 })),
      ...words.keywords.map((word) => ({ label: word, type: "keyword", boost: 1 })),
      ...words.functions.map((f) => callable(f, "function")),
    ],
  };
}

function fieldsOf(words: AskWords, all: string, variable: string): Completion[] {
  const kinds = new Set([...all.matchAll(new RegExp(`[(,]\\s*${variable}\\s*:\\s*([\\p{L}\\p{N}_]+)`, "gu"))].map((match) => match[1]));
  const own = new Set(words.labels.filter((label) => kinds.has(label.name)).flatMap((label) => label.fields));
  return words.fields.map((field) => ({ ...entry(field.name, "field", field.said, ""), boost: own.has(field.name) ? 5 : 0 }));
}

function optionsOf(words: AskWords, field: string, typed: string): { length: number; options: Completion[] } | null {
  const options = words.fields.filter((known) => known.name === field).flatMap((known) => known.options);
  return options.length === 0 ? null : { length: typed.length, options: [...new Set(options)].map((option) => ({ label: option, type: "value" })) };
}

/** Names that the text gives to what it finds. */
export function variablesOf(all: string): string[] {
  const found = all.matchAll(/[([]\s*([\p{L}_][\p{L}\p{N}_]*)\s*[:)\]{*]|\bAS\s+([\p{L}_][\p{L}\p{N}_]*)|\b([\p{L}_][\p{L}\p{N}_]*)\s*=\s*(?=(?:shortestPath|allShortestPaths)?\s*\()/giu);
  return [...new Set([...found].map((match) => match[1] ?? match[2] ?? match[3] ?? ""))].filter((name) => name !== "");
}

const callable = (known: Callable, type: string): Completion => ({
  label: known.name, type, detail: known.signature.slice(known.name.length), info: known.summary, apply: `${known.name}(`,
});

const entry = (name: string, type: string, said: string, about: string): Completion => ({
  label: name, type, detail: said.toLowerCase() === name.toLowerCase() ? about : [said, about].filter((part) => part !== "").join(", "),
});

function isInMap(before: string): boolean {
  return before.lastIndexOf("{") > before.lastIndexOf("}");
}

function isOpen(before: string): boolean {
  const line = before.slice(before.lastIndexOf("\n") + 1).replace(/\\./gu, "");
  const quotes = (sign: string): number => line.split(sign).length - 1;
  return quotes("'") % 2 === 1 || quotes('"') % 2 === 1;
}
