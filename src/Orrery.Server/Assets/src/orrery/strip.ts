import { isoDate, sayDate, stepDate } from "../dates";
import type { Density, OrreryPicture, Pin } from "./contract";
import { element } from "./element";
import type { Palette } from "./palette";

const day = 86_400_000;

/** The handle: how much changed when, and a place to drag through time. A slider to those who do not see it. */
export class Strip {
  private readonly canvas = element("canvas", { "aria-hidden": "true" });
  private readonly handle = element("div", { class: "handle" });
  private readonly range = element("div", { class: "strip-range", hidden: "" });
  private readonly bubble = element("div", { class: "strip-bubble", "aria-hidden": "true", hidden: "" });
  private density: Density = { from: "", to: "", buckets: [] };
  private pins: Pin[] = [];
  private from = 0;
  private to = 1;
  private now = 1;
  private at = 1;
  private pinned: number | null = null;
  private isDragging = false;

  constructor(private readonly place: HTMLElement, private readonly travel: (date: string, isDragging: boolean) => void, private readonly play: () => void) {
    place.replaceChildren(this.range, this.canvas, this.handle, this.bubble);
    for (const [name, value] of Object.entries({ role: "slider", tabindex: "0", "aria-label": "Moment shown", "aria-orientation": "horizontal", "aria-valuenow": "0", "aria-valuetext": "not there yet" })) place.setAttribute(name, value);
    place.addEventListener("pointerdown", this.grab);
    place.addEventListener("pointermove", this.drag);
    place.addEventListener("pointerup", this.drop);
    place.addEventListener("pointercancel", this.drop);
    place.addEventListener("pointerleave", this.leave);
    place.addEventListener("keydown", this.press);
  }

  disconnect(): void {
    this.place.replaceChildren();
    for (const [type, hear] of [["pointerdown", this.grab], ["pointermove", this.drag], ["pointerup", this.drop], ["pointercancel", this.drop], ["pointerleave", this.leave]] as const)
      this.place.removeEventListener(type, hear);
    this.place.removeEventListener("keydown", this.press);
  }

  show(data: OrreryPicture, palette: Palette): void {
    this.density = data.density;
    this.pins = data.pins;
    this.from = Date.parse(data.density.from);
    this.now = Date.parse(data.now);
    this.to = Math.max(Date.parse(data.density.to), this.now, this.from + day);
    if (!this.isDragging) this.moveTo(Date.parse(data.at));
    this.place.setAttribute("aria-valuemin", String(Math.floor(this.from / day)));
    this.place.setAttribute("aria-valuemax", String(Math.floor(this.to / day)));
    this.draw(palette);
  }

  draw(palette: Palette): void {
    const ratio = Math.min(devicePixelRatio, 2);
    const [width, height] = [this.place.clientWidth, this.place.clientHeight];
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    const pen = this.canvas.getContext("2d")!;
    pen.scale(ratio, ratio);
    this.drawBars(pen, width, height, palette);
    this.drawYears(pen, width, height, palette);
    pen.fillStyle = palette.hue[1];
    for (const pin of this.pins) pen.fillRect(this.share(Date.parse(typeof pin === "string" ? pin : pin.at)) * width - 0.7, 2, 1.4, height - 4);
  }

  /** Moves the handle alone, without asking for anything. */
  moveTo(time: number): void {
    this.at = Math.min(Math.max(time, this.from), this.to);
    this.handle.style.left = `${(this.share(this.at) * 100).toFixed(3)}%`;
    this.showRange();
    this.place.setAttribute("aria-valuenow", String(Math.floor(this.at / day)));
    this.place.setAttribute("aria-valuetext", this.isNow(this.at) ? `now, ${sayDate(this.at)}` : sayDate(this.at));
  }

  /** Shades the time between a pinned moment and the one shown; null when nothing is pinned. */
  pin(time: number | null): void {
    this.pinned = time;
    this.showRange();
  }

  /** The address value of a time: nothing when it is now. */
  dateOf(time: number): string {
    return this.isNow(time) ? "" : isoDate(time);
  }

  /** The first moment there is, and now. */
  get time(): { first: number; now: number } {
    return { first: this.from, now: this.now };
  }

