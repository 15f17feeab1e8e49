import cytoscape, { type Core, type EventObject, type NodeSingular } from "cytoscape";
import { saveCanvas, saveFile } from "../picture";
import { element } from "../orrery/element";
import { shorten } from "../orrery/labels";
import { visit } from "../orrery/visit";
import { arrange } from "./arrange";
import { ask, type Arrangement, type Feed } from "./contract";
import { Detail } from "./detail";
import { toCanvas, toSvg } from "./export";
import { inks, look } from "./look";
import { nextInDirection, type Place } from "./places";
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

const large = 900;
const heavy = 1_200;
const smallest = 6;

const steps: Record<string, [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** Things and what joins them, on a canvas; the picture of the server stays for who prints, and the text for who cannot see it. */
export class Graph {
  private readonly canvas = element("div", { class: "graph-canvas", tabindex: "0", role: "application", "aria-label": "" });
  private readonly state: State;
  private readonly tools: Tools;
  private readonly theme = new MutationObserver(() => { this.paint(); });
  private readonly scheme = matchMedia("(prefers-color-scheme: dark)");
  private ink;
  private core: Core;
  private detail: Detail;
  private at: string | null = null;
  private picked: string[] | null = null;
  private revision = 0;
  private isClosed = false;
  private grown = 1;
  private pointing = 0;

  constructor(private readonly places: GraphPlaces) {
    const { holder } = places;
    this.state = readState(location.search, places.layout, places.isReduced);
    this.tools = new Tools(this.state, {
      changed: () => { this.filter(); this.keep(); },
      arranged: () => { this.keep(); void this.arrange(); },
      fit: () => { this.core.animate({ fit: { eles: this.core.elements(":visible"), padding: 40 }, duration: this.glide }); },
      zoom: (factor) => { this.core.zoom({ level: this.core.zoom() * factor, renderedPosition: { x: this.canvas.clientWidth / 2, y: this.canvas.clientHeight / 2 } }); },
      join: () => { this.pick(); },
      save: (form) => { void this.save(form); },
    });
    this.canvas.setAttribute("aria-label", `${places.title}: arrow keys walk, Enter opens, Space peeks, N asks for neighbours`);
    holder.classList.add("live");
    holder.append(this.tools.bar, this.canvas, this.tools.said);
    this.ink = inks(holder);
    cytoscape.warnings(false);
    this.core = cytoscape({ container: this.canvas, minZoom: 0.015, maxZoom: 4, boxSelectionEnabled: false });
    this.detail = new Detail(this.core, this.canvas, this.ink);
    this.listen();
    void this.begin();
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.pointing);
    this.theme.disconnect();
    this.scheme.removeEventListener("change", this.paint);
    this.detail.close();
    this.core.destroy();
    for (const part of [this.tools.bar, this.canvas, this.tools.said]) part.remove();
    this.places.holder.classList.remove("live");
  }

  /** Asks again: what came is added, what went is taken away, everything else stays where it is. */
  async refresh(): Promise<void> {
    const feed = await ask(this.places.feed);
    if (!feed || this.isClosed || feed.revision === this.revision) return;
    const ids = new Set([...feed.things, ...feed.joins].map((one) => one.id));
    this.core.elements().filter((one) => one.data("own") === true && !ids.has(one.id())).remove();
    this.add(feed, true);
    this.filter();
  }

  private async begin(): Promise<void> {
    this.tools.tell("Reading …");
    const feed = await ask(this.places.feed);
    if (this.isClosed) return;
    if (!feed) return this.tools.tell("The server did not answer. What it drew before is in the text below.");
    this.add(feed, true);
    if (this.core.elements().length > heavy) drawLessWhileMoving(this.core);
    for (const id of this.state.opened) await this.open(id, false);
    this.paint();
    this.filter();
    await this.arrange();
    this.canvas.dataset.ready = "true";
  }

  /** Adds what is not there yet; new things appear beside what they are joined with. */
  private add(feed: Feed, isOwn: boolean): number {
    this.revision = feed.revision;
    const before = this.core.nodes().length;
    this.core.batch(() => {
      for (const { id, ...more } of feed.things) {
        const known = this.core.getElementById(id);
        const content = { ...more, short: shorten(more.title), own: isOwn || known.data("own") === true };
        if (known.nonempty()) known.data(content);
        else this.core.add({ group: "nodes", data: { id, ...content } });
      }
      for (const { from, to, ...more } of feed.joins) {
        if (this.core.getElementById(more.id).nonempty() || this.core.getElementById(from).empty() || this.core.getElementById(to).empty()) continue;
        this.core.add({ group: "edges", data: { ...more, source: from, target: to, said: feed.words[more.type] ?? more.type, own: isOwn } });
      }
    });
    this.offer();
    if (feed.leftOut > 0) this.tools.tell(`${feed.leftOut} more things are not drawn.`);
    return this.core.nodes().length - before;
  }

  private async arrange(): Promise<void> {
    this.tools.tell("Arranging …");
    await arrange(this.core, this.state.layout);
    if (this.isClosed) return;
    this.core.fit(this.core.elements(":visible"), 40);
    if (this.core.zoom() > 1.4) { this.core.zoom(1.4); this.core.center(this.core.elements(":visible")); }
    this.detail.later();
    this.count();
  }

  private count(): void {
    const [things, lines] = [this.core.nodes(":visible").length, this.core.edges(":visible").length];
    this.tools.tell(`${things} things, ${lines} relations between them.`);
  }

  private filter(): void {
    const short = this.state.isReduced
      ? shortcuts(this.core.edges().map((edge) => ({ id: edge.id(), from: edge.source().id(), to: edge.target().id(), type: String(edge.data("type")) })))
      : new Set<string>();
    this.core.batch(() => {
      for (const node of this.core.nodes()) node.toggleClass("off", this.state.kinds.has(String(node.data("kind"))));
      for (const edge of this.core.edges()) {
        edge.toggleClass("off", this.state.types.has(String(edge.data("type"))));
        edge.toggleClass("short", short.has(edge.id()));
      }
    });
    this.detail.later();
    this.count();
  }

  private offer(): void {
    const kinds = new Map<string, Choice>();
    for (const node of this.core.nodes()) count(kinds, String(node.data("kind")), String(node.data("kindsLabel")), String(node.data("category")));
    const types = new Map<string, Choice>();
    for (const edge of this.core.edges()) count(types, String(edge.data("type")), String(edge.data("said")));
    const sorted = (choices: Map<string, Choice>): Choice[] => [...choices.values()].sort((one, other) => other.count - one.count);
    this.tools.offer(sorted(kinds), sorted(types));
  }

  private listen(): void {
    this.core.on("tap", "node", (event: EventObject) => { this.touch(event.target as NodeSingular, "peek"); });
    this.core.on("dbltap", "node", (event: EventObject) => { void this.open((event.target as NodeSingular).id()); });
    this.core.on("tap", (event: EventObject) => { if (event.target === this.core) this.light(null); });
    this.core.on("mouseover", "node", (event: EventObject) => { this.point((event.target as NodeSingular).id()); });
    this.core.on("mouseout", "node", () => { this.point(this.at); });
    this.core.on("zoom", this.grow);
    this.canvas.addEventListener("keydown", this.press);
    this.canvas.addEventListener("focus", () => { if (!this.at) this.go(this.first()); });
    this.theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    this.scheme.addEventListener("change", this.paint);
  }

  private readonly paint = (): void => {
    this.ink = inks(this.places.holder);
    this.core.style(look(this.ink, this.core.edges().length > large, this.grown));
    this.detail.paint(this.ink);
  };

  // In few steps: a new style is worked out for everything.
  private readonly grow = (): void => {
    const wanted = Math.max(1, smallest / (16 * this.core.zoom()));
    const grown = 1.7 ** Math.round(Math.log(wanted) / Math.log(1.7));
    if (grown === this.grown) return;
    this.grown = grown;
    this.core.style(look(this.ink, this.core.edges().length > large, grown));
  };

  // Somebody who only passes over things points at none of them.
  private point(id: string | null): void {
    clearTimeout(this.pointing);
    if (!this.picked) this.pointing = window.setTimeout(() => { if (!this.isClosed) this.light(id); }, 90);
  }

  private touch(node: NodeSingular, how: "peek" | "walk"): void {
    if (this.picked) return void this.choose(node.id());
    this.at = node.id();
    this.light(this.at);
    if (how === "peek") this.peek(node);
  }

  /** A thing, its neighbours and what joins them stand out; everything else steps back. */
  private light(id: string | null): void {
    this.core.batch(() => {
      this.core.elements().removeClass("faint near at told");
      if (id === null) return this.detail.later();
      const node = this.core.getElementById(id);
      const near = node.closedNeighborhood();
      this.core.elements().not(near).not(".lit").addClass("faint");
      near.nodes().addClass("near");
      if (near.edges().length <= 14) near.edges().addClass("told");
      node.addClass("at");
    });
    this.detail.later();
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const node = this.at === null ? null : this.core.getElementById(this.at);
    const step = steps[event.key];
    if (step) this.walk(step);
    else if (event.key === "Escape") this.rest();
    else if (event.key === "+" || event.key === "-") this.core.zoom({ level: this.core.zoom() * (event.key === "+" ? 1.3 : 1 / 1.3), position: node?.position() ?? { x: 0, y: 0 } });
    else if (event.key === "0") this.core.fit(this.core.elements(":visible"), 40);
    else if (!node || node.empty()) return;
    else if (event.key === "Enter") visit(String(node.data("href")), false);
    else if (event.key === " ") this.picked ? void this.choose(node.id()) : this.peek(node);
    else if (event.key === "n") void this.open(node.id());
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private rest(): void {
    this.picked = null;
    this.at = null;
    this.core.elements().removeClass("lit");
    this.light(null);
    this.count();
  }

  private first(): string | null {
    const nodes = this.core.nodes(":visible");
    return nodes.empty() ? null : nodes.max((node) => node.degree(false)).ele.id();
  }

  private walk([dx, dy]: [number, number]): void {
    const from = this.at === null ? null : this.core.getElementById(this.at);
    if (!from || from.empty()) return this.go(this.first());
    const all: Place[] = this.core.nodes(":visible").map((node) => ({ id: node.id(), ...node.position() }));
    const next = nextInDirection(all, { id: from.id(), ...from.position() }, dx, dy);
    if (next) this.go(next.id);
  }

  private go(id: string | null): void {
    if (id === null) return;
    this.at = id;
    this.light(id);
    const node = this.core.getElementById(id);
    const [place, box] = [node.renderedPosition(), this.canvas];
    if (place.x < 60 || place.y < 60 || place.x > box.clientWidth - 120 || place.y > box.clientHeight - 60)
      this.core.animate({ center: { eles: node }, duration: this.glide });
    const joined = node.degree(false);
    this.tools.tell(`${String(node.data("title"))}, ${String(node.data("kindLabel"))}, ${joined} ${joined === 1 ? "relation" : "relations"} here.`);
  }

  private get glide(): number {
    return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 180;
  }

  private peek(node: NodeSingular): void {
    const link = element("a", { href: String(node.data("href")), "data-peek-url": String(node.data("peek")), class: "visually-hidden", tabindex: "-1" });
    // Not within the canvas, which would take the key for its own.
    document.body.append(link);
    link.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true, cancelable: true }));
    link.remove();
  }

  /** Draws the neighbours of a thing too. */
  private async open(id: string, isShown = true): Promise<void> {
    const feed = await ask(this.places.neighbours, { of: id });
    if (!feed || this.isClosed) return;
    const here = this.core.getElementById(id);
    const known = new Set(this.core.nodes().map((node) => node.id()));
    const count = this.add(feed, false);
    this.state.opened.add(id);
    if (!isShown) return;
    this.spread(here, this.core.nodes().filter((node) => !known.has(node.id())).toArray() as NodeSingular[]);
    this.filter();
    this.keep();
    this.light(id);
    this.tools.tell(count === 0 ? "All its neighbours are here already." : `${count} ${count === 1 ? "neighbour" : "neighbours"} more.`);
  }

  private spread(here: NodeSingular, fresh: NodeSingular[]): void {
    const { x, y } = here.position();
    fresh.forEach((node, index) => {
      const [turn, ring] = [(index / Math.min(fresh.length, 14)) * 2 * Math.PI, 90 + Math.floor(index / 14) * 50];
      node.position({ x, y });
      node.animate({ position: { x: x + Math.cos(turn) * ring * 1.6, y: y + Math.sin(turn) * ring }, duration: this.glide });
    });
  }

  private pick(): void {
    this.rest();
    this.picked = [];
    this.tools.tell("Choose the first of the two things.");
    this.canvas.focus();
  }

  private async choose(id: string): Promise<void> {
    const picked = this.picked;
    if (!picked || picked.includes(id)) return;
    picked.push(id);
    this.core.getElementById(id).addClass("lit");
    const [from, to] = picked;
    if (to === undefined) return this.tools.tell("Choose the second one.");
    this.picked = null;
    this.tools.tell("Looking for the shortest path …");
    const feed = await ask(this.places.path, { from, to });
    if (this.isClosed) return;
    if (!feed || feed.way.length === 0) return this.tools.tell("No path of at most twelve steps joins them.");
    const known = new Set(this.core.nodes().map((node) => node.id()));
    this.add(feed, false);
    this.spread(this.core.getElementById(from), this.core.nodes().filter((node) => !known.has(node.id())).toArray() as NodeSingular[]);
    this.core.elements().removeClass("faint near at told").addClass("faint");
    this.detail.later();
    for (const step of feed.way) this.core.getElementById(step).removeClass("faint off short").addClass("lit");
    this.tools.tell(`${(feed.way.length - 1) / 2} steps: ${feed.way.filter((_, index) => index % 2 === 0).map((step) => String(this.core.getElementById(step).data("title"))).join(" → ")}`);
  }

  private async save(form: "svg" | "png"): Promise<void> {
    if (form === "svg") saveFile(new Blob([toSvg(this.core, this.ink, this.places.title)], { type: "image/svg+xml" }), "graph.svg");
    else await saveCanvas(toCanvas(this.core, this.ink), "graph.png");
  }

  private keep(): void {
    history.replaceState(history.state, "", `${location.pathname}?${writeState(location.search, this.state)}`);
  }
}

// Cytoscape takes this only when it is made, before anybody knows how much there is to draw; its renderer reads it at every frame.
function drawLessWhileMoving(core: Core): void {
  const { renderer } = core as unknown as { renderer(): { textureOnViewport: boolean; hideEdgesOnViewport: boolean } };
  Object.assign(renderer.call(core), { textureOnViewport: true });
}

function count(choices: Map<string, Choice>, value: string, title: string, category?: string): void {
  const known = choices.get(value);
  if (known) known.count++;
  else choices.set(value, { value, title, count: 1, category });
}
