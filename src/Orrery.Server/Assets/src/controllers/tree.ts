import { Controller } from "@hotwired/stimulus";
import { isTyping } from "../typing";

/** Attributes that come with the arrow keys and that the server does not write: a page that is drawn anew leaves them. */
const ours = new Set(["role", "tabindex", "aria-expanded", "aria-level", "aria-hidden"]);

// What outlives a page: where somebody stands, and which branches are still to be opened or shut, one page after the other.
let at: string | null = null;
let asked: string | null = null;
let waiting: string[] = [];

/** Nested lists as a tree: one stop of the Tab key, arrow keys inside. Opening is a link, so the state is in the address. */
export class TreeController extends Controller<HTMLElement> {
  static targets = ["list"];
  declare readonly listTarget: HTMLElement;

  connect(): void {
    if (!at || !document.getElementById(at)) [at, asked, waiting] = [null, null, []];
    this.arrive();
    document.addEventListener("turbo:before-render", this.prepare);
    document.addEventListener("turbo:morph", this.arrive);
    document.addEventListener("turbo:fetch-request-error", this.giveUp);
    this.element.addEventListener("turbo:before-morph-attribute", this.keep);
    this.element.addEventListener("keydown", this.press);
    this.element.addEventListener("focusin", this.follow);
  }

  disconnect(): void {
    document.removeEventListener("turbo:before-render", this.prepare);
    document.removeEventListener("turbo:morph", this.arrive);
    document.removeEventListener("turbo:fetch-request-error", this.giveUp);
    this.element.removeEventListener("turbo:before-morph-attribute", this.keep);
    this.element.removeEventListener("keydown", this.press);
    this.element.removeEventListener("focusin", this.follow);
  }

  // A newer page is dressed before it takes this one's place, so that what is the same in both is the same.
  private readonly prepare = (event: Event): void => {
    const { renderMethod, newBody } = (event as CustomEvent<{ renderMethod: string; newBody: HTMLElement }>).detail;
    const list = renderMethod === "morph" ? newBody.querySelector<HTMLElement>("[data-tree-target='list']") : null;
    if (list) dress(list);
  };

  private readonly arrive = (): void => {
    dress(this.listTarget);
    const row = at === null ? null : document.getElementById(at);
    const was = asked;
    asked = null;
    // Whoever opened a branch stands there still, though the page is a new one.
    if (row && was !== null && document.activeElement === document.body) row.focus({ preventScroll: true });
    const next = document.getElementById(waiting.shift() ?? "");
    if (next) this.twist(next);
  };

  private readonly keep = (event: Event): void => {
    const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail;
    if (ours.has(attributeName)) event.preventDefault();
  };

  private readonly giveUp = (): void => {
    [asked, waiting] = [null, []];
  };

  private rows(): HTMLElement[] {
    return rowsOf(this.listTarget);
  }

  private readonly follow = (event: FocusEvent): void => {
    const row = rowOf(event.target);
    if (!row || !this.listTarget.contains(row)) return;
    for (const other of this.listTarget.querySelectorAll<HTMLElement>(".outline-row[tabindex='0']")) other.tabIndex = -1;
    row.tabIndex = 0;
    at = row.id;
  };

  private readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const row = rowOf(event.target);
    if (!row || !this.use(event.key, row, event.target as HTMLElement)) return;
    event.preventDefault();
  };

  private use(key: string, row: HTMLElement, target: HTMLElement): boolean {
    const rows = this.rows();
    const place = rows.indexOf(row);
    if (key === "ArrowDown") rows[place + 1]?.focus();
    else if (key === "ArrowUp") rows[place - 1]?.focus();
    else if (key === "Home") rows[0]?.focus();
    else if (key === "End") rows.at(-1)?.focus();
    else if (key === "ArrowRight") this.inwards(row);
    else if (key === "ArrowLeft") this.outwards(row);
    else if (key === "Enter" && target === row) row.querySelector<HTMLElement>(".outline-name, .link")?.click();
    else return false;
    return true;
  }

  private inwards(row: HTMLElement): void {
    if (itemOf(row).dataset.open === "false") this.twist(row);
    else itemOf(row).querySelector<HTMLElement>(":scope > ul > li > .outline-row")?.focus();
  }

  private outwards(row: HTMLElement): void {
    if (itemOf(row).dataset.open === "true") this.twist(row);
    else itemOf(row).parentElement?.closest("li")?.querySelector<HTMLElement>(":scope > .outline-row")?.focus();
  }

  // One page at a time: the next one's links know what was opened before.
  private twist(row: HTMLElement): void {
    if (asked === row.id || waiting.includes(row.id)) return;
    if (asked !== null) return void waiting.push(row.id);
    const link = row.querySelector<HTMLElement>("a.twist");
    if (link?.dataset.turboAction) asked = row.id; // others lead elsewhere
    link?.click();
  }
}

// Without script these are plain nested lists with links: what promises arrow keys comes with them.
function dress(list: HTMLElement): void {
  put(list, "role", "tree");
  for (const group of list.querySelectorAll("ul")) put(group, "role", "group");
  for (const item of list.querySelectorAll("li")) put(item, "role", "none");
  for (const link of list.querySelectorAll("a")) put(link, "tabindex", "-1");
  for (const twist of list.querySelectorAll(".twist")) put(twist, "aria-hidden", "true");
  const rows = rowsOf(list);
  const stop = rows.find((row) => row.id === at) ?? rows[0];
  for (const row of rows) {
    const { open } = itemOf(row).dataset;
    put(row, "role", "treeitem");
    put(row, "aria-level", String(levelOf(row, list)));
    put(row, "tabindex", row === stop ? "0" : "-1");
    if (open) put(row, "aria-expanded", open);
    else row.removeAttribute("aria-expanded");
  }
}

function put(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(".outline-row")];
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof HTMLElement ? target.closest<HTMLElement>(".outline-row") : null;
}

function itemOf(row: HTMLElement): HTMLElement {
  return row.parentElement ?? row;
}

function levelOf(row: HTMLElement, list: HTMLElement): number {
  let level = 1;
  for (let group = row.closest("ul"); group && group !== list; group = group.parentElement?.closest("ul") ?? null) level++;
  return level;
}
