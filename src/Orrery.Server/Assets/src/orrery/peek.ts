import { sayDate } from "../dates";
import { looksBack, type Comparison } from "./compare";
import { said } from "./numbers";
import { element, shapeIcon } from "./element";
import { assertions, type Scene, trusts } from "./scene";

const mostRows = 9;

/** The panel beside the picture: how to read it, or what is pointed at with its neighbours. */
export class PeekPanel {
  private readonly panel = document.getElementById("peek-panel");
  private readonly body: HTMLElement | null;

  constructor(private readonly isWide: () => boolean, private readonly followThread: (body: number) => void) {
    this.body = this.panel?.querySelector<HTMLElement>("turbo-frame, .peek-body") ?? this.panel;
    this.body?.removeAttribute("src");
    this.panel?.addEventListener("click", this.dismiss);
  }

  private isDismissed = false;

  private readonly dismiss = (event: Event): void => {
    if (event.target instanceof Element && event.target.closest(".peek-close")) this.isDismissed = true;
  };

  /** What the panel says when nothing is pointed at. */
  showLegend(scene: Scene): void {
    if (!this.panel || !this.body) return;
    this.panel.hidden = this.isDismissed || !this.isWide();
    this.body.replaceChildren(
      element("p", { class: "kind dim" }, `${said(scene.count)} things, ${said(scene.data.relations.length)} relations`),
      element("h2", {}, "What is near, and what is drifting away"),
      element("p", { class: "legend-text" }, "The closer to the centre, the sooner it is due, or the more lately somebody looked after it."),
      this.legend(scene),
      keys(),
    );
  }

  /** What came, went and moved since the pinned moment. */
  showComparison(scene: Scene, comparison: Comparison): void {
    if (!this.panel || !this.body) return;
    this.panel.hidden = this.isDismissed || !this.isWide();
    const { before, came, went, moved } = comparison;
    const pinned = sayDate(Date.parse(before.data.at));
    const isBack = looksBack(comparison, scene);
    this.body.replaceChildren(
      element("p", { class: "kind dim" }, "Compared with what was pinned"),
      element("h2", {}, isBack ? `Back from ${pinned}` : `Since ${pinned}`),
      element("div", { class: "sides" }, changes(isBack ? "There then, ringed" : "Came, ringed", scene, came), changes(isBack ? "Not there yet, as ghosts" : "Went, as ghosts", before, went), changes("Moved, with a trail", scene, moved)),
    );
  }

  /** One thread: what is on it, and what it touches. */
  showThread(scene: Scene, thread: Uint8Array, title: string): void {
    if (!this.panel || !this.body) return;
    this.panel.hidden = this.isDismissed || !this.isWide();
    const named = (how: number): number[] => [...thread.keys()].filter((body) => thread[body] === how && scene.isShown(body));
    this.body.replaceChildren(
      element("p", { class: "kind dim" }, "One thread"),
      element("h2", {}, title),
      element("div", { class: "sides" }, changes("On it", scene, named(2)), changes("Touched by it", scene, named(1))),
    );
  }

  /** Pointing fills the panel where it stands beside the picture; choosing opens it wherever it is. */
  show(scene: Scene, index: number, isChosen: boolean): void {
    if (!this.panel || !this.body) return;
    if (isChosen) this.isDismissed = false;
    else if (this.isDismissed || !this.isWide()) return;
    const thing = scene.things[index];
    const trust = trusts[Math.floor(scene.look[index] / assertions.length)];
    this.panel.hidden = false;
    this.body.replaceChildren(
      element("p", { class: "kind" }, shapeIcon(thing.category, trust), thing.kindLabel + (thing.note ? ` · ${thing.note}` : "")),
      element("h2", {}, element("a", { href: thing.href }, thing.title)),
      this.threadButton(scene, index),
      element("div", { class: "sides" }, ...sides(scene, index)),
    );
    this.panel.scrollTop = 0;
  }

  hide(): void {
    if (!this.panel || !this.body) return;
    this.panel.removeEventListener("click", this.dismiss);
    this.panel.hidden = true;
    this.body.replaceChildren();
  }

