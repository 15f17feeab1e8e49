import { element } from "../orrery/element";
import { type Gestures, Input } from "../orrery/input";
import { Labels } from "../orrery/labels";
import { Sprites } from "../orrery/sprites";
import { around, drawAll, drawOver, type Lit, radius, type Seen } from "./draw";
import { inks } from "./look";
import type { Body, Net } from "./net";
import { View } from "./view";

const reach = 7;
const rest = 140;

/** Two canvases: everything, and what stands out over it. Each is drawn when it changed, and only then. */
export class GraphCanvas {
  readonly place = element("div", { class: "graph-canvas", tabindex: "0", role: "application" });
  readonly view = new View();
  ink;
  private readonly all = element("canvas", { class: "graph-all", "aria-hidden": "true" });
  private readonly over = element("canvas", { "aria-hidden": "true" });
  private readonly pens = [this.all, this.over].map((canvas) => canvas.getContext("2d")!);
  private readonly labels = new Labels(this.pens[1]);
  private readonly input: Input;
  private readonly size = new ResizeObserver(() => { this.resize(); });
  private sprites: Sprites;
  private density = 1;
  private lit: Lit = around(null);
  private way: Lit = around(null);
  private asked = 0;
  private isMoving = false;
  private resting = 0;
  private isAllOld = true;

  constructor(private readonly net: Net, holder: HTMLElement, gestures: Gestures) {
    this.place.append(this.all, this.over);
    holder.append(this.place);
    this.ink = inks(holder);
    this.sprites = new Sprites(this.ink.palette, 1);
    this.input = new Input(this.place, gestures);
    this.size.observe(this.place);
    this.resize();
    void document.fonts.ready.then(() => { this.labels.forgetWidths(); this.redraw(); });
  }

  close(): void {
    cancelAnimationFrame(this.asked);
    clearTimeout(this.resting);
    this.size.disconnect();
    this.input.disconnect();
    this.place.remove();
  }

  /** After the theme has changed. */
  paint(holder: HTMLElement): void {
    this.ink = inks(holder);
    this.sprites = new Sprites(this.ink.palette, this.density);
    this.redraw();
  }

  /** A thing with its neighbours stands out, else the way that was found. */
  point(at: Body | null): void {
    this.lit = around(at);
    this.ask();
  }

  /** A way through several things stands out until another is. */
  follow(way: Lit): void {
    this.way = way;
    this.lit = around(null);
    this.ask();
  }

  /** After the view has moved: all of it is drawn once it rests. */
  move(): void {
    clearTimeout(this.resting);
    this.isMoving = true;
    this.resting = window.setTimeout(() => {
      this.isMoving = false;
      this.redraw();
    }, rest);
    this.redraw();
  }

  redraw(): void {
    this.isAllOld = true;
    this.ask();
  }

  /** The thing under a point of the screen, or null. */
  under(x: number, y: number): Body | null {
    let best: Body | null = null;
    let least = radius(this.view) + reach;
    for (const body of this.net.byWeight) {
      if (body.isOff) continue;
      const at = this.view.at(body);
      const away = Math.hypot(at.x - x, at.y - y);
      if (away < least) [best, least] = [body, away];
    }
    return best;
  }

  private resize(): void {
    const [width, height] = [this.place.clientWidth, this.place.clientHeight];
    this.density = Math.min(devicePixelRatio || 1, 2);
    for (const canvas of [this.all, this.over]) [canvas.width, canvas.height] = [Math.round(width * this.density), Math.round(height * this.density)];
    [this.view.width, this.view.height] = [width, height];
    this.input?.forgetBox();
    this.sprites = new Sprites(this.ink.palette, this.density);
    this.redraw();
  }

  private ask(): void {
    this.asked ||= requestAnimationFrame(() => {
      this.asked = 0;
      this.draw();
    });
  }

  private draw(): void {
    const { net, view, ink, sprites, labels, density, isMoving } = this;
    const seen: Seen = { net, view, ink, sprites, labels, density, isMoving };
    const lit = this.lit.at ? this.lit : this.way;
    this.place.classList.toggle("lit", lit.bodies.size > 0);
    if (this.isAllOld) drawAll(this.clear(0), seen);
    drawOver(this.clear(1), seen, lit);
    this.isAllOld = false;
  }

  private clear(layer: number): CanvasRenderingContext2D {
    const pen = this.pens[layer];
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
    pen.scale(this.density, this.density);
    return pen;
  }
}