  private drawBars(pen: CanvasRenderingContext2D, width: number, height: number, palette: Palette): void {
    const { buckets } = this.density;
    const most = Math.max(1, ...buckets);
    const last = Date.parse(this.density.to);
    const step = (this.share(last) * width) / Math.max(buckets.length, 1);
    const floor = height - 5;
    pen.fillStyle = palette.ink3;
    pen.globalAlpha = 0.42;
    buckets.forEach((count, i) => {
      const tall = count === 0 ? 0 : Math.max(1.5, Math.sqrt(count / most) * (height - 14));
      pen.fillRect(i * step, floor - tall, Math.max(step - 1.2, 0.8), tall);
    });
    if (this.to - this.now > day) pen.fillRect(this.share(this.now) * width, 0, 1, floor);
    pen.globalAlpha = 1;
    pen.fillStyle = palette.line;
    pen.fillRect(0, floor, width, 1);
  }

  private drawYears(pen: CanvasRenderingContext2D, width: number, height: number, palette: Palette): void {
    pen.font = `500 9.5px ${palette.sans}`;
    pen.fillStyle = palette.ink3;
    pen.strokeStyle = palette.bg;
    const [first, last] = [new Date(this.from).getUTCFullYear() + 1, new Date(this.to).getUTCFullYear()];
    const every = Math.max(1, Math.ceil(((last - first + 1) * 44) / Math.max(width, 1)));
    for (let year = first; year <= last; year += every) {
      const x = this.share(Date.UTC(year, 0, 1)) * width;
      pen.globalAlpha = 0.5;
      pen.fillRect(x, height - 5, 1, 5);
      pen.globalAlpha = 1;
      pen.fillText(String(year), x + 4, 9);
    }
  }

  private showRange(): void {
    this.range.hidden = this.pinned === null;
    if (this.pinned === null) return;
    const [start, end] = [Math.min(this.pinned, this.at), Math.max(this.pinned, this.at)].map((time) => Math.min(Math.max(this.share(time), 0), 1) * 100);
    this.range.style.left = `${start.toFixed(3)}%`;
    this.range.style.width = `${(end - start).toFixed(3)}%`;
    this.range.classList.toggle("backwards", this.pinned > this.at);
  }

  private share(time: number): number {
    return (time - this.from) / (this.to - this.from);
  }

  private timeAt(event: PointerEvent): number {
    const box = this.place.getBoundingClientRect();
    const share = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
    return this.from + share * (this.to - this.from);
  }

  private isNow(time: number): boolean {
    return Math.abs(time - this.now) < Math.max(day, (this.to - this.from) / 1500);
  }

  private go(time: number): void {
    this.moveTo(time);
    this.travel(this.dateOf(this.at), this.isDragging);
  }

  private tell(time: number): void {
    this.bubble.hidden = false;
    this.bubble.textContent = this.isNow(time) ? "now" : sayDate(time);
    this.bubble.style.left = `clamp(48px, ${(this.share(time) * 100).toFixed(2)}%, calc(100% - 48px))`;
  }

  private readonly grab = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.isDragging = true;
    this.place.setPointerCapture(event.pointerId);
    this.go(this.timeAt(event));
  };

  private readonly drag = (event: PointerEvent): void => {
    const time = this.timeAt(event);
    this.tell(time);
    if (this.isDragging) this.go(time);
  };

  private readonly drop = (): void => {
    if (!this.isDragging) return;
    this.isDragging = false;
    this.go(this.at);
  };

  private readonly leave = (): void => {
    if (!this.isDragging) this.bubble.hidden = true;
  };

  private readonly press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = this.keyTarget(event);
    if (to === null) return;
    event.preventDefault();
    if (to === "play") this.play();
    else this.go(to);
  };

  private keyTarget(event: KeyboardEvent): number | "play" | null {
    const by = (step: string): number => Date.parse(stepDate(isoDate(this.at), step));
    switch (event.key) {
      case "ArrowLeft": case "ArrowDown": return by(event.shiftKey ? "-1d" : "-7d");
      case "ArrowRight": case "ArrowUp": return by(event.shiftKey ? "1d" : "7d");
      case "PageDown": return by("-3m");
      case "PageUp": return by("3m");
      case "Home": return this.from;
      case "End": return this.now;
      case " ": return "play";
      default: return null;
    }
  }
}
