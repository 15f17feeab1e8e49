import * as hotwired from "@hotwired/turbo";

/** Turbo with the parts its published types leave out. */
export const Turbo = hotwired as unknown as {
  visit(location: string, options?: { action?: "advance" | "replace"; frame?: string }): void;
  setProgressBarDelay(milliseconds: number): void;
  cache: { clear(): void };
  navigator: { stop(): void };
  session: { refresh(url: string): void; view: PageView };
};

interface Snapshot {
  element: Element;
}

interface PageView {
  readonly snapshot: Snapshot;
  cacheSnapshot(snapshot?: Snapshot): Promise<Snapshot | undefined>;
}
