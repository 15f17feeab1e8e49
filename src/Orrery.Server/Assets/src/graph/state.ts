import type { Arrangement } from "./contract";

/** What somebody changed about a graph; it is in the address, so that it can be shared and comes back. */
export interface State {
  layout: Arrangement;
  isReduced: boolean;
  /** Kinds that are hidden. */
  kinds: Set<string>;
  /** Types of relation that are hidden. */
  types: Set<string>;
  /** Things whose neighbours were asked for. */
  opened: Set<string>;
}

export function readState(search: string, layout: Arrangement, isReduced: boolean): State {
  const query = new URLSearchParams(search);
  const list = (name: string): Set<string> => new Set((query.get(name) ?? "").split(",").filter((part) => part !== ""));
  const told = query.get("s.layout");
  return {
    layout: told === "organic" || told === "layered" ? told : layout,
    isReduced: query.has("s.reduced") ? query.get("s.reduced") === "yes" : isReduced,
    kinds: list("o.kinds"), types: list("o.types"), opened: list("o.opened"),
  };
}

/** The query of an address with the state in it; everything else stays as it was. */
export function writeState(search: string, state: State): string {
  const query = new URLSearchParams(search);
  query.set("s.layout", state.layout);
  query.set("s.reduced", state.isReduced ? "yes" : "-");
  for (const [name, values] of [["o.kinds", state.kinds], ["o.types", state.types], ["o.opened", state.opened]] as const)
    if (values.size > 0) query.set(name, [...values].join(","));
    else query.delete(name);
  return query.toString();
}
