const thing = /^(\/w\/[^/]+)\/e\/([^/]+)$/;

/** Where a thing is told in short, for a link that leads to it or says so itself; null for any other link. */
export function peekUrlOf(link: HTMLElement): string | null {
  if (link.dataset.peekUrl) return link.dataset.peekUrl;
  return link instanceof HTMLAnchorElement && link.origin === location.origin ? peekPathOf(link.pathname, link.search) : null;
}

/** The same of an address: the moment it speaks of is kept. */
export function peekPathOf(path: string, search: string): string | null {
  const found = thing.exec(path);
  if (!found) return null;
  const moment = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => name === "at" || name === "known")).toString();
  return `${found[1]}/peek/${found[2]}${moment === "" ? "" : `?${moment}`}`;
}
