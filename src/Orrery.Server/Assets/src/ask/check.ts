import { linter, type Diagnostic } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";

/** As `AskCheck.cs` answers. */
interface Mark {
  severity: "error" | "warning";
  from: number;
  to: number;
  message: string;
  remedy: string;
}

/** Marks what the server finds wrong while somebody writes. */
export function checking(address: string, typed: () => URLSearchParams): Extension {
  let going = new AbortController();
  return linter(async (view): Promise<Diagnostic[]> => {
    going.abort();
    going = new AbortController();
    const text = view.state.doc.toString();
    if (text.trim() === "") return [];
    const url = new URL(address, location.href);
    for (const [name, value] of typed()) if (name !== "as") url.searchParams.set(name, value);
    url.searchParams.set("q", text);
    const marks = await ask(url, going.signal);
    // The server reads the text without the space around it.
    const ahead = text.length - text.trimStart().length;
    return marks.map((mark) => diagnostic(mark, ahead, view.state.doc.length));
  }, { delay: 400 });
}

async function ask(url: URL, signal: AbortSignal): Promise<Mark[]> {
  try {
    const answer = await fetch(url, { signal });
    return answer.ok ? ((await answer.json()) as Mark[]) : [];
  } catch {
    // Overtaken by a newer text, or no server: asking will tell.
    return [];
  }
}

function diagnostic(mark: Mark, ahead: number, length: number): Diagnostic {
  const from = Math.min(mark.from + ahead, length);
  return { from, to: Math.min(Math.max(mark.to + ahead, from), length), severity: mark.severity, message: `${mark.message} ${mark.remedy}` };
}
