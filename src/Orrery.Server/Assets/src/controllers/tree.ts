import { Controller } from "@hotwired/stimulus";
import { isTyping } from "../typing";

// What was opened or shut last: the page that comes of it may be a new one, and whoever walks goes on from there.
let twisted: string | null = null;

/** Nested lists as a tree: one stop of the Tab key, arrow keys inside. Opening is a link, so the state is in the address. */
export class TreeController extends Controller<HTMLElement> {
  static targets = ["list"];
  declare readonly listTarget: HTMLElement;

  private current = "";

  connect(): void {
    this.dress();
    document.addEventListener("turbo:morph", this.dress);
    this.element.addEventListener("keydown", this.press);
    this.element.addEventListener("focusin", this.follow);
  }

  disconnect(): void {
    document.removeEventListener("turbo:morph", this.dress);
    this.element.removeEventListener("keydown", this.press);
    this.element.removeEventListener("focusin", this.follow);
  }

  // Without script these are plain nested lists with links: what promises arrow keys comes with them.
  private readonly dress = (): void => {
    this.listTarget.setAttribute("role", "tree");
    for (const group of this.listTarget.querySelectorAll("ul")) group.setAttribute("role", "group");
    for (const link of this.listTarget.querySelectorAll("a")) link.tabIndex = -1;
    for (const item of this.items()) {
      item.setAttribute("role", "treeitem");
      // Its own words, not those of everything below it; the title first.
      if (item.id) item.setAttribute("aria-labelledby", `n${item.id.slice(1)} r${item.id.slice(1)}`);
      item.tabIndex = -1;
      if (item.dataset.open) item.setAttribute("aria-expanded", item.dataset.open);
      else item.removeAttribute("aria-expanded");
    }
    const stop = this.items().find((item) => item.id === (twisted ?? this.current)) ?? this.items()[0];
    if (stop) stop.tabIndex = 0;
    if (stop && twisted === stop.id) this.goOn(stop);
  };

  private goOn(item: HTMLElement): void {
    twisted = null;
    this.current = item.id;
    // Turbo leaves the focus on the page itself once it is through.
    requestAnimationFrame(() => item.isConnected && item.focus({ preventScroll: true }));
  }

  private items(): HTMLElement[] {
    return [...this.listTarget.querySelectorAll<HTMLElement>("li")];
  }

  private readonly follow = (event: FocusEvent): void => {
    const item = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("li") : null;
    if (!item || !this.listTarget.contains(item)) return;
    for (const other of this.listTarget.querySelectorAll<HTMLElement>("li[tabindex='0']")) other.tabIndex = -1;
    item.tabIndex = 0;
    this.current = item.id;
  };

  private readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const item = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("li") : null;
    if (!item || !this.use(event.key, item, event.target as HTMLElement)) return;
    event.preventDefault();
  };

  private use(key: string, item: HTMLElement, target: HTMLElement): boolean {
    const items = this.items();
    const at = items.indexOf(item);
    if (key === "ArrowDown") items[at + 1]?.focus();
    else if (key === "ArrowUp") items[at - 1]?.focus();
    else if (key === "Home") items[0]?.focus();
    else if (key === "End") items.at(-1)?.focus();
    else if (key === "ArrowRight") this.inwards(item);
    else if (key === "ArrowLeft") this.outwards(item);
    else if (key === "Enter" && target === item) item.querySelector<HTMLElement>(".outline-name, .link")?.click();
    else return false;
    return true;
  }

  private inwards(item: HTMLElement): void {
    if (item.dataset.open === "false") this.twist(item);
    else item.querySelector<HTMLElement>(":scope > ul > li")?.focus();
  }

  private outwards(item: HTMLElement): void {
    if (item.dataset.open === "true") this.twist(item);
    else item.parentElement?.closest<HTMLElement>("li")?.focus();
  }

  private twist(item: HTMLElement): void {
    twisted = this.current = item.id;
    item.querySelector<HTMLElement>(".twist")?.click();
  }
}
