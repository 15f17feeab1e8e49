import { type Band, findBands } from "./bands";
import { Camera } from "./camera";
import { drawBands, drawBase } from "./draw-base";
import type { Comparison } from "./compare";
import { drawCameAndWent, drawTrails } from "./draw-compare";
import { drawBodies } from "./draw-bodies";
import { drawOver } from "./draw-over";
import { element } from "./element";
import { Glide } from "./glide";
import { Grid } from "./grid";
import { Labels } from "./labels";
import { Motion } from "./motion";
import { type Palette, readPalette } from "./palette";
import type { Scene } from "./scene";
import { Sprites } from "./sprites";

const moveMilliseconds = 220;

/** Three canvases, one above the other: the disc, the bodies, and what lies over them. Each is drawn only when it changed. */
export class Stage {
  readonly surface = element("canvas", { class: "over-layer", tabindex: "0", role: "img", "aria-label": "Map" });
  readonly camera = new Camera();
  readonly glide: Glide;
  readonly grid = new Grid();
  bands: Band[] = [];
  focus = -1;
  /** The band that a walk stands at, or null. */
  chosenBand: Band | null = null;
  palette: Palette;

  private readonly base = element("canvas", { "aria-hidden": "true" });
  private readonly bodies = element("canvas", { class: "bodies-layer", "aria-hidden": "true" });
  private readonly pens = [this.base, this.bodies, this.surface].map((canvas) => canvas.getContext("2d")!);
  private readonly labels = new Labels(this.pens[2]);
  private sprites: Sprites;
  private motion: Motion | null = null;
  private scene: Scene | null = null;
  private comparison: Comparison | null = null;
  private density = 1;
  private asked = 0;
  private isBaseOld = true;
  private areBodiesOld = true;
  private bandScale = 0;
  private lookSaid = "";
  private readonly isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;

  constructor(private readonly host: HTMLElement, private readonly looked: () => void) {
    host.append(this.base, this.bodies, this.surface);
    this.glide = new Glide(this.camera, this.isStill ? 0 : 180);
    this.palette = readPalette(host);
    this.sprites = new Sprites(this.palette, this.density);
    this.resize();
  }

  disconnect(): void {
    cancelAnimationFrame(this.asked);
    this.base.remove();
    this.bodies.remove();
    this.surface.remove();
  }

  show(scene: Scene, comparison: Comparison | null): void {
    this.motion = new Motion(scene, this.scene, this.isStill || !this.scene ? 0 : moveMilliseconds);
    this.scene = scene;
    this.refilter(comparison);
  }

  /** After filters have changed what is shown. */
  refilter(comparison: Comparison | null): void {
    this.comparison = comparison;
    this.chosenBand = null;
    this.bandScale = 0;
    this.redraw();
  }

  resize(): void {
    const [width, height] = [this.host.clientWidth, this.host.clientHeight];
    const density = Math.min(devicePixelRatio || 1, 2);
    if (width === this.camera.width && height === this.camera.height && density === this.density) return;
    if (density !== this.density) this.sprites = new Sprites(this.palette, density);
    this.density = density;
    for (const canvas of [this.base, this.bodies, this.surface]) {
      canvas.width = Math.round(width * this.density);
      canvas.height = Math.round(height * this.density);
    }
    this.camera.resize(width, height);
    this.bandScale = 0;
    this.redraw();
  }

  /** After the fonts have loaded. */
  rewrite(): void {
    this.labels.forgetWidths();
    this.redraw();
  }

  /** After the theme has changed. */
  recolour(): void {
    this.palette = readPalette(this.host);
    this.sprites = new Sprites(this.palette, this.density);
    this.bandScale = 0;
    this.redraw();
  }

  /** All layers as one picture. */
  picture(): HTMLCanvasElement {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [this.base.width, this.base.height];
    const pen = canvas.getContext("2d")!;
    pen.fillStyle = this.palette.bg;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    for (const layer of [this.base, this.bodies, this.surface]) pen.drawImage(layer, 0, 0);
    return canvas;
  }

  /** Everything again, on the next frame. */
  redraw(): void {
    this.isBaseOld = this.areBodiesOld = true;
    this.ask();
  }

  /** Only what lies over the bodies. */
  point(focus: number): void {
    this.focus = focus;
    this.host.classList.toggle("focused", focus >= 0);
    this.ask();
  }

  private ask(): void {
    this.asked ||= requestAnimationFrame(this.frame);
  }

  private readonly frame = (time: number): void => {
    this.asked = 0;
    const scene = this.scene;
    if (!scene || this.camera.width === 0) return;
    const isGliding = this.glide.step(time);
    const isMoving = this.motion?.step(time) ?? false;
    if (isGliding || isMoving) this.isBaseOld ||= isGliding;
    if (isGliding || this.motion) this.areBodiesOld = true;
    this.updateBands(scene);
    this.draw(scene);
    if (isGliding || isMoving) this.ask();
    if (!isMoving) this.motion = null;
    if (!isGliding && this.lookSaid !== this.camera.said) {
      this.lookSaid = this.camera.said;
      this.looked();
    }
  };

  private draw(scene: Scene): void {
    const { camera, palette, density, sprites, labels } = this;
    if (this.isBaseOld) drawBase(this.clear(0), scene, camera, palette);
    if (this.areBodiesOld) {
      const bodies = this.clear(1);
      const { comparison } = this;
      drawBands(bodies, camera, palette, this.bands);
      if (comparison) drawTrails(bodies, scene, comparison, camera, palette);
      if (comparison) drawCameAndWent(bodies, scene, comparison, camera, palette, sprites, density);
      bodies.setTransform(1, 0, 0, 1, 0, 0);
      drawBodies(bodies, scene, camera, sprites, this.motion ?? stillness, comparison?.still ?? null, density);
    }
    const pen = this.clear(2);
    drawOver({ pen, scene, camera, palette, labels, bands: this.bands, density, comparison: this.comparison, chosenBand: this.chosenBand }, this.focus);
    this.isBaseOld = this.areBodiesOld = false;
  }

  /** Bands follow the zoom in steps, so that they do not flicker. */
  private updateBands(scene: Scene): void {
    const step = 2 ** (Math.round(Math.log2(this.camera.scale) * 3) / 3);
    if (step === this.bandScale) return;
    this.bandScale = step;
    this.bands = findBands(scene, this.camera);
    this.grid.rebuild(scene);
    this.isBaseOld = this.areBodiesOld = true;
  }

  private clear(layer: number): CanvasRenderingContext2D {
    const pen = this.pens[layer];
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
    pen.scale(this.density, this.density);
    return pen;
  }
}

const stillness = { ghostAlpha: 0, ghosts: [] } as unknown as Motion;
