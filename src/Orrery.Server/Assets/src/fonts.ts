// The fonts that a page may not need are there before one goes to a page that does: nothing moves when a letter comes late.
const faces = ['600 1em "Inter Variable"', '600 1em "Source Serif 4 Variable"', '400 1em "JetBrains Mono Variable"'];

export function fetchFonts(): void {
  const fetch = () => faces.forEach((face) => void document.fonts.load(face));
  if ("requestIdleCallback" in window) window.requestIdleCallback(fetch, { timeout: 2_000 });
  else setTimeout(fetch, 500);
}
