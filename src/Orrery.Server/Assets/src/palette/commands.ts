/** Something that can be done on the page that is open, or a place to go to. */
export interface PageCommand {
  title: string;
  note: string;
  sign: string;
  href?: string;
  press?: string;
}

/** The buttons and links that the page offers as its actions. */
export function commandsOnPage(root: ParentNode = document): PageCommand[] {
  const found: PageCommand[] = [];
  root.querySelectorAll<HTMLElement>(".main .actions a, .main .actions button, .main .popover a, .main .popover button").forEach((control, index) => {
    const title = (control.getAttribute("aria-label") ?? control.textContent ?? "").replace(/\s+/g, " ").trim();
    if (title === "" || control.hasAttribute("popovertarget")) return;
    control.dataset.palettePress = String(index);
    found.push({ title, note: "on this page", sign: "check", press: String(index) });
  });
  return found;
}

/** Whether every word that was typed begins a word of the title. */
export function matches(title: string, typed: string): boolean {
  const words = title.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
    .every((word) => words.some((other) => other.startsWith(word)));
}
