// An outline that is opened further is the same page again: only what differs is touched. Turbo's own way makes an event of every attribute of every element,
// which takes ten times as long. What wants to stay as it is hears of an element before it is touched, by Turbo's names for it.

const fields = "input, textarea, select";

/** Makes a page like a newer one of itself. */
export function renew(here: HTMLElement, next: HTMLElement): void {
  makeAlike(here, next);
  tell(document, "turbo:morph", { currentElement: here, newElement: next });
}

/** Whether there is nothing to do: alike, and nobody can have written into it. */
export function isSame(here: Element, next: Element): boolean {
  return here.isEqualNode(next) && !here.matches(fields) && here.querySelector(fields) === null;
}

function makeAlike(here: Element, next: Element): void {
  if (isSame(here, next) || here.hasAttribute("data-turbo-permanent") || !mayTouch(here, next)) return;
  makeAttributesAlike(here, next);
  if (here instanceof HTMLInputElement && next instanceof HTMLInputElement) [here.value, here.checked] = [next.value, next.checked];
  else if (here instanceof HTMLTextAreaElement && next instanceof HTMLTextAreaElement) here.value = next.value;
  makeChildrenAlike(here, next);
  if (here instanceof HTMLSelectElement && next instanceof HTMLSelectElement) here.selectedIndex = next.selectedIndex;
}

function makeAttributesAlike(here: Element, next: Element): void {
  for (const { name, value } of next.attributes)
    if (here.getAttribute(name) !== value && mayChange(here, name, "update")) here.setAttribute(name, value);
  for (const { name } of [...here.attributes]) if (!next.hasAttribute(name) && mayChange(here, name, "remove")) here.removeAttribute(name);
}

// Children with an id are who they are, wherever they stand now; of the others the next of the same sort is taken.
function makeChildrenAlike(here: Element, next: Element): void {
  const wanted = [...next.childNodes];
  const stays = new Set(wanted.map(idOf).filter((id) => id !== ""));
  const byId = new Map([...here.children].filter((child) => stays.has(child.id)).map((child) => [child.id, child]));
  let place = here.firstChild;
  for (const child of wanted) {
    const id = idOf(child);
    while (place && isGone(place, stays)) place = remove(place);
    const old = id === "" ? (place && isSameSort(place, child) ? place : null) : (byId.get(id) ?? null);
    if (!old || !isSameSort(old, child)) {
      here.insertBefore(child, place);
      continue;
    }
    if (old !== place) here.insertBefore(old, place);
    place = old.nextSibling;
    if (old instanceof Element) makeAlike(old, child as Element);
    else if (old.nodeValue !== child.nodeValue) old.nodeValue = child.nodeValue;
  }
  while (place) place = remove(place);
}

function idOf(node: Node): string {
  return node instanceof Element ? node.id : "";
}

function isGone(node: Node, stays: ReadonlySet<string>): boolean {
  return idOf(node) !== "" && !stays.has(idOf(node));
}

function isSameSort(one: Node, other: Node): boolean {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName && idOf(one) === idOf(other);
}

function remove(node: ChildNode): ChildNode | null {
  const after = node.nextSibling;
  const stays = node instanceof Element && (node.hasAttribute("data-turbo-permanent") || !mayTouch(node));
  if (!stays) node.remove();
  return after;
}

function mayTouch(element: Element, newElement?: Element): boolean {
  return tell(element, "turbo:before-morph-element", { currentElement: element, newElement });
}

function mayChange(element: Element, attributeName: string, mutationType: string): boolean {
  return tell(element, "turbo:before-morph-attribute", { attributeName, mutationType });
}

function tell(target: EventTarget, name: string, detail: object): boolean {
  return target.dispatchEvent(new CustomEvent(name, { bubbles: true, cancelable: true, composed: true, detail }));
}
