/** A name that is being written. */
export interface NameBeing {
  sign: "@" | "[[";
  from: number;
  typed: string;
}

/** The name that ends where the cursor stands, or null when none is being written there. */
export function nameBefore(text: string, cursor: number): NameBeing | null {
  const line = text.slice(Math.max(0, cursor - 80), cursor);
  const found = /(?:^|[\s(])@([\p{L}\p{N}_-]{0,40})$/u.exec(line) ?? /\[\[([^[\]\n]{0,60})$/u.exec(line);
  if (!found) return null;
  const typed = found[1] ?? "";
  const sign = found[0].includes("[[") ? "[[" : "@";
  return { sign, from: cursor - typed.length - sign.length, typed };
}
