import { shorten } from "../orrery/labels";
import { categories, type Category } from "../orrery/scene";
import type { Feed, Join, Thing } from "./contract";

export interface Body extends Thing {
  /** Its title, short enough for a label. */
  short: string;
  /** Its category by number, and how it looks: what sprites are made of. */
  hue: number;
  look: number;
  x: number;
  y: number;
  /** Whether the view holds it; others were asked for. */
  isOwn: boolean;
  isOff: boolean;
  lines: Line[];
}

export interface Line extends Omit<Join, "from" | "to"> {
  from: Body;
  to: Body;
  /** How its type reads from its start. */
  said: string;
  isOwn: boolean;
  isOff: boolean;
  /** How far aside it bends, so that several between the same two can be told apart. */
  bend: number;
}

const trusts = ["", "fresh", "ageing", "stale"];
const looksATrust = 3;
const aside = 22;

/** Things and what joins them, as they stand on the screen. */
export class Net {
  readonly bodies = new Map<string, Body>();
  readonly lines = new Map<string, Line>();
  /** The most joined first: who gets a label. */
  byWeight: Body[] = [];

  get shown(): Body[] {
    return this.byWeight.filter((body) => !body.isOff);
  }

  get shownLines(): Line[] {
    return [...this.lines.values()].filter(isShown);
  }

  /** Adds what is not there yet; answers the new ones. */
  add(feed: Feed, isOwn: boolean): Body[] {
    const fresh: Body[] = [];
    for (const thing of feed.things) {
      const known = this.bodies.get(thing.id);
      if (known) Object.assign(known, told(thing), { isOwn: isOwn || known.isOwn });
      else fresh.push(this.put({ ...told(thing), x: 0, y: 0, isOwn, isOff: false, lines: [] }));
    }
    for (const { from, to, ...more } of feed.joins) {
      const [start, end] = [this.bodies.get(from), this.bodies.get(to)];
      if (this.lines.has(more.id) || !start || !end) continue;
      const line: Line = { ...more, from: start, to: end, said: feed.words[more.type] ?? more.type, isOwn, isOff: false, bend: bendOf(start, end) };
      this.lines.set(line.id, line);
      start.lines.push(line);
      if (end !== start) end.lines.push(line);
    }
    this.weigh();
    return fresh;
  }

  /** Takes away what the view held and holds no more. */
  keep(ids: ReadonlySet<string>): void {
    for (const line of [...this.lines.values()])
      if ((line.isOwn && !ids.has(line.id)) || isGone(line.from, ids) || isGone(line.to, ids)) {
        this.lines.delete(line.id);
        for (const end of [line.from, line.to]) end.lines = end.lines.filter((other) => other !== line);
      }
    for (const body of [...this.bodies.values()]) if (isGone(body, ids)) this.bodies.delete(body.id);
    this.weigh();
  }

  private put(body: Body): Body {
    this.bodies.set(body.id, body);
    return body;
  }

  private weigh(): void {
    this.byWeight = [...this.bodies.values()].sort((one, other) => other.lines.length - one.lines.length);
  }
}

export function isShown(line: Line): boolean {
  return !line.isOff && !line.from.isOff && !line.to.isOff;
}

export function otherEnd(line: Line, body: Body): Body {
  return line.from === body ? line.to : line.from;
}

function isGone(body: Body, ids: ReadonlySet<string>): boolean {
  return body.isOwn && !ids.has(body.id);
}

function told(thing: Thing): Thing & Pick<Body, "short" | "hue" | "look"> {
  const hue = categories.indexOf(thing.category as Category);
  return { ...thing, short: shorten(thing.title), hue: hue < 0 ? categories.length - 1 : hue, look: Math.max(0, trusts.indexOf(thing.trust)) * looksATrust };
}

function bendOf(from: Body, to: Body): number {
  const between = from.lines.filter((line) => otherEnd(line, from) === to).length;
  return between === 0 ? 0 : Math.ceil(between / 2) * aside * (between % 2 === 0 ? -1 : 1);
}
