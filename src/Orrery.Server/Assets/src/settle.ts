// A page that one goes to takes the place of the one before part by part: what both have alike stays as it is drawn, so that
// the browser need not style, lay out and paint all of it anew.
interface BeforeRender {
  render: (current: HTMLBodyElement, next: HTMLBodyElement) => void;
  renderMethod: "replace" | "morph";
}

document.addEventListener("turbo:before-render", (event) => {
  const { detail } = event as CustomEvent<BeforeRender>;
  if (detail.renderMethod === "replace") detail.render = settle;
});

// Turbo says with every page what language it is in; a browser that hears it styles everything anew, also what is about to go.
const root = document.documentElement;
const say = root.setAttribute.bind(root);
root.setAttribute = (name, value) => {
  if (root.getAttribute(name) !== value) say(name, value);
};

function settle(current: HTMLBodyElement, next: HTMLBodyElement): void {
  // Where one was on the page before means nothing on this one.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const before = new Map([...current.children].map((part) => [nameOf(part), part]));
  let last: Element | null = null;
  for (const part of [...next.children]) {
    const same = before.get(nameOf(part));
    before.delete(nameOf(part));
    const shown: Element = same && stays(same, part) ? same : part;
    if (same && shown === part) same.replaceWith(part);
    if (shown.parentElement !== current || shown.previousElementSibling !== last) last ? last.after(shown) : current.prepend(shown);
    last = shown;
  }
  for (const left of before.values()) left.remove();
  sayAlike(current, next);
}

function stays(part: Element, next: Element): boolean {
  if (part.matches(":popover-open")) (part as HTMLElement).hidePopover();
  if (part.matches(".rail")) return become(part, next);
  // What somebody typed into a field is no attribute, and a controller has to hear of the new page.
  return part.isEqualNode(next) && !part.matches("[data-controller]") && !part.querySelector("input, textarea, select, [data-controller]");
}

// Lists of links change by a mark and a number: the elements stay, unless there are others.
function become(part: Element, next: Element): boolean {
  if (part.isEqualNode(next) || part.matches("[data-controller]")) return true;
  if (part.localName !== next.localName || part.childNodes.length !== next.childNodes.length) return false;
  const [old, fresh] = [[...part.childNodes], [...next.childNodes]];
  if (old.some((node, place) => node.nodeType !== fresh[place]?.nodeType)) return false;
  sayAlike(part, next);
  old.forEach((node, place) => {
    const other = fresh[place] as ChildNode;
    if (!(node instanceof Element)) node.nodeValue = other.nodeValue;
    else if (!become(node, other as Element)) node.replaceWith(other);
  });
  return true;
}

function sayAlike(part: Element, next: Element): void {
  for (const { name } of [...part.attributes]) if (!next.hasAttribute(name)) part.removeAttribute(name);
  for (const { name, value } of next.attributes) if (part.getAttribute(name) !== value) part.setAttribute(name, value);
}

function nameOf(part: Element): string {
  return part.id || `${part.localName}.${part.className}`;
}
