const format = new Intl.NumberFormat("en");
const known = new Map<number, string>();

/** "1,291"; remembered, because formatting is slow for something drawn on every frame. */
export function said(count: number): string {
  let text = known.get(count);
  if (text === undefined) known.set(count, (text = format.format(count)));
  return text;
}
