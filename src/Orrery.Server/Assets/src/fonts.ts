// Of the fonts that a page may not need: it is there before one goes to a page that does, and nothing moves when its letters come late.
const face = '400 1em "JetBrains Mono Variable"';

export function fetchFont(): void {
  const fetch = () => void document.fonts.load(face);
  if ("requestIdleCallback" in window) window.requestIdleCallback(fetch, { timeout: 2_000 });
  else setTimeout(fetch, 500);
}
