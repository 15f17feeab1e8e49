import * as hotwired from "@hotwired/turbo";

interface TurboSession {
  refresh(url: string, requestId?: string): void;
  adapter: { progressBar?: { installStylesheetElement: () => void } };
}

/** Turbo with the parts its published types leave out. */
export const Turbo = hotwired as unknown as {
  visit(location: string, options?: { action?: "advance" | "replace"; frame?: string }): void;
  setProgressBarDelay(milliseconds: number): void;
  cache: { clear(): void };
  session: TurboSession;
};

/** Turbo styles its progress bar with an inline sheet, which a strict policy refuses; ours is in styles/controls.css. */
export function keepProgressBarQuiet(): void {
  const bar = Turbo.session.adapter.progressBar;
  if (bar) bar.installStylesheetElement = () => {};
}
