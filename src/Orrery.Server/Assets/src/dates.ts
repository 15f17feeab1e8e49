const day = 86_400_000;

/** "2026-03-31" moved by "-1m", "+1y" or "7d"; the day is kept within the month. */
export function stepDate(date: string, by: string): string {
  const amount = Number.parseInt(by, 10);
  const [year, month, dayOfMonth] = date.split("-").map(Number);
  if (by.endsWith("d")) return isoDate(Date.UTC(year, month - 1, dayOfMonth) + amount * day);
  const months = (by.endsWith("y") ? 12 : 1) * amount;
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return isoDate(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(dayOfMonth, lastDay)));
}

export function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

const longDate = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** "3 March 2024". */
export function sayDate(time: number): string {
  return longDate.format(time);
}
