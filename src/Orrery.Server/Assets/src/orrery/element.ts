type Child = Node | string;

/** An element with attributes and children; text is always text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Record<string, string> = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const svg = "http://www.w3.org/2000/svg";

/** The inline shape of a category, from shapes.svg, which every page carries. */
export function shapeIcon(category: string, trust = ""): SVGSVGElement {
  const icon = document.createElementNS(svg, "svg");
  icon.setAttribute("class", `shape shape-${category}${trust ? ` trust-${trust}` : ""}`);
  icon.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(svg, "use");
  use.setAttribute("href", `#shape-${category}`);
  icon.append(use);
  return icon;
}
