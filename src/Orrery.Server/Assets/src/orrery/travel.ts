import type { OrreryPicture } from "./contract";

export interface Moment {
  /** "" is now. */
  date: string;
  /** "" is as we know it now. */
  known: string;
}

/** Fetches the picture of a moment; when several are asked for, the latest wins. */
export class Travel {
  private asking: AbortController | null = null;
  private timer = 0;

  /** The ref of the thing whose thread is asked for with every picture, or "". */
  thread = "";

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
      const answer = await fetch(address(this.url, moment, this.thread), { signal: asking.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) return this.fail(`the server answered ${answer.status}`);
      const data = (await answer.json()) as OrreryPicture;
      if (!asking.signal.aborted) this.arrive(data, moment);
    } catch (problem) {
      if (!asking.signal.aborted) this.fail(problem instanceof Error ? problem.message : String(problem));
    }
  }
}

function address(base: string, moment: Moment, thread: string): string {
  const url = new URL(base, location.href);
  if (moment.date) url.searchParams.set("at", moment.date);
  if (moment.known) url.searchParams.set("known", moment.known);
  if (thread) url.searchParams.set("thread", thread);
  return url.href;
}
