/** What the server says may be named: `AskWords.cs`. */
export interface AskWords {
  keywords: string[];
  functions: Callable[];
  procedures: Callable[];
  labels: { name: string; said: string; about: string; fields: string[] }[];
  types: { name: string; said: string; about: string }[];
  fields: { name: string; said: string; options: string[] }[];
}

export interface Callable {
  name: string;
  signature: string;
  summary: string;
}

const known = new Map<string, Promise<AskWords>>();

/** Fetched once for each moment that is looked at. */
export function wordsOf(address: string): Promise<AskWords> {
  const kept = known.get(address);
  if (kept) return kept;
  const words = fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`The words could not be read: ${answer.status}.`);
    return answer.json() as Promise<AskWords>;
  });
  words.catch(() => known.delete(address));
  known.set(address, words);
  return words;
}
