// Of two pages of one workspace the rail and the drawings are the same but for which link is of here: they stay where they are, so the browser styles, lays out
// and paints the rest alone. Where they differ more, and between workspaces, the whole page is exchanged as Turbo does it.
import { isSame, renew } from "./renew";
import { type Snapshot, Turbo, type Visit } from "./turbo";

const stays = "a.skip, #sprite, nav.rail";
const differs = ["href", "class", "aria-current", "title"];

// The page that is to be kept for the way back: Turbo copies it a moment after it was exchanged.
let leaving: Snapshot | null = null;

const view = Turbo.session.view;
const keep = view.cacheSnapshot.bind(view);
view.cacheSnapshot = async (snapshot = view.snapshot) => {
  leaving = snapshot;
  try {
    return await keep(snapshot);
  } finally {
    if (leaving === snapshot) leaving = null;
  }
};

// Turbo waits for the next frame before it shows what came. What is here is shown in this one.
document.addEventListener(
  "turbo:visit",
  () => {
    const visits = Object.getPrototypeOf(Turbo.navigator.currentVisit) as Visit;
    visits.render = async function (show) {
      this.cancelRender();
      if (this.state !== "canceled") await show();
    };
  },
  { once: true },
);

document.addEventListener("turbo:before-render", (event) => {
  const { detail } = event as unknown as CustomEvent<{ renderMethod: string; render: (here: HTMLElement, next: HTMLElement) => unknown }>;
  const whole = detail.render;
  detail.render = (here, next) => {
    if (!isSameFrame(here, next)) whole(here, next);
    else if (detail.renderMethod === "replace") exchange(here, next);
    else if (next.querySelector("[data-controller~='tree']")) renew(here, next);
    else whole(here, next);
  };
});

// What a newer page does not change need not be looked at piece by piece.
document.addEventListener("turbo:before-morph-element", (event) => {
  const { newElement } = (event as CustomEvent<{ newElement?: Element }>).detail;
  if (newElement && event.target instanceof Element && isSame(event.target, newElement)) event.preventDefault();
});

function isSameFrame(here: HTMLElement, next: HTMLElement): boolean {
  const url = next.dataset.liveUrlValue;
  return here === document.body && url !== undefined && here.dataset.liveUrlValue === url;
}

function exchange(here: HTMLElement, next: HTMLElement): void {
  const left = here.cloneNode(false) as HTMLElement;
  if (leaving) keepAsItIs(leaving, left);
  const focused = document.activeElement;
  for (const { name } of [...here.attributes]) if (!next.hasAttribute(name)) here.removeAttribute(name);
  for (const { name, value } of next.attributes) if (here.getAttribute(name) !== value) here.setAttribute(name, value);
  const parts = [...next.children];
  const twins = new Map<Element, Element>();
  for (const part of parts) {
    const old = part.matches(stays) ? twinOf(part, here) : undefined;
    if (old) twins.set(old, part);
  }

  // What stays changes places with its twin in all that differs, so that the twin is what was here.
  for (const part of [...here.children]) {
    const twin = twins.get(part);
    if (twin) swap(part, twin);
    left.append(twin ?? part);
  }
  const staying = new Map([...twins].map(([old, twin]) => [twin, old]));
  let place: ChildNode | null = here.firstChild;
  for (const part of parts) {
    const old = staying.get(part);
    if (old) place = old.nextSibling;
    else here.insertBefore(part, place);
  }
  // What was taken out has lost the focus by that; asked before, the browser would lay the old page out once more.
  if (focused instanceof HTMLElement && focused === document.activeElement) focused.blur();
}

// What was taken out of the page belongs to nobody else: a copy of it would take longer than all of this.
function keepAsItIs(snapshot: Snapshot, left: HTMLElement): void {
  snapshot.element = left;
  snapshot.clone = () => {
    for (const secret of left.querySelectorAll<HTMLInputElement>('input[type="password"]')) secret.value = "";
    return snapshot;
  };
}

function twinOf(part: Element, here: Element): Element | undefined {
  const twin = [...here.children].find((old) => old.tagName === part.tagName && old.id === part.id && old.className === part.className);
  if (!twin || !isAlike(twin, part)) return undefined;
  if (twin instanceof HTMLElement && twin.matches("[popover]:popover-open")) twin.hidePopover();
  return twin;
}

function isAlike(one: Node, other: Node): boolean {
  if (one.nodeType !== other.nodeType || one.nodeName !== other.nodeName || one.childNodes.length !== other.childNodes.length) return false;
  for (let i = 0; i < one.childNodes.length; i++) if (!isAlike(one.childNodes[i]!, other.childNodes[i]!)) return false;
  return true;
}

function swap(one: Node, other: Node): void {
  if (one instanceof Element && other instanceof Element)
    for (const name of differs) {
      const [mine, its] = [one.getAttribute(name), other.getAttribute(name)];
      if (mine === its) continue;
      put(one, name, its);
      put(other, name, mine);
    }
  else if (one instanceof Text && other instanceof Text && one.data !== other.data) [one.data, other.data] = [other.data, one.data];
  for (let i = 0; i < one.childNodes.length; i++) swap(one.childNodes[i]!, other.childNodes[i]!);
}

function put(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
