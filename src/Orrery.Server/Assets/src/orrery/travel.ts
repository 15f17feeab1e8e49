import type { OrreryPicture } from "./contract";

export interface Moment {
  /** "" is now. */
  date: string;
  /** "" is as we know it now. */
  known: string;
}

export function momentInAddress(): Moment {
  const asked = new URLSearchParams(location.search);
  return { date: asked.get("at") ?? "", known: asked.get("known") ?? "" };
}

/** The pinned moment, "" when none is. */
export function sinceInAddress(): string {
  return new URLSearchParams(location.search).get("since") ?? "";
}

/** Fetches the picture of a moment; when several are asked for, the latest wins. */
export class Travel {
  private asking: AbortController | null = null;
  private timer = 0;

  constructor(
    private readonly url: string,
    private readonly arrive: (data: OrreryPicture, moment: Moment) => void,
    private readonly fail: (reason: string) => void,
  ) {}

  to(moment: Moment, afterMilliseconds = 0): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.fetch(moment), afterMilliseconds);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  private async fetch(moment: Moment): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const answer = await fetch(address(this.url, moment), { signal: asking.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) return this.fail(`the server answered ${answer.status}`);
      const data = (await answer.json()) as OrreryPicture;
      if (!asking.signal.aborted) this.arrive(data, moment);
    } catch (problem) {
      if (!asking.signal.aborted) this.fail(problem instanceof Error ? problem.message : String(problem));
    }
  }
}

function address(base: string, moment: Moment): string {
  const url = new URL(base, location.href);
  if (moment.date) url.searchParams.set("at", moment.date);
  if (moment.known) url.searchParams.set("known", moment.known);
  return url.href;
}

const settledMilliseconds = 180;
let addressTimer = 0;

/** Puts the moment into the address once it has settled (browsers limit how often), so that what is seen can be shared. */
export function keepInAddress(moment: Moment, since: string): void {
  clearTimeout(addressTimer);
  const path = location.pathname;
  addressTimer = window.setTimeout(() => location.pathname === path && writeAddress(moment, since), settledMilliseconds);
}

function writeAddress(moment: Moment, since: string): void {
  const url = new URL(location.href);
  for (const [name, value] of [["at", moment.date], ["known", moment.known], ["since", since]]) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  if (url.href !== location.href) history.replaceState(history.state, "", url); // Turbo's own state stays
}
