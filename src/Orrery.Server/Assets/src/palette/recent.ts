/** A page that was looked at. */
export interface Visited {
  href: string;
  title: string;
}

const most = 8;
const isThing = /^\/w\/[^/]+\/(e|v|r)\/[^/]+$/;

/** Pages of the same workspace that were looked at lately, the last first, without the one that is open. */
export function recent(here: string): Visited[] {
  return kept(here).filter((visit) => visit.href !== here).slice(0, 5);
}

/** Notes that a page is open, when it is one of a thing. */
export function note(path: string, title: string): void {
  if (!isThing.test(path)) return;
  const said = title.split(" · ")[0] ?? title;
  const rest = kept(path).filter((visit) => visit.href !== path);
  keep(path, [{ href: path, title: said }, ...rest].slice(0, most));
}

function keyOf(path: string): string {
  return `orrery-recent-${path.split("/")[2] ?? ""}`;
}

function kept(path: string): Visited[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(path)) ?? "[]");
    return Array.isArray(read) ? read.filter(isVisited) : [];
  } catch {
    return [];
  }
}

function keep(path: string, visits: Visited[]): void {
  try {
    localStorage.setItem(keyOf(path), JSON.stringify(visits));
  } catch {
    // a browser that keeps nothing offers nothing
  }
}

function isVisited(value: unknown): value is Visited {
  return typeof value === "object" && value !== null && typeof (value as Visited).href === "string" && typeof (value as Visited).title === "string" && isThing.test((value as Visited).href);
}
