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
    document.addEventListener("turbo:morph", this.arrive);
    document.addEventListener("turbo:fetch-request-error", this.giveUp);
    this.element.addEventListener("turbo:before-morph-attribute", this.keep);
    this.element.addEventListener("keydown", this.press);
    this.element.addEventListener("focusin", this.follow);
  }

  disconnect(): void {
    document.removeEventListener("turbo:morph", this.arrive);
    document.removeEventListener("turbo:fetch-request-error", this.giveUp);
    this.element.removeEventListener("turbo:before-morph-attribute", this.keep);
    this.element.removeEventListener("keydown", this.press);
    this.element.removeEventListener("focusin", this.follow);
  }

  private readonly arrive = (): void => {
    this.dress();
    const row = at === null ? null : document.getElementById(at);
    const was = asked;
    asked = null;
    // Whoever opened a branch stands there still, though the page is a new one.
    if (row && was !== null && document.activeElement === document.body) row.focus({ preventScroll: true });
    const next = document.getElementById(waiting.shift() ?? "");
    if (next) this.twist(next);
  };

  // Without script these are plain nested lists with links: what promises arrow keys comes with them.
  private dress(): void {
    this.listTarget.setAttribute("role", "tree");
    for (const group of this.listTarget.querySelectorAll("ul")) group.setAttribute("role", "group");
    for (const item of this.listTarget.querySelectorAll("li")) item.setAttribute("role", "none");
    for (const link of this.listTarget.querySelectorAll("a")) link.tabIndex = -1;
    for (const twist of this.listTarget.querySelectorAll(".twist")) twist.setAttribute("aria-hidden", "true");
    const rows = this.rows();
    for (const row of rows) {
      const { open } = itemOf(row).dataset;
      row.setAttribute("role", "treeitem");
      row.setAttribute("aria-level", String(levelOf(row, this.listTarget)));
      row.tabIndex = -1;
      if (open) row.setAttribute("aria-expanded", open);
      else row.removeAttribute("aria-expanded");
    }
    const stop = rows.find((row) => row.id === at) ?? rows[0];
    if (stop) stop.tabIndex = 0;
  }

  private readonly keep = (event: Event): void => {
    const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail;
    if (ours.has(attributeName)) event.preventDefault();
  };

  private readonly giveUp = (): void => {
    [asked, waiting] = [null, []];
  };

  private rows(): HTMLElement[] {
    return [...this.listTarget.querySelectorAll<HTMLElement>(".outline-row")];
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
