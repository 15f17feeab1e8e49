import { type Band, bandUnder } from "./bands";
import { compare, type Comparison } from "./compare";
import type { OrreryPicture } from "./contract";
import { element } from "./element";
import { Filters } from "./filters";
import { Input } from "./input";
import { keepInAddress, type MapAddress, readAddress, withAddress } from "./address";
import { Corner } from "./corner";
import { savePicture } from "./export";
import { PeekPanel } from "./peek";
import { Player } from "./player";
import { describe, sentenceOf } from "./describe";
import { refOf, Scene } from "./scene";
import { Stage } from "./stage";
import { Strip } from "./strip";
import { type Moment, Travel } from "./travel";
import { middleOf, stepFrom } from "./walk";
import { WhenBar } from "./when-bar";
import { visit } from "./visit";

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
  private readonly asked = readAddress();
  private readonly filters = new Filters(this.asked, () => this.refilter(), () => this.showThread(""));
  private readonly peek = new PeekPanel(() => innerWidth >= 1080, (body) => this.toggleThread(body));
  private readonly player: Player;
  private readonly status = element("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  private readonly described = element("p", { class: "visually-hidden", id: "orrery-described" });
  private readonly wait = element("p", { class: "wait" }, "Fetching the map…");
  private readonly corner: Corner;
  private readonly size: ResizeObserver;
  private readonly theme = matchMedia("(prefers-color-scheme: dark)");
  private scene: Scene | null = null;
  private pinned: Scene | null = null;
  private comparison: Comparison | null = null;
  private moment: Moment = this.asked.moment;
  private selected = -1;
  /** The ref of what is chosen: it stays chosen where a moment does not have it. */
  private thing = this.asked.thing;
  private thread = this.asked.thread;
  private threadTitle = this.asked.thread;
  private dwellTimer = 0;

  constructor(private readonly host: HTMLElement) {
    host.replaceChildren(); // a page restored by Turbo still holds what an earlier island drew
    this.stage = new Stage(host, () => this.keep());
    this.stage.camera.lookAt(this.asked.look);
    this.corner = new Corner(this.textAddress(), (key) => this.press(key), (form) => this.scene && savePicture(form, this.stage, this.scene, this.comparison));
    host.append(this.filters.bar, this.corner.zoom, this.corner.links, this.wait, this.status, this.described);
    this.stage.surface.setAttribute("aria-describedby", this.described.id);
    this.when = new WhenBar((date, known) => this.go({ date, known: known ? this.when.knownValue : "" }), () => this.togglePlay(), () => this.togglePin(), (name) => (this.player.pace = name));
    this.player = new Player(this.asked.pace, (date) => this.go({ ...this.moment, date }), (player) => this.showPlaying(player));
    this.when.showPlaying(this.player);
    this.strip = this.when.strip ? new Strip(this.when.strip, (date, isDragging) => this.drag(date, isDragging), () => this.togglePlay()) : null;
    this.travel = new Travel(host.dataset.orreryUrlValue ?? "", (data) => this.arrive(data), (reason) => this.fail(reason));
    this.pinnedTravel = new Travel(host.dataset.orreryUrlValue ?? "", (data) => this.pin(new Scene(data)), () => {});
    this.travel.thread = this.pinnedTravel.thread = this.thread;
    this.input = new Input(this.stage.surface, this);
    this.size = new ResizeObserver(() => this.resize());
    this.size.observe(host);
    this.listen("addEventListener");
    void document.fonts.ready.then(() => this.stage.rewrite());
    this.travel.to(this.moment);
    if (this.asked.since) this.pinnedTravel.to({ date: this.asked.since, known: this.moment.known });
  }

  disconnect(): void {
    this.travel.stop();
    this.pinnedTravel.stop();
    this.size.disconnect();
    this.input.disconnect();
    this.listen("removeEventListener");
    this.player.stop();
    clearTimeout(this.dwellTimer);
    this.strip?.disconnect();
    this.when.disconnect();
    this.peek.hide();
    this.stage.disconnect();
    this.corner.remove();
    for (const part of [this.filters.bar, this.wait, this.status, this.described]) part.remove();
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
    const above = isTouch && body >= 0 && innerWidth < 760 ? this.stage.camera.aboveSheet(y) : null;
    if (above) this.glideTo(...above);
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
      case ",": case "<": return (this.player.hurry(-1), true);
      case ".": case ">": return (this.player.hurry(1), true);
      case "f": case "F": return this.toggleThread(this.stage.focus);
      case "Enter": return this.openChosen();
      case "Escape": return this.leaveChosen();
      default: return false;
    }
  }

  private walk(dx: number, dy: number): boolean {
    const scene = this.scene;
    if (!scene) return true;
    const { camera, bands, chosenBand } = this.stage;
    const [nowX, nowY, zoom] = camera.view();
    const next = stepFrom(scene, bands, chosenBand, this.selected, [nowX, nowY], dx, dy);
    if (!next) return true;
    this.select(next.body);
    if (next.band) this.standAt(next.band);
    const [x, y] = camera.shiftToShow(next.x, next.y);
    if (x !== nowX || y !== nowY) this.glideTo(x, y, zoom);
    return true;
  }

  private standAt(band: Band): void {
    this.stage.chosenBand = band;
    this.stage.redraw();
    this.status.textContent = `${band.count} things close together. Enter goes closer.`;
  }

  private openChosen(): boolean {
    const band = this.stage.chosenBand;
    if (band) this.enter(band);
    else if (this.selected >= 0) this.open(this.selected, false);
    return band !== null || this.selected >= 0;
  }

  /** First what is chosen, then the thread, then what is pinned is left. */
  private leaveChosen(): boolean {
    if (this.selected >= 0 || this.stage.chosenBand) this.select(-1);
    else if (this.thread) this.showThread("");
    else return this.pinned !== null && this.togglePin();
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
    const { x, y } = middleOf(band);
    this.stage.chosenBand = null;
    this.glideTo(x, y, this.stage.camera.zoom * 2.4);
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
    // The panel keeps what was pointed at last, so that one can go there.
    if (body >= 0) this.dwellTimer = window.setTimeout(() => this.tell(body), dwellMilliseconds);
  }

  private tell(body: number): void {
    if (!this.scene) return;
    if (body < 0 && this.comparison) this.peek.showComparison(this.scene, this.comparison);
    else if (body < 0 && this.scene.thread) this.peek.showThread(this.scene, this.scene.thread, this.threadTitle);
    else if (body < 0) this.peek.showLegend(this.scene);
    else this.peek.show(this.scene, body, body === this.selected);
  }

  private select(body: number, isTold = false): void {
    this.selected = body;
    this.stage.chosenBand = null;
    this.thing = body < 0 ? "" : refOf(this.scene?.things[body]);
    this.lookAt(body);
    this.stage.redraw();
    this.keep();
    if (!this.scene || isTold) return;
    this.tell(body);
    this.status.textContent = sentenceOf(this.scene, body);
  }

  private open(body: number, inNewTab: boolean): void {
    const href = this.scene?.things[body]?.href;
    if (href) visit(href, inNewTab);
  }

  private refilter(): void {
    if (!this.scene) return;
    this.filters.apply(this.scene);
    this.filters.tell(this.scene, this.threadTitle);
    if (this.selected >= 0 && this.scene.filtered[this.selected]) this.select(-1);
    this.compare(this.scene);
    this.stage.refilter(this.comparison);
    this.tell(this.stage.focus);
    this.keep();
  }

  /** Only the thread of a thing, or everything again. */
  private toggleThread(body: number): boolean {
    const thing = this.scene?.things[body];
    const ref = refOf(thing);
    this.showThread(ref === this.thread ? "" : ref, thing?.title);
    return true;
  }

  private showThread(ref: string, title = ""): void {
    if (ref === this.thread) return;
    this.thread = this.travel.thread = this.pinnedTravel.thread = ref;
    this.threadTitle = title;
    if (ref) this.select(-1, true);
    this.status.textContent = ref ? `Only the thread of ${title}` : "Everything is shown again";
    this.travel.to(this.moment);
    if (this.pinned) this.pinnedTravel.to({ date: this.pinned.data.at.slice(0, 10), known: this.moment.known });
    this.keep();
  }

  private drag(date: string, isDragging: boolean): void {
    this.player.stop();
    this.go({ ...this.moment, date }, isDragging ? 45 : 0);
  }

  private go(moment: Moment, afterMilliseconds = 0): void {
    if (moment.date === "") moment = { date: "", known: "" };
    this.moment = moment;
    this.travel.to(moment, afterMilliseconds);
  }

  private arrive(data: OrreryPicture): void {
    this.wait.hidden = true;
    const pointed = this.stage.focus >= 0 && this.stage.focus !== this.selected ? this.scene?.things[this.stage.focus].id : undefined;
    const scene = new Scene(data);
    this.scene = scene;
    if (this.thread) this.threadTitle = scene.things.find((thing) => refOf(thing) === this.thread)?.title ?? this.threadTitle;
    this.filters.offer(scene);
    this.filters.apply(scene);
    this.filters.tell(scene, this.threadTitle);
    this.selected = this.thing === "" ? -1 : scene.things.findIndex((thing) => refOf(thing) === this.thing);
    if (this.selected >= 0 && scene.filtered[this.selected]) this.selected = -1;
    const focus = pointed === undefined ? this.selected : (scene.indexOf.get(pointed) ?? -1);
    this.compare(scene);
    this.stage.show(scene, this.comparison);
    this.stage.point(focus);
    this.tell(focus);
    this.strip?.show(data, this.stage.palette);
    this.describe(scene);
    if (this.strip) this.player.arrived(this.moment.date, this.strip.time);
  }

  /** What the address says of what is seen. */
  private seen(): MapAddress {
    return {
      moment: this.moment, since: this.pinned?.data.at.slice(0, 10) ?? "", ...this.filters.said, thing: this.thing, thread: this.thread,
      pace: this.player.pace, look: this.stage.camera.said,
    };
  }

  private readonly keep = (): void => {
    if (this.scene) keepInAddress(() => this.seen());
  };

  private textAddress(): string {
    return withAddress(this.host.dataset.orreryTextValue ?? "?as=text", this.player ? this.seen() : this.asked);
  }

  private compare(scene: Scene): void {
    if (this.pinned) this.filters.apply(this.pinned);
    this.comparison = this.pinned && compare(this.pinned, scene);
    this.when.say(scene.data, this.moment, this.comparison);
    this.keep();
  }

  private pin(scene: Scene | null): void {
    this.pinned = scene;
    this.strip?.pin(scene && Date.parse(scene.data.at));
    if (!this.scene) return;
    this.compare(this.scene);
    this.stage.refilter(this.comparison);
    this.tell(this.stage.focus);
  }

  private togglePin(): boolean {
    this.pin(this.pinned ? null : this.scene);
    return true;
  }

  private describe(scene: Scene): void {
    const [label, more] = describe(scene);
    this.stage.surface.setAttribute("aria-label", label);
    this.described.textContent = more;
    this.corner.follow(this.textAddress());
  }

  private fail(reason: string): void {
    this.player.stop();
    this.wait.hidden = false;
    this.wait.textContent = `The map could not be fetched: ${reason}. Try again, or read it as text.`;
  }

  private togglePlay(): boolean {
    if (this.strip) this.player.toggle(this.moment.date, this.strip.time);
    return true;
  }

  private showPlaying(player: Player): void {
    this.when.showPlaying(player);
    this.keep();
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
}
