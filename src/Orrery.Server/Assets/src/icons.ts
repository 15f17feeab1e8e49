const svg = "http://www.w3.org/2000/svg";

/** An icon of icons.svg, which every page carries, for the eye only: whatever holds it says what it does. */
export function icon(name: string): SVGSVGElement {
  const drawn = document.createElementNS(svg, "svg");
  drawn.setAttribute("class", "icon");
  drawn.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(svg, "use");
  use.setAttribute("href", `#icon-${name}`);
  drawn.append(use);
  return drawn;
}
