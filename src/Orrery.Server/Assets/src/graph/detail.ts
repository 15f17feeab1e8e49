import type { Core, NodeSingular } from "cytoscape";
import type { Inks } from "./look";
import { clusters, fitting, type Cluster, type Label } from "./places";

const farOut = 0.3;
const piece = 130;
const few = 9;
const size = 12;
const gap = 12;
const nearEnough = 0.55;
const fewTitles = 24;

/** What is told of each thing at this distance: titles where they fit, and far out how many there are of a kind. */
export class Detail {
  private readonly canvas = document.createElement("canvas");
  private readonly pen = this.canvas.getContext("2d");
  private readonly widths = new Map<string, number>();
  private frame = 0;

  constructor(private readonly graph: Core, private readonly holder: HTMLElement, private ink: Inks) {
    this.canvas.className = "graph-over";
    this.canvas.setAttribute("aria-hidden", "true");
    holder.append(this.canvas);
    graph.on("pan zoom resize add remove position", this.later);
    this.later();
  }

  close(): void {
    cancelAnimationFrame(this.frame);
    this.graph.removeListener("pan zoom resize add remove position", this.later);
    this.canvas.remove();
  }

  paint(ink: Inks): void {
    this.ink = ink;
    this.later();
  }

  readonly later = (): void => {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.tell();
    });
  };

  private tell(): void {
    const zoom = this.graph.zoom();
    const seen = this.inSight();
    const counted = zoom < farOut ? clusters(seen.map((node) => ({ ...this.placeOf(node), kind: String(node.data("kindsLabel")) })), piece, few) : [];
    const labels = this.labels(counted.length > 0 ? seen.filter((node) => node.hasClass("at") || node.hasClass("lit")) : seen, zoom);
    const named = fitting(zoom < nearEnough ? labels.slice(0, fewTitles) : labels, gap);
    this.graph.batch(() => {
      for (const node of this.graph.nodes(".named")) if (!named.has(node.id())) node.removeClass("named");
      for (const id of named) this.graph.getElementById(id).addClass("named");
    });
    this.draw(counted, labels.filter((label) => named.has(label.id)));
  }

  // What is pointed at goes first, then the most joined: they are what people look for.
  private labels(seen: readonly NodeSingular[], zoom: number): (Label & { text: string; faint: boolean })[] {
    const shift = Math.max(0, zoom - 1) * 8;
    return seen
      .map((node) => ({ node, first: node.hasClass("at") ? 3 : node.hasClass("lit") ? 2 : node.hasClass("near") ? 1 : 0, joined: node.degree(false) }))
      .sort((one, other) => other.first - one.first || other.joined - one.joined)
      .map(({ node }) => {
        const text = String(node.data("short"));
        const { id, x, y } = this.placeOf(node);
        return { id, x: x + shift, y, text, width: this.widthOf(text), faint: node.hasClass("faint") };
      })
      .filter((label) => !label.faint);
  }

  private inSight(): NodeSingular[] {
    const box = this.graph.extent();
    return this.graph.nodes(":visible").filter((node) => {
      const { x, y } = node.position();
      return x > box.x1 && x < box.x2 && y > box.y1 && y < box.y2;
    }).toArray() as NodeSingular[];
  }

  private placeOf(node: NodeSingular): { id: string; x: number; y: number } {
    return { id: node.id(), ...node.renderedPosition() };
  }

  private widthOf(text: string): number {
    let width = this.widths.get(text);
    if (width === undefined && this.pen) {
      this.pen.font = `500 ${size}px ${this.ink.sans}`;
      this.widths.set(text, (width = this.pen.measureText(text).width + 8));
    }
    return width ?? 0;
  }

  private draw(counted: readonly Cluster[], labels: readonly (Label & { text: string })[]): void {
    const pen = this.pen;
    if (!pen) return;
    const [density, width, height] = [devicePixelRatio, this.holder.clientWidth, this.holder.clientHeight];
    if (this.canvas.width !== width * density || this.canvas.height !== height * density) {
      [this.canvas.width, this.canvas.height] = [width * density, height * density];
      this.widths.clear();
    }
    pen.setTransform(density, 0, 0, density, 0, 0);
    pen.clearRect(0, 0, width, height);
    this.write(pen, labels);
    this.count(pen, counted);
  }

  private write(pen: CanvasRenderingContext2D, labels: readonly (Label & { text: string })[]): void {
    pen.font = `500 ${size}px ${this.ink.sans}`;
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.lineWidth = 4;
    pen.strokeStyle = this.ink.bg;
    pen.fillStyle = this.ink.ink;
    for (const { x, y, text } of labels) {
      pen.strokeText(text, x + gap, y);
      pen.fillText(text, x + gap, y);
    }
  }

  private count(pen: CanvasRenderingContext2D, counted: readonly Cluster[]): void {
    pen.font = `500 11.5px ${this.ink.sans}`;
    pen.lineWidth = 1;
    const boxes: [number, number, number, number][] = [];
    for (const { x, y, kind, count } of [...counted].sort((one, other) => other.count - one.count)) {
      const text = `${count} ${kind}`;
      const half = pen.measureText(text).width / 2 + 8;
      if (boxes.some(([left, top, right, bottom]) => x - half < right && x + half > left && y - 11 < bottom && y + 11 > top)) continue;
      boxes.push([x - half, y - 11, x + half, y + 11]);
      pen.beginPath();
      pen.roundRect(x - half, y - 11, half * 2, 22, 11);
      pen.fillStyle = this.ink.bg;
      pen.fill();
      pen.strokeStyle = this.ink.line;
      pen.stroke();
      pen.fillStyle = this.ink.ink2;
      pen.fillText(text, x - half + 8, y);
    }
  }
}
