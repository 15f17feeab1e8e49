import type { Moment } from "./travel";

/** All that the address says of the map. Empty texts are what is not said. */
export interface MapAddress {
  moment: Moment;
  /** The pinned moment. */
  since: string;
  /** Categories, between commas. */
  only: string;
  kind: string;
  /** The ref of who holds what is shown. */
  owner: string;
  /** Words of titles. */
  q: string;
  /** The ref of what is chosen. */
  thing: string;
  /** The ref of whose thread is in focus. */
  thread: string;
  pace: string;
  /** Where the camera looks: x, y, zoom. */
  look: string;
}

export function readAddress(): MapAddress {
  const asked = new URLSearchParams(location.search);
  const said = (name: string): string => asked.get(name) ?? "";
  return {
    moment: { date: said("at"), known: said("known") }, since: said("since"), only: said("only"), kind: said("kind"), owner: said("owner"), q: said("q"),
    thing: said("thing"), thread: said("thread"), pace: said("pace"), look: said("look"),
  };
}

const settledMilliseconds = 180;
let timer = 0;

/** Puts it into the address once it has settled (browsers limit how often), so that what is seen can be shared; links that keep it follow. */
export function keepInAddress(said: () => MapAddress): void {
  clearTimeout(timer);
  const path = location.pathname;
  timer = window.setTimeout(() => { if (location.pathname === path) write(parts(said())); }, settledMilliseconds);
}

/** An address that says the same, besides what it says itself. */
export function withAddress(href: string, said: MapAddress): string {
  const url = new URL(href, location.href);
  set(url, parts(said));
  return url.href;
}

function parts(said: MapAddress): [string, string][] {
  return [
    ["at", said.moment.date], ["known", said.moment.known], ["since", said.since], ["only", said.only], ["kind", said.kind], ["owner", said.owner], ["q", said.q],
    ["thing", said.thing], ["thread", said.thread], ["pace", said.pace], ["look", said.look],
  ];
}

function set(url: URL, values: [string, string][]): void {
  for (const [name, value] of values) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
}

function write(values: [string, string][]): void {
  const url = new URL(location.href);
  set(url, values);
  if (url.href !== location.href) history.replaceState(history.state, "", url); // Turbo's own state stays
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-map-link]")) {
    const kept = new URL(link.href);
    set(kept, values);
    link.href = kept.href;
  }
}
