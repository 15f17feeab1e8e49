import { Controller } from "@hotwired/stimulus";
import { Turbo } from "../turbo";

const enough = 90;

/** Keeps the same day in sight while the zoom changes, and zooms with Ctrl and the wheel, or two fingers. Each zoom is an address. */
export class TimelineController extends Controller<HTMLElement> {
  static values = { first: String, day: Number, moment: Number, zoom: Number };
  declare readonly firstValue: string;
  declare readonly dayValue: number;
  declare readonly momentValue: number;
  declare readonly zoomValue: number;

  private kept: { day: number; at: number } | null = null;
  private turned = 0;
  private shown = -1;

  connect(): void {
    this.element.addEventListener("wheel", this.wheel, { passive: false });
    document.addEventListener("turbo:morph", this.morphed);
    document.addEventListener("turbo:before-render", this.leave);
    this.toMoment();
    this.shown = this.zoomValue;
  }

  disconnect(): void {
    this.element.removeEventListener("wheel", this.wheel);
    document.removeEventListener("turbo:morph", this.morphed);
    document.removeEventListener("turbo:before-render", this.leave);
  }

  private toMoment(): void {
    this.element.scrollLeft = Math.max(0, this.momentValue - this.room * 0.4);
  }

  private get titles(): number {
    return this.element.querySelector<HTMLElement>(".timeline-corner")?.offsetWidth ?? 0;
  }

  private get room(): number {
    return this.element.clientWidth - this.titles;
  }

  private get firstDay(): number {
    return Date.parse(this.firstValue) / 86_400_000;
  }

  // What is in the middle now is kept there, unless the wheel said another place.
  private readonly leave = (): void => {
    this.kept ??= this.dayAt(this.room / 2);
  };

  private dayAt(at: number): { day: number; at: number } {
    return { day: this.firstDay + (this.element.scrollLeft + at) / this.dayValue, at };
  }

  private readonly morphed = (): void => {
    const kept = this.kept;
    this.kept = null;
    if (!kept || this.zoomValue === this.shown) return;
    this.shown = this.zoomValue;
    this.element.scrollLeft = (kept.day - this.firstDay) * this.dayValue - kept.at;
  };

  private readonly wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.turned += event.deltaY;
    if (Math.abs(this.turned) < enough) return;
    const zoom = this.zoomValue + Math.sign(this.turned);
    this.turned = 0;
    const link = document.querySelector<HTMLAnchorElement>(`a[data-timeline-zoom="${zoom}"]`);
    if (!link) return;
    this.kept = this.dayAt(event.clientX - this.element.getBoundingClientRect().left - this.titles);
    const address = new URL(link.href);
    address.searchParams.set("o.around", new Date(this.kept.day * 86_400_000).toISOString().slice(0, 10));
    Turbo.visit(address.href, { action: "replace" });
  };
}
