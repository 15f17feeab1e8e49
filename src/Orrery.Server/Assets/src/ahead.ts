// A page is asked for a moment before it is opened: when its link is pressed, or pointed at for a while. The click then finds it here.
// What is asked for by pointing alone says so: the server counts no look for it (docs/decisions/0013). It is read as a page as soon as it is there.
import { type Snapshots, Turbo } from "./turbo";

const pointedFor = 60;
const goodFor = 5000;
const mostAtOnce = 12;

interface Asked {
  readonly href: string;
  readonly at: number;
  readonly abort: AbortController;
  readonly response: Promise<Response>;
}

let asked: Asked[] = [];
let pointed = 0;
let read: { readonly html: string; readonly page: Document } | null = null;

// What was read before need not be read again when it is shown.
const pages = Turbo.session.view.snapshot.constructor as unknown as Snapshots;
const readNow = pages.fromHTMLString;
pages.fromHTMLString = function (html: string) {
  const ready = read;
  read = null;
  return ready?.html === html ? this.fromDocument(ready.page) : readNow.call(this, html);
};

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  clearTimeout(pointed);
  const link = linkAt(event.target);
  if (link && !savesData()) pointed = window.setTimeout(() => ask(link, true), pointedFor);
});
document.addEventListener("pointerdown", (event) => {
  clearTimeout(pointed);
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = linkAt(event.target);
  if (link) ask(link, false);
});

// Turbo takes the answer of another request where it is handed one.
document.addEventListener("turbo:before-fetch-request", (event) => {
  const { detail, target } = event as CustomEvent<{ url: URL; fetchOptions: { method?: string }; fetchRequest?: { response: Promise<Response> } }>;
  if (target !== document.documentElement || asked.length === 0) return;
  const ready = detail.fetchOptions.method?.toUpperCase() === "GET" ? asked.find(isFreshAt(detail.url.href)) : undefined;
  if (ready) detail.fetchRequest = { response: ready.response };
  forget(ready);
});
for (const changed of ["turbo:submit-start", "orrery:sending", "orrery:revision"]) document.addEventListener(changed, () => forget());

function ask(link: HTMLAnchorElement, isGuess: boolean): void {
  if (asked.some(isFreshAt(link.href))) return;
  forget();
  void request(link.href, isGuess).then(readPage, () => undefined);
}

/** Asks for several pages, one after the other, of which one may be chosen soon. */
export async function askForEach(addresses: string[]): Promise<void> {
  if (savesData() || addresses.length > mostAtOnce || addresses.every((address) => asked.some(isFreshAt(address)))) return;
  forget();
  const mine = asked;
  for (const address of addresses) {
    await request(address, true).catch(() => undefined);
    if (asked !== mine) return;
  }
}

function request(href: string, isGuess: boolean): Promise<Response> {
  const abort = new AbortController();
  const headers: Record<string, string> = { Accept: "text/html, application/xhtml+xml" };
  if (isGuess) headers["X-Sec-Purpose"] = "prefetch";
  const response = fetch(href, { headers, credentials: "same-origin", signal: abort.signal }).then(take);
  const mine: Asked = { href, at: performance.now(), abort, response };
  asked.push(mine);
  response.catch(() => {
    asked = asked.filter((other) => other !== mine);
  });
  return response;
}

function isFreshAt(href: string): (one: Asked) => boolean {
  return (one) => one.href === href && performance.now() - one.at < goodFor;
}

// Turbo copies an answer before it reads its text, and waits for both: a text that is here already is handed on as it is.
async function take(response: Response): Promise<Response> {
  if (!isPage(response)) return response;
  const html = await response.text();
  return Object.assign(response, { clone: () => response, text: () => Promise.resolve(html) });
}

async function readPage(response: Response): Promise<void> {
  if (!isPage(response)) return;
  const html = await response.text();
  read = { html, page: new DOMParser().parseFromString(html, "text/html") };
}

function isPage(response: Response): boolean {
  return response.headers.get("Content-Type")?.startsWith("text/html") === true;
}

function forget(but?: Asked): void {
  for (const one of asked) if (one !== but) one.abort.abort();
  asked = [];
  if (!but) read = null;
}

// A link that leads to a page of ours by a visit; frames and files ask for themselves. A cell that is edited where it stands does so too: of two
// forms that are asked for at once, before there is a cookie, the one asked for first is refused.
function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || link.origin !== location.origin || link.hasAttribute("download") || link.hasAttribute("target")) return null;
  if (link.closest(".cell-edit, [data-turbo='false'], [data-turbo-prefetch='false']") || link.pathname + link.search === location.pathname + location.search) return null;
  const frame = link.dataset.turboFrame ?? link.closest("turbo-frame:not([target='_top'])")?.id;
  return frame === undefined || frame === "_top" ? link : null;
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
