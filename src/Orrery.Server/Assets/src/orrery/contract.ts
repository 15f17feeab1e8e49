/** What `orrery.json` answers, version 1; the public API serves the same. */
export interface OrreryPicture {
  v: 1;
  workspace: string;
  revision: number;
  /** The chosen moment and the present, ISO. */
  at: string;
  now: string;
  /** Seven labels, nearest first. */
  orbits: string[];
  /** Clockwise from the left. */
  sectors: Sector[];
  bodies: Body[];
  /** Rituals, decisions, cycles: on the axes between the sectors they join. */
  axis: AxisBody[];
  /** What to call what sits on the axes. */
  axisLabel?: string;
  /** From, to (indices into bodies, then axis), type, label; optionally the label read backwards. */
  relations: Relation[];
  density: Density;
  pins: Pin[];
  /** Who holds things; bodies name them by their place here. */
  holders: Holder[];
  /** Where one thread is asked for: a digit for each body, then each on the axes: 0 elsewhere, 1 touched by it, 2 on it. */
  thread?: string;
}

export interface Holder {
  ref: string;
  title: string;
}

export interface Sector {
  category: string;
  label: string;
  count: number;
}

export interface Body {
  id: string;
  href: string;
  title: string;
  category: string;
  kind: string;
  kindLabel: string;
  group: string | null;
  /** First-seen order: the angle depends on it, never on who else is there. */
  order: number;
  /** Days from the chosen moment; null is unknown and sits on the rim, hollow. */
  distanceDays: number | null;
  freshness: number | null;
  assertion: "declared" | "inferred" | "validated";
  size: number | null;
  note: string | null;
  /** Places in `holders`. */
  held?: number[];
}

export interface AxisBody extends Body {
  between?: [string, string] | null;
}

export type Relation = [from: number, to: number, type: string, label: string, inverse?: string];

export interface Density {
  from: string;
  to: string;
  buckets: number[];
}

export type Pin = string | { at: string; label?: string };
