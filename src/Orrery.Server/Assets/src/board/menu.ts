import type { Column } from "./columns";

/** Asks where a card shall go; the answer is null when nothing was chosen. */
export function choose(title: string, columns: Column[], here: Column): Promise<Column | null> {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog board-menu";
  dialog.setAttribute("aria-label", `${title} to`);
  const head = document.createElement("header");
  const heading = document.createElement("h2");
  heading.textContent = title;
  heading.dir = "auto";
  head.append(heading);
  const list = document.createElement("div");
  list.className = "body";
  const buttons = columns.map((column) => button(column, column === here));
  list.append(...buttons);
  dialog.append(head, list);
  document.body.append(dialog);
  return new Promise((chosen) => {
    const end = (column: Column | null): void => {
      dialog.remove();
      chosen(column);
    };
    dialog.addEventListener("close", () => end(null));
    dialog.addEventListener("click", (event) => {
      const at = buttons.indexOf((event.target as HTMLElement).closest("button")!);
      if (at >= 0) end(columns[at]);
      else if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener("keydown", (event) => walk(event, buttons));
    dialog.showModal();
    (buttons.find((one) => one.getAttribute("aria-current") === "true") ?? buttons[0])?.focus();
  });
}

function button(column: Column, isHere: boolean): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.dir = "auto";
  element.textContent = column.title;
  if (isHere) element.setAttribute("aria-current", "true");
  return element;
}

function walk(event: KeyboardEvent, buttons: HTMLButtonElement[]): void {
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
}