  private threadButton(scene: Scene, index: number): HTMLElement {
    const isOn = scene.data.thread !== undefined && scene.thread?.[index] === 2;
    const button = element("button", { type: "button", class: "button peek-thread", title: "Only this, all that leads to it and from it, and what they touch (F)" }, isOn ? "Its thread instead" : "Only its thread");
    button.addEventListener("click", () => this.followThread(index));
    return element("p", {}, button);
  }

  private legend(scene: Scene): HTMLElement {
    const rows = scene.data.sectors.map((sector) => element("li", {}, shapeIcon(sector.category), sector.label, element("span", { class: "count num" }, said(sector.count))));
    if (scene.data.axis.length) rows.push(element("li", {}, shapeIcon("practice"), scene.data.axisLabel ?? "What ties them", element("span", { class: "count num" }, String(scene.data.axis.length))));
    const trust = [["fresh", "looked at lately"], ["ageing", "a while ago"], ["stale", "nobody has looked for long, or nobody knows"]]
      .map(([name, said]) => element("li", {}, shapeIcon("context", name), said));
    return element("div", { class: "sides" },
      element("section", { class: "side" }, element("h3", {}, "Shapes"), element("ul", { class: "legend" }, ...rows)),
      element("section", { class: "side" }, element("h3", {}, "Rings"), element("ul", { class: "legend" }, ...trust)));
  }
}

function keys(): HTMLElement {
  const rows: [string[], string][] = [[["←", "↑", "→", "↓"], "walk from one to the next"], [["Enter"], "open it"], [["+", "−", "0"], "closer, farther, all of it"], [["Space"], "play through time"], [[",", "."], "slower, quicker"], [["F"], "only the thread of what is chosen"], [["P"], "pin this moment to compare"]];
  const list = element("dl", { class: "keys-list" });
  for (const [pressed, does] of rows) list.append(element("dt", {}, ...pressed.flatMap((key) => [element("kbd", {}, key), " "])), element("dd", {}, does));
  return element("section", { class: "side" }, element("h3", {}, "Keys"), list);
}

function changes(title: string, scene: Scene, bodies: number[]): HTMLElement {
  const heaviest = [...bodies].sort((a, b) => scene.layout.size[b] - scene.layout.size[a]).slice(0, mostRows);
  const rows = heaviest.map((body) => element("li", { class: "rel" }, element("a", { href: scene.things[body].href }, scene.things[body].title), element("span", { class: "note" }, scene.things[body].kindLabel)));
  const section = element("section", { class: "side" }, element("h3", {}, title, element("span", { class: "end num dim" }, said(bodies.length))), element("ul", {}, ...rows));
  if (bodies.length > mostRows) section.append(element("p", { class: "more" }, `and ${said(bodies.length - mostRows)} more`));
  return section;
}

function sides(scene: Scene, index: number): HTMLElement[] {
  const byCategory = new Map<string, HTMLElement[]>();
  for (const relation of scene.relationsOf(index)) {
    const other = scene.things[scene.otherEnd(relation, index)];
    const rows = byCategory.get(other.category) ?? byCategory.set(other.category, []).get(other.category)!;
    rows.push(row(scene, relation, index));
  }
  const labels = new Map(scene.data.sectors.map((sector) => [sector.category, sector.label]));
  return [...labels.keys(), "practice"].filter((category) => byCategory.has(category))
    .map((category) => side(category, labels.get(category) ?? scene.data.axisLabel ?? "What ties them", byCategory.get(category)!));
}

function side(category: string, label: string, rows: HTMLElement[]): HTMLElement {
  const section = element("section", { class: "side" }, element("h3", {}, shapeIcon(category), label), element("ul", {}, ...rows.slice(0, mostRows)));
  if (rows.length > mostRows) section.append(element("p", { class: "more" }, `and ${rows.length - mostRows} more`));
  return section;
}

function row(scene: Scene, relation: number, index: number): HTMLElement {
  const [from, , , label, inverse] = scene.data.relations[relation];
  const other = scene.things[scene.otherEnd(relation, index)];
  const how = from === index ? label : (inverse ?? `← ${label}`);
  return element("li", { class: "rel" }, element("span", { class: "how" }, how), element("a", { href: other.href }, other.title), element("span", { class: "note" }, other.note ?? ""));
}
