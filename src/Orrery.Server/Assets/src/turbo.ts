import * as hotwired from "@hotwired/turbo";

/** Turbo with the parts its published types leave out. */
export const Turbo = hotwired as unknown as {
  visit(location: string, options?: { action?: "advance" | "replace"; frame?: string }): void;
  setProgressBarDelay(milliseconds: number): void;
  cache: { clear(): void };
  navigator: { stop(): void; currentVisit?: Visit };
  session: { refresh(url: string): void; view: PageView };
};

/** A page as it is kept. */
export interface Snapshot {
  element: Element;
  clone(): Snapshot;
}

/** What makes pages that are kept. */
export interface Snapshots {
  fromDocument(page: Document): Snapshot;
  fromHTMLString(html: string): Snapshot;
}

/** One way from a page to another. */
export interface Visit {
  readonly state: string;
  cancelRender(): void;
  /** Ends it where nothing came. */
  fail(): void;
  render(show: () => Promise<void>): Promise<void>;
}

interface PageView {
  readonly snapshot: Snapshot;
  cacheSnapshot(snapshot?: Snapshot): Promise<Snapshot | undefined>;
}
