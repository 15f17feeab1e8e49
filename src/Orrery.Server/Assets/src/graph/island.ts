import { visit } from "../orrery/visit";
import { element } from "../orrery/element";
import { saveCanvas, saveFile } from "../picture";
import { arrange } from "./arrange";
import { GraphCanvas } from "./canvas";
import { ask, type Arrangement, type Feed } from "./contract";
import { around } from "./draw";
import { toCanvas, toSvg } from "./export";
import { type Body, type Line, Net } from "./net";
import { nextInDirection } from "./places";
import { shortcuts } from "./reduce";
import { readState, writeState, type State } from "./state";
import { Tools, type Choice } from "./tools";

export interface GraphPlaces {
  holder: HTMLElement;
  feed: string;
  neighbours: string;
  path: string;
  layout: Arrangement;
  isReduced: boolean;
  title: string;
}

export function mount(places: GraphPlaces): Graph {
  return new Graph(places);
}

const twice = 350;
const dwell = 90;
const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
const steps: Record<string, [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** Things and what joins them, on a canvas; the picture of the server stays for who prints, and the text for who cannot see it. */
export class Graph {
  private readonly net = new Net();
  private readonly state: State;
  private readonly tools: Tools;
  private readonly canvas: GraphCanvas;
  private readonly theme = new MutationObserver(() => { this.paint(); });
  private readonly scheme = matchMedia("(prefers-color-scheme: dark)");
  private at: Body | null = null;
  /** Things chosen to be joined by a path; null while nobody chooses. */
  private picked: Body[] | null = null;
  private revision = 0;
  private isClosed = false;
  private pointing = 0;
  private tapped = { body: null as Body | null, time: 0 };

  constructor(private readonly places: GraphPlaces) {
    const { holder } = places;
    this.state = readState(location.search, places.layout, places.isReduced);
    this.tools = new Tools(this.state, {
      changed: () => { this.filter(); this.keep(); },
      arranged: () => { this.keep(); void this.arrange(); },
      fit: () => { this.fit(); },
      zoom: (factor) => { this.zoom(factor); },
      join: () => { this.pick(); },
      save: (form) => { void this.save(form); },
    });
    holder.classList.add("live");
    holder.append(this.tools.bar);
    this.canvas = new GraphCanvas(this.net, holder, this);
    this.canvas.place.setAttribute("aria-label", `${places.title}: arrow keys walk, Enter opens, Space peeks, N asks for neighbours`);
    this.canvas.place.addEventListener("focus", () => { if (!this.at) this.go(this.first); });
    holder.append(this.tools.said);
    this.theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    this.scheme.addEventListener("change", this.paint);
    void this.begin();
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.pointing);
    this.theme.disconnect();
    this.scheme.removeEventListener("change", this.paint);
    this.canvas.close();
    this.tools.bar.remove();
    this.tools.said.remove();
    this.places.holder.classList.remove("live");
  }

  /** Asks again: what came is added, what went is taken away, everything else stays where it is. */
  async refresh(): Promise<void> {
    const feed = await ask(this.places.feed);
    if (!feed || this.isClosed || feed.revision === this.revision) return;
    this.net.keep(new Set([...feed.things, ...feed.joins].map((one) => one.id)));
    this.spread(null, this.add(feed, true));
    this.filter();
  }

  private async begin(): Promise<void> {
    this.tools.tell("Reading …");
    const feed = await ask(this.places.feed);
    if (this.isClosed) return;
    if (!feed) return this.tools.tell("The server did not answer. What it drew before is in the text below.");
    this.add(feed, true);
    for (const ref of this.state.opened) await this.open(ref);
    this.filter();
    await this.arrange();
    this.canvas.place.dataset.ready = "true";
  }

  private add(feed: Feed, isOwn: boolean): Body[] {
    this.revision = feed.revision;
    const fresh = this.net.add(feed, isOwn);
    this.offer();
    if (feed.leftOut > 0) this.tools.tell(`${feed.leftOut} more things are not drawn.`);
    return fresh;
  }

  private async arrange(): Promise<void> {
    this.tools.tell("Arranging …");
    await arrange(this.net, this.state.layout, () => {
      if (this.isClosed || isStill) return;
      this.canvas.place.dataset.placed = "";
      this.fit();
    });
    if (this.isClosed) return;
    this.fit();
    this.count();
  }

  private fit(): void {
    this.canvas.view.fit(this.net.shown);
    this.canvas.redraw();
  }

  private count(): void {
    this.tools.tell(`${this.net.shown.length} things, ${this.net.shownLines.length} relations between them.`);
  }

  private filter(): void {
    const lines = [...this.net.lines.values()];
    const short = this.state.isReduced ? shortcuts(lines.map(({ id, from, to, type }) => ({ id, from: from.id, to: to.id, type }))) : new Set<string>();
    for (const body of this.net.bodies.values()) body.isOff = this.state.kinds.has(body.kind);
    for (const line of lines) line.isOff = this.state.types.has(line.type) || short.has(line.id);
    this.canvas.redraw();
    this.count();
  }

  private offer(): void {
    const kinds = new Map<string, Choice>();
    for (const body of this.net.bodies.values()) count(kinds, body.kind, body.kindsLabel, body.category);
    const types = new Map<string, Choice>();
    for (const line of this.net.lines.values()) count(types, line.type, line.said);
    const sorted = (choices: Map<string, Choice>): Choice[] => [...choices.values()].sort((one, other) => other.count - one.count);
    this.tools.offer(sorted(kinds), sorted(types));
  }

  // Somebody who only passes over things points at none of them.
  hover(x: number, y: number): void {
    const body = this.canvas.under(x, y);
    this.canvas.place.classList.toggle("over", body !== null);
    clearTimeout(this.pointing);
    if (!this.picked) this.pointing = window.setTimeout(() => { if (!this.isClosed) this.canvas.point(body ?? this.at); }, dwell);
  }

  leave(): void {
    clearTimeout(this.pointing);
    this.canvas.point(this.at);
  }

  pan(dx: number, dy: number): void {
    this.canvas.view.pan(dx, dy);
    this.canvas.move();
  }

  zoomBy(factor: number, x: number, y: number): void {
    this.canvas.view.zoom(factor, x, y);
    this.canvas.move();
  }

  grab(isGrabbing: boolean): void {
    this.canvas.place.classList.toggle("drag", isGrabbing);
  }

  tap(x: number, y: number): void {
    const body = this.canvas.under(x, y);
    const isTwice = body !== null && body === this.tapped.body && performance.now() - this.tapped.time < twice;
    this.tapped = { body, time: performance.now() };
    if (!body) return this.rest();
    if (this.picked) return void this.choose(body);
    this.at = body;
    this.canvas.point(body);
    if (isTwice) void this.openShown(body);
    else this.peek(body);
  }

  key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.press(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether the key was ours. */
  private press(key: string): boolean {
    const { at } = this;
    if (steps[key]) this.walk(steps[key]);
    else if (key === "Escape") this.rest();
    else if (key === "+" || key === "=") this.zoom(1.3);
    else if (key === "-") this.zoom(1 / 1.3);
    else if (key === "0") this.fit();
    else if (!at) return false;
    else if (key === "Enter") visit(at.href, false);
    else if (key === " " && this.picked) void this.choose(at);
    else if (key === " ") this.peek(at);
    else if (key === "n") void this.openShown(at);
    else return false;
    return true;
  }

  private readonly paint = (): void => { this.canvas.paint(this.places.holder); };

  private zoom(factor: number): void {
    const { view } = this.canvas;
    const kept = this.at && view.holds(this.at) ? view.at(this.at) : { x: view.width / 2, y: view.height / 2 };
    this.zoomBy(factor, kept.x, kept.y);
  }

  private rest(): void {
    this.picked = null;
    this.at = null;
    this.canvas.follow(around(null));
    this.count();
  }

  private get first(): Body | null {
    return this.net.shown[0] ?? null;
  }

  private walk([dx, dy]: [number, number]): void {
    if (!this.at || this.at.isOff) return this.go(this.first);
    const next = nextInDirection(this.net.shown, this.at, dx, dy);
    if (next) this.go(this.net.bodies.get(next.id) ?? null);
  }

  private go(body: Body | null): void {
    if (!body) return;
    const { view } = this.canvas;
    this.at = body;
    this.canvas.point(body);
    const seen = view.at(body);
    if (seen.x < 60 || seen.y < 60 || seen.x > view.width - 120 || seen.y > view.height - 60) {
      view.centre(body);
      this.canvas.redraw();
    }
    const joined = around(body).lines.size;
    this.tools.tell(`${body.title}, ${body.kindLabel}, ${joined} ${joined === 1 ? "relation" : "relations"} here.`);
  }

  private peek(body: Body): void {
    const link = element("a", { href: body.href, "data-peek-url": body.peek, class: "visually-hidden", tabindex: "-1" });
    // Not within the canvas, which would take the key for its own.
    document.body.append(link);
    link.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true, cancelable: true }));
    link.remove();
  }

  /** Draws the neighbours of a thing too; null when nobody answered. */
  private async open(id: string): Promise<Body[] | null> {
    const feed = await ask(this.places.neighbours, { of: id });
    if (!feed || this.isClosed) return null;
    this.state.opened.add(id);
    return this.add(feed, false);
  }

  private async openShown(here: Body): Promise<void> {
    const fresh = await this.open(here.id);
    if (!fresh) return;
    this.spread(here, fresh);
    this.filter();
    this.keep();
    this.canvas.point(here);
    this.tools.tell(fresh.length === 0 ? "All its neighbours are here already." : `${fresh.length} ${fresh.length === 1 ? "neighbour" : "neighbours"} more.`);
  }

  /** Around what they came with, else around what they are joined with. */
  private spread(here: Body | null, fresh: readonly Body[]): void {
    fresh.forEach((body, index) => {
      const { x, y } = here ?? body.lines.map(({ from, to }) => (from === body ? to : from)).find((other) => !fresh.includes(other)) ?? { x: 0, y: 0 };
      const [turn, ring] = [(index / Math.min(fresh.length, 14)) * 2 * Math.PI, 90 + Math.floor(index / 14) * 50];
      [body.x, body.y] = [x + Math.cos(turn) * ring * 1.6, y + Math.sin(turn) * ring];
    });
  }

  private pick(): void {
    this.rest();
    this.picked = [];
    this.tools.tell("Choose the first of the two things.");
    this.canvas.place.focus();
  }

  private async choose(body: Body): Promise<void> {
    const picked = this.picked;
    if (!picked || picked.includes(body)) return;
    picked.push(body);
    const [from, to] = picked;
    if (!to) return this.tools.tell("Choose the second one.");
    this.picked = null;
    this.tools.tell("Looking for the shortest path …");
    const feed = await ask(this.places.path, { from: from.id, to: to.id });
    if (this.isClosed) return;
    if (!feed || feed.way.length === 0) return this.tools.tell("No path of at most twelve steps joins them.");
    this.spread(from, this.add(feed, false));
    const bodies = feed.way.map((id) => this.net.bodies.get(id)).filter((one): one is Body => one !== undefined);
    const lines = feed.way.map((id) => this.net.lines.get(id)).filter((one): one is Line => one !== undefined);
    for (const one of [...bodies, ...lines]) one.isOff = false;
    this.canvas.follow({ at: null, bodies: new Set(bodies), lines: new Set(lines) });
    this.canvas.redraw();
    this.tools.tell(`${lines.length} steps: ${bodies.map((one) => one.title).join(" → ")}`);
  }

  private async save(form: "svg" | "png"): Promise<void> {
    const { ink } = this.canvas;
    if (form === "svg") saveFile(new Blob([toSvg(this.net, ink, this.places.title)], { type: "image/svg+xml" }), "graph.svg");
    else await saveCanvas(toCanvas(this.net, ink), "graph.png");
  }

  private keep(): void {
    history.replaceState(history.state, "", `${location.pathname}?${writeState(location.search, this.state)}`);
  }
}

function count(choices: Map<string, Choice>, value: string, title: string, category?: string): void {
  const known = choices.get(value);
  if (known) known.count++;
  else choices.set(value, { value, title, count: 1, category });
}
