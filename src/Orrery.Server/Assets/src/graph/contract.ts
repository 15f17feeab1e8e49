/** What the server says of a graph, version 1 (GraphFeed.cs). */
export interface Feed {
  v: 1;
  revision: number;
  things: Thing[];
  joins: Join[];
  /** How each type of relation reads from its start. */
  words: Record<string, string>;
  /** Ids of a way, thing, relation, thing and so on; empty for none. */
  way: string[];
  leftOut: number;
}

export interface Thing {
  id: string;
  title: string;
  href: string;
  peek: string;
  kind: string;
  kindLabel: string;
  kindsLabel: string;
  category: string;
  trust: "fresh" | "ageing" | "stale" | "";
  mark?: Mark;
}

export interface Join {
  id: string;
  from: string;
  to: string;
  type: string;
  assertion: "declared" | "inferred" | "validated";
  mark?: Mark;
}

export type Mark = "came" | "went";
export type Arrangement = "layered" | "organic";

/** Asks the server; null when it does not answer with a graph. */
export async function ask(address: string, more: Record<string, string> = {}): Promise<Feed | null> {
  const url = new URL(address, location.href);
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  const answer = await fetch(url, { headers: { accept: "application/json" } });
  return answer.ok ? ((await answer.json()) as Feed) : null;
}
