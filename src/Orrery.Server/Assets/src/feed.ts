// Browsers open six connections to a host, and a feed keeps one for good. So one tab listens for all tabs of a workspace
// (it holds a lock) and tells the others; when it leaves, another takes its place. Without locks every tab listens by itself.

type Hear = (revision: number) => void;

const patience = 2000;
const linger = 1000;
const feeds = new Map<string, Feed>();

/** Tells of each newer revision at an address, until the answer is called. */
export function follow(url: string, hear: Hear): () => void {
  const feed = feeds.get(url) ?? new Feed(url);
  feeds.set(url, feed);
  return feed.add(hear);
}

class Feed {
  private readonly hearers = new Set<Hear>();
  private readonly name: string;
  private readonly channel: BroadcastChannel | null;
  private source: EventSource | null = null;
  private leave = new AbortController();
  private newest = 0;
  private silence = 0;
  private ending = 0;

  constructor(private readonly url: string) {
    this.name = `orrery:${url}`;
    this.channel = "BroadcastChannel" in window && "locks" in navigator ? new BroadcastChannel(this.name) : null;
    this.channel?.addEventListener("message", this.receive);
    window.addEventListener("pagehide", this.pause);
    window.addEventListener("pageshow", this.resume);
    document.addEventListener("visibilitychange", this.check);
    this.start();
  }

  add(hear: Hear): () => void {
    clearTimeout(this.ending);
    this.hearers.add(hear);
    if (this.newest > 0) queueMicrotask(() => hear(this.newest));
    return () => {
      this.hearers.delete(hear);
      // Another page of the same tab usually follows at once.
      if (this.hearers.size === 0) this.ending = window.setTimeout(this.end, linger);
    };
  }

  private start(): void {
    if (!this.channel) return this.listen();
    this.lead(false);
    this.check();
  }

  private lead(steal: boolean): void {
    this.leave.abort();
    const leave = (this.leave = new AbortController());
    const options = steal ? { steal } : { signal: leave.signal };
    navigator.locks.request(this.name, options, this.hold).catch(() => {
      if (this.leave === leave) this.release();
    });
  }

  private readonly hold = (): Promise<void> =>
    new Promise((done) => {
      clearTimeout(this.silence);
      this.listen();
      this.leave.signal.addEventListener("abort", () => {
        this.release();
        done();
      });
    });

  private listen(): void {
    this.source = new EventSource(this.url);
    this.source.addEventListener("revision", (event: MessageEvent<string>) => {
      this.tell(Number.parseInt(event.data.replace(/[^0-9]+/u, ""), 10));
      this.channel?.postMessage(this.newest);
    });
  }

  // Somebody took the lock (we were asleep), or we leave.
  private release(): void {
    const wasLeading = this.source !== null;
    this.source?.close();
    this.source = null;
    if (wasLeading && !this.leave.signal.aborted) this.lead(false);
  }

  private readonly receive = (event: MessageEvent<number | "who">): void => {
    if (event.data !== "who") {
      clearTimeout(this.silence);
      this.tell(event.data);
    } else if (this.source) this.channel?.postMessage(this.newest);
  };

  // A tab that is looked at asks what is newest; a leader that does not answer sleeps, and is replaced.
  private readonly check = (): void => {
    if (this.source || !this.channel || document.hidden) return;
    clearTimeout(this.silence);
    this.silence = window.setTimeout(() => this.lead(true), patience);
    this.channel.postMessage("who");
  };

  private tell(revision: number): void {
    if (!(revision > this.newest)) return;
    this.newest = revision;
    for (const hear of this.hearers) hear(revision);
  }

  private readonly pause = (): void => {
    clearTimeout(this.silence);
    this.leave.abort();
    if (!this.channel) this.release();
  };

  private readonly resume = (event: PageTransitionEvent): void => {
    if (event.persisted) this.start();
  };

  private readonly end = (): void => {
    this.pause();
    feeds.delete(this.url);
    this.channel?.close();
    window.removeEventListener("pagehide", this.pause);
    window.removeEventListener("pageshow", this.resume);
    document.removeEventListener("visibilitychange", this.check);
  };
}
