import { type Band, bandUnder } from "./bands";
import { compare, type Comparison } from "./compare";
import type { OrreryPicture } from "./contract";
import { element } from "./element";
import { Filters } from "./filters";
import { Input } from "./input";
import { PeekPanel } from "./peek";
import { Scene } from "./scene";
import { Stage } from "./stage";
import { Strip } from "./strip";
import { keepInAddress, type Moment, momentInAddress, sinceInAddress, Travel } from "./travel";
import { nearestToCentre, nextInDirection } from "./walk";
import { WhenBar } from "./when-bar";
import { visit } from "./visit";

const playMilliseconds = 650;
const dwellMilliseconds = 70;

/** Mounts the orrery on an element that says where its JSON is. */
export function mount(host: HTMLElement): Island {
  return new Island(host);
}

class Island {
  private readonly stage: Stage;
  private readonly input: Input;
  private readonly travel: Travel;
  private readonly pinnedTravel: Travel;
  private readonly when: WhenBar;
  private readonly strip: Strip | null;
  private readonly filters = new Filters(() => this.refilter());
  private readonly peek = new PeekPanel(() => innerWidth >= 1080);
  private readonly status = element("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  private readonly described = element("p", { class: "visually-hidden", id: "orrery-described" });
  private readonly wait = element("p", { class: "wait" }, "Fetching the map…");
  private readonly zoom = this.zoomButtons();
  private readonly text: HTMLElement;
  private readonly size: ResizeObserver;
  private readonly theme = matchMedia("(prefers-color-scheme: dark)");
  private scene: Scene | null = null;
  private pinned: Scene | null = null;
  private comparison: Comparison | null = null;
  private moment: Moment = momentInAddress();
  private selected = -1;
  private isPlaying = false;
  private playTimer = 0;
  private dwellTimer = 0;

  constructor(private readonly host: HTMLElement) {
    host.replaceChildren(); // a page restored by Turbo still holds what an earlier island drew
    this.stage = new Stage(host);
    this.text = element("a", { class: "twin", href: host.dataset.orreryTextValue ?? "?as=text" }, "Read it as text");
    host.append(this.filters.bar, this.zoom, this.text, this.wait, this.status, this.described);
    this.stage.surface.setAttribute("aria-describedby", this.described.id);
    this.when = new WhenBar((date, known) => this.go({ date, known: known ? this.when.knownValue : "" }), () => this.togglePlay(), () => this.togglePin());
    this.strip = this.when.strip ? new Strip(this.when.strip, (date, isDragging) => this.drag(date, isDragging), () => this.togglePlay()) : null;
    this.travel = new Travel(host.dataset.orreryUrlValue ?? "", (data) => this.arrive(data), (reason) => this.fail(reason));
    this.pinnedTravel = new Travel(host.dataset.orreryUrlValue ?? "", (data) => this.pin(new Scene(data)), () => {});
    this.input = new Input(this.stage.surface, this);
    this.size = new ResizeObserver(() => this.resize());
    this.size.observe(host);
    this.listen("addEventListener");
    void document.fonts.ready.then(() => this.stage.recolour());
    this.travel.to(this.moment);
    if (sinceInAddress()) this.pinnedTravel.to({ date: sinceInAddress(), known: this.moment.known });
  }

  disconnect(): void {
    this.travel.stop();
    this.pinnedTravel.stop();
    this.size.disconnect();
    this.input.disconnect();
    this.listen("removeEventListener");
    clearTimeout(this.playTimer);
    clearTimeout(this.dwellTimer);
    this.strip?.disconnect();
    this.when.disconnect();
    this.peek.hide();
    this.stage.disconnect();
    for (const part of [this.filters.bar, this.zoom, this.text, this.wait, this.status, this.described]) part.remove();
  }

  hover(x: number, y: number): void {
    const body = this.under(x, y);
    this.stage.surface.classList.toggle("over", body >= 0 || this.bandAt(x, y) !== null);
    this.lookAt(body >= 0 ? body : this.selected);
  }

  leave(): void {
    this.lookAt(this.selected);
  }

  pan(dx: number, dy: number): void {
    this.stage.glide.stop();
    this.stage.camera.pan(dx, dy);
    this.stage.redraw();
  }

  zoomBy(factor: number, x: number, y: number): void {
    this.stage.glide.stop();
    this.stage.camera.zoomAt(factor, x, y);
    this.stage.redraw();
  }

  grab(isGrabbing: boolean): void {
    this.stage.surface.classList.toggle("drag", isGrabbing);
  }

  tap(x: number, y: number, isTouch: boolean, event: PointerEvent): void {
    const body = this.under(x, y);
    const band = body < 0 ? this.bandAt(x, y) : null;
    if (band) return this.enter(band);
    if (body >= 0 && (!isTouch || body === this.selected)) return this.open(body, event.ctrlKey || event.metaKey);
    this.select(body);
    if (isTouch && body >= 0) this.showAboveSheet(y);
  }

  /** On a small screen the panel covers the lower half. */
  private showAboveSheet(y: number): void {
    const { camera } = this.stage;
    const free = camera.height * 0.34;
    if (innerWidth >= 760 || y < free) return;
    const [x, worldY, zoom] = camera.view();
    this.glideTo(x, worldY + (y - free) / camera.scale, Math.max(zoom, 1.02));
  }

  key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.press(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether the key was ours. */
  private press(key: string): boolean {
    const { camera } = this.stage;
    switch (key) {
      case "ArrowLeft": return this.walk(-1, 0);
      case "ArrowRight": return this.walk(1, 0);
      case "ArrowUp": return this.walk(0, -1);
      case "ArrowDown": return this.walk(0, 1);
      case "+": case "=": return this.glideZoom(camera.zoom * 1.5);
      case "-": case "_": return this.glideZoom(camera.zoom / 1.5);
      case "0": return this.glideZoom(1);
      case " ": return this.togglePlay();
      case "p": case "P": return this.togglePin();
      case "Enter": return this.selected >= 0 && (this.open(this.selected, false), true);
      case "Escape": return this.selected >= 0 && (this.select(-1), true);
      default: return false;
    }
  }

  private walk(dx: number, dy: number): boolean {
    const scene = this.scene;
    if (!scene) return true;
    const next = this.selected < 0 ? nearestToCentre(scene) : nextInDirection(scene, this.selected, dx, dy);
    if (next < 0) return true;
    this.select(next);
    const [x, y] = this.stage.camera.shiftToShow(scene.layout.x[next], scene.layout.y[next]);
    const [nowX, nowY, zoom] = this.stage.camera.view();
    if (x !== nowX || y !== nowY) this.glideTo(x, y, zoom);
    return true;
  }

  private glideZoom(zoom: number): boolean {
    const [x, y] = this.stage.camera.view();
    const at = this.selected >= 0 && this.scene ? [this.scene.layout.x[this.selected], this.scene.layout.y[this.selected]] : [x, y];
    this.glideTo(at[0], at[1], zoom);
    return true;
  }

  private glideTo(x: number, y: number, zoom: number): void {
    this.stage.glide.start(x, y, zoom);
    this.stage.redraw();
  }

  private enter(band: Band): void {
    const middle = (band.from + band.to) / 2;
    const radius = (band.inner + band.outer) / 2;
    this.glideTo(Math.cos(middle) * radius, Math.sin(middle) * radius, this.stage.camera.zoom * 2.4);
  }

  private under(x: number, y: number): number {
    const { camera, grid } = this.stage;
    if (!this.scene) return -1;
    return grid.nearest(this.scene, camera.toWorldX(x), camera.toWorldY(y), 7 / camera.scale, camera.bodyScale / camera.scale);
  }

  private bandAt(x: number, y: number): Band | null {
    const { camera, bands } = this.stage;
    return bandUnder(bands, camera.toWorldX(x), camera.toWorldY(y));
  }

  private lookAt(body: number): void {
    if (body === this.stage.focus) return;
    this.stage.point(body);
    clearTimeout(this.dwellTimer);
    this.dwellTimer = window.setTimeout(() => this.tell(body), dwellMilliseconds);
  }

  private tell(body: number): void {
    if (!this.scene) return;
    if (body < 0 && this.comparison) this.peek.showComparison(this.scene, this.comparison);
    else if (body < 0) this.peek.showLegend(this.scene);
    else this.peek.show(this.scene, body, body === this.selected);
  }

  private select(body: number): void {
    this.selected = body;
    this.lookAt(body);
    if (!this.scene) return;
    this.tell(body);
    const thing = this.scene.things[body];
    this.status.textContent = thing
      ? `${thing.title}, ${thing.kindLabel}${thing.note ? `, ${thing.note}` : ""}, ${this.scene.relationsOf(body).length} relations`
      : "Nothing selected";
  }

  private open(body: number, inNewTab: boolean): void {
    const href = this.scene?.things[body]?.href;
    if (href) visit(href, inNewTab);
  }

  private refilter(): void {
    if (!this.scene) return;
    this.filters.apply(this.scene);
    if (this.selected >= 0 && this.scene.filtered[this.selected]) this.select(-1);
    this.stage.refilter();
  }

  private drag(date: string, isDragging: boolean): void {
    this.stop();
    this.go({ ...this.moment, date }, isDragging ? 45 : 0);
  }

  private go(moment: Moment, afterMilliseconds = 0): void {
    if (moment.date === "") moment = { date: "", known: "" };
    this.moment = moment;
    this.travel.to(moment, afterMilliseconds);
  }

  private arrive(data: OrreryPicture): void {
    this.wait.hidden = true;
    const chosen = this.selected >= 0 ? this.scene?.things[this.selected].id : undefined;
    const pointed = this.stage.focus >= 0 ? this.scene?.things[this.stage.focus].id : undefined;
    const scene = new Scene(data);
    this.scene = scene;
    this.filters.offer(scene);
    this.filters.apply(scene);
    this.selected = chosen === undefined ? -1 : (scene.indexOf.get(chosen) ?? -1);
    const focus = pointed === undefined ? -1 : (scene.indexOf.get(pointed) ?? -1);
    this.compare(scene);
    this.stage.point(focus);
    this.tell(focus);
    this.strip?.show(data, this.stage.palette);
    this.describe(scene);
    if (this.isPlaying) this.playTimer = window.setTimeout(() => this.playOn(), playMilliseconds);
  }

  /** The same moment, as text. */
  private textAddress(): string {
    const url = new URL(this.host.dataset.orreryTextValue ?? "?as=text", location.href);
    if (this.moment.date) url.searchParams.set("at", this.moment.date);
    if (this.moment.known) url.searchParams.set("known", this.moment.known);
    return url.href;
  }

  private compare(scene: Scene): void {
    this.comparison = this.pinned && compare(this.pinned, scene);
    this.stage.show(scene, this.comparison);
    this.when.say(scene.data, this.moment, this.comparison);
    keepInAddress(this.moment, this.pinned?.data.at.slice(0, 10) ?? "");
  }

  private pin(scene: Scene | null): void {
    this.pinned = scene;
    this.strip?.pin(scene && Date.parse(scene.data.at));
    if (!this.scene) return;
    this.compare(this.scene);
    this.tell(this.stage.focus);
  }

  private togglePin(): boolean {
    this.pin(this.pinned ? null : this.scene);
    return true;
  }

  private describe(scene: Scene): void {
    const { data } = scene;
    this.stage.surface.setAttribute("aria-label", `The map as an orrery: ${scene.count} things around ${data.at.slice(0, 10)}`);
    this.text.setAttribute("href", this.textAddress());
    this.described.textContent = `${data.sectors.map((sector) => `${sector.label} ${sector.count}`).join(", ")}. Arrow keys walk from one to the next, Enter opens it. The link “Read it as text” has the same as lists.`;
  }

  private fail(reason: string): void {
    this.stop();
    this.wait.hidden = false;
    this.wait.textContent = `The map could not be fetched: ${reason}. Try again, or read it as text.`;
  }

  private togglePlay(): boolean {
    if (this.isPlaying) this.stop();
    else {
      this.isPlaying = true;
      this.when.showPlaying(true);
      this.playOn();
    }
    return true;
  }

  private playOn(): void {
    const next = this.moment.date === "" ? (this.strip?.firstDate ?? null) : (this.strip?.nextMonth(this.moment.date) ?? null);
    if (next === null) this.stop();
    this.go({ ...this.moment, date: next ?? "" });
  }

  private stop(): void {
    this.isPlaying = false;
    clearTimeout(this.playTimer);
    this.when.showPlaying(false);
  }

  private resize(): void {
    this.input.forgetBox();
    this.stage.resize();
    this.strip?.draw(this.stage.palette);
  }

  private readonly recolour = (): void => {
    this.stage.recolour();
    this.strip?.draw(this.stage.palette);
  };

  private readonly refresh = (): void => this.travel.to(this.moment, 50);

  private readonly stay = (event: Event): void => event.preventDefault();

  private listen(how: "addEventListener" | "removeEventListener"): void {
    document[how]("orrery:revision", this.refresh);
    document[how]("orrery:theme", this.recolour);
    this.theme[how]("change", this.recolour);
    this.host[how]("turbo:before-morph-element", this.stay);
  }

  private zoomButtons(): HTMLElement {
    const button = (label: string, text: string, key: string): HTMLElement => {
      const made = element("button", { type: "button", "aria-label": label, title: `${label} (${key})` }, text);
      made.addEventListener("click", () => this.press(key));
      return made;
    };
    return element("div", { class: "zoom", role: "group", "aria-label": "Zoom" }, button("Closer", "+", "+"), button("Farther", "−", "-"), button("All of it", "○", "0"));
  }
}
