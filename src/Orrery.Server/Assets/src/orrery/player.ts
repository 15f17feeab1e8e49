import { isoDate, stepDate } from "../dates";

/** How far a step goes, slowest first. */
export const paces = [
  { name: "week", step: "7d", label: "by weeks" }, { name: "", step: "1m", label: "by months" },
  { name: "quarter", step: "3m", label: "by quarters" }, { name: "year", step: "12m", label: "by years" },
] as const;

const stepMilliseconds = 650;

interface Time {
  /** The first moment there is. */
  first: number;
  now: number;
}

/** Plays time: a step, then a look at it, until now is reached. */
export class Player {
  isPlaying = false;
  private timer = 0;
  private place: number;

  constructor(pace: string, private readonly go: (date: string) => void, private readonly said: (player: Player) => void) {
    this.place = Math.max(0, paces.findIndex((one) => one.name === pace));
    if (pace === "") this.place = 1;
  }

  /** The name of the pace, as the address says it. */
  get pace(): string {
    return paces[this.place].name;
  }

  set pace(name: string) {
    this.place = Math.max(0, paces.findIndex((one) => one.name === name));
    this.said(this);
  }

  /** One pace quicker or slower. */
  hurry(by: 1 | -1): void {
    this.place = Math.min(Math.max(this.place + by, 0), paces.length - 1);
    this.said(this);
  }

  toggle(date: string, time: Time): void {
    if (this.isPlaying) return this.stop();
    this.isPlaying = true;
    this.said(this);
    this.step(date, time);
  }

  stop(): void {
    clearTimeout(this.timer);
    if (!this.isPlaying) return;
    this.isPlaying = false;
    this.said(this);
  }

  /** What was asked for is on the screen. */
  arrived(date: string, time: Time): void {
    if (this.isPlaying) this.timer = window.setTimeout(() => this.step(date, time), stepMilliseconds);
  }

  private step(date: string, { first, now }: Time): void {
    const next = date === "" ? first : Date.parse(stepDate(date, paces[this.place].step));
    if (next < now) return this.go(isoDate(next));
    this.stop();
    this.go("");
  }
}
