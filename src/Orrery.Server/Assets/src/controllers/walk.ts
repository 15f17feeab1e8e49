import { Controller } from "@hotwired/stimulus";

const ways: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const links = "td a, th a, .cell a";

/** From a link in focus, arrows lead to the nearest one that way; past the edge to what is marked `data-walk-before` or `-after`. */
export class WalkController extends Controller<HTMLElement> {
  connect(): void {
    this.element.addEventListener("keydown", this.press);
  }

  disconnect(): void {
    this.element.removeEventListener("keydown", this.press);
  }

  private readonly press = (event: KeyboardEvent): void => {
    const way = ways[event.key];
    const here = (event.target as HTMLElement).closest<HTMLElement>(links);
    if (event.defaultPrevented || !way || !here || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const next = this.nearest(here, way);
    if (next) next.focus();
    else if (way[0]) this.element.querySelector<HTMLElement>(way[0] < 0 ? "[data-walk-before]" : "[data-walk-after]")?.click();
  };

  // Sideways counts what overlaps in height first, up and down what overlaps in width: as the eye goes.
  private nearest(here: HTMLElement, [across, down]: [number, number]): HTMLElement | null {
    const from = here.getBoundingClientRect();
    let [best, least] = [null as HTMLElement | null, Infinity];
    for (const link of this.element.querySelectorAll<HTMLElement>(links)) {
      const to = link.getBoundingClientRect();
      const along = across ? (to.left - from.left) * across : (to.top - from.top) * down;
      const aside = across ? Math.abs(to.top - from.top) : Math.abs(to.left - from.left);
      if (link === here || along < 4 || to.width === 0) continue;
      const far = along + aside * 4;
      if (far < least) [best, least] = [link, far];
    }
    return best;
  }
}
