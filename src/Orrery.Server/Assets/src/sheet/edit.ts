import { linkTo } from "../checklist";
import { Turbo } from "../turbo";
import type { Cells } from "./cells";

/** Edits a cell where it stands, with the form that its link leads to: what is sent says what was seen, so that the second of two is told. */
export class CellEditor {
  private cell: HTMLTableCellElement | null = null;
  private form: HTMLFormElement | null = null;
  private then: HTMLTableCellElement | null = null;
  private isSending = false;

  constructor(private readonly cells: Cells) {}

  holds(element: Element): boolean {
    return this.cell !== null && (element === this.cell || this.cell.contains(element));
  }

  /** Whether there was something to edit. */
  begin(place: EventTarget | null): boolean {
    const cell = place instanceof Element ? place.closest<HTMLTableCellElement>("td:has(> .cell-edit)") : null;
    const link = cell?.querySelector<HTMLAnchorElement>(":scope > .cell-edit");
    if (!cell || !link) return false;
    if (cell === this.cell) return true;
    if (this.form && isChanged(this.form)) {
      this.then = cell;
      void this.send();
      return true;
    }
    this.cancel();
    this.cell = cell;
    cell.setAttribute("aria-busy", "true");
    void this.open(cell, link);
    return true;
  }

  /** Leaves everything as it was. */
  cancel(): void {
    const { cell, form } = this;
    // Forgotten first: taking it out of the page moves the focus, which is told to us in between.
    [this.cell, this.form, this.then, this.isSending] = [null, null, null, false];
    form?.remove();
    cell?.removeAttribute("aria-busy");
  }

  /** Whether the key was ours. */
  press(event: KeyboardEvent): boolean {
    const { cell, form } = this;
    if (!cell || !form || !(event.target instanceof Node) || !form.contains(event.target)) return false;
    if (event.key === "Escape") {
      this.cancel();
      this.cells.go(cell);
    } else if (event.key === "Tab") {
      this.then = this.cells.editableAfter(cell, event.shiftKey);
      void this.send();
    } else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement) && (!(event.target instanceof HTMLTextAreaElement) || event.ctrlKey || event.metaKey)) {
      void this.send();
    } else {
      event.stopPropagation();
      return true;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  private async open(cell: HTMLTableCellElement, link: HTMLAnchorElement): Promise<void> {
    try {
      const form = formOf(await page(await fetch(plain(link.href))));
      if (this.cell !== cell) return;
      if (!form) return this.follow(link);
      this.show(cell, form);
    } catch {
      this.follow(link);
    } finally {
      cell.removeAttribute("aria-busy");
    }
  }

  private show(cell: HTMLTableCellElement, made: Made): void {
    const form = document.createElement("form");
    form.className = "cell-form";
    form.method = "post";
    form.action = made.action;
    form.dataset.turbo = "false";
    for (const [name, value] of made.hidden) form.append(hidden(name, value));
    const { control } = made;
    control.removeAttribute("id");
    control.removeAttribute("aria-describedby");
    control.setAttribute("aria-label", made.label);
    if (control instanceof HTMLTextAreaElement) control.rows = 3;
    const save = document.createElement("button");
    [save.className, save.textContent] = ["button primary small", "Save"];
    form.append(control, save);
    if (made.error) form.append(told(made.error, made.checklist));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.send();
    });
    form.addEventListener("focusout", this.left);
    const before = this.form;
    this.form = form;
    before?.remove();
    cell.append(form);
    control.focus();
    if (control instanceof HTMLInputElement && control.type === "text") control.select();
  }

  // What was typed is not thrown away by looking elsewhere; what was only looked at is.
  private readonly left = (event: FocusEvent): void => {
    if (!this.form || this.isSending || (event.relatedTarget instanceof Node && this.form.contains(event.relatedTarget))) return;
    if (!document.hasFocus() || isChanged(this.form)) return;
    this.cancel();
  };

  private async send(): Promise<void> {
    const { cell, form } = this;
    if (!cell || !form || this.isSending) return;
    if (!isChanged(form) && !form.querySelector(".error")) return this.move(cell);
    this.isSending = true;
    cell.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(form.action, { method: "post", body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])) });
      if (response.ok) return this.saved(cell, new URL(response.url).searchParams.get("done"));
      const again = formOf(await page(response));
      if (again && this.cell === cell) this.show(cell, again);
      else form.append(told("This was not saved. Try again, or open the thing itself."));
    } catch {
      form.append(told("This was not saved: the server cannot be reached. Try again."));
    } finally {
      this.isSending = false;
      cell.removeAttribute("aria-busy");
    }
  }

  private saved(cell: HTMLTableCellElement, done: string | null): void {
    this.move(cell);
    if (!done) return;
    const here = new URL(location.href);
    here.searchParams.set("done", done);
    Turbo.cache.clear();
    Turbo.visit(here.href, { action: "replace" });
  }

  private move(cell: HTMLTableCellElement): void {
    const { then } = this;
    this.cancel();
    if (then?.isConnected && this.begin(then)) return;
    this.cells.go(cell);
  }

  private follow(link: HTMLAnchorElement): void {
    this.cancel();
    Turbo.visit(link.href);
  }
}

interface Made {
  action: string;
  label: string;
  hidden: [string, string][];
  control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  error: string | null;
  checklist: string | null;
}

// A cell has room for one input.
function plain(href: string): string {
  const address = new URL(href);
  address.searchParams.set("plain", "1");
  return address.href;
}

async function page(response: Response): Promise<Document> {
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function formOf(page: Document): Made | null {
  const form = page.querySelector<HTMLFormElement>("main form.form");
  const control = form?.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(".field .input");
  if (!form || !control) return null;
  const hidden = [...form.querySelectorAll<HTMLInputElement>("input[type=hidden]")].map((input): [string, string] => [input.name, input.value]);
  return {
    action: form.getAttribute("action") ?? "",
    label: form.querySelector(".field label")?.textContent ?? "Value",
    hidden,
    control: document.importNode(control, true),
    error: form.querySelector(".field .error")?.textContent ?? page.querySelector("main [role=alert]")?.textContent ?? null,
    checklist: page.querySelector<HTMLAnchorElement>("main a[data-checklist]")?.getAttribute("href") ?? null,
  };
}

function hidden(name: string, value: string): HTMLInputElement {
  const input = document.createElement("input");
  [input.type, input.name, input.value] = ["hidden", name, value];
  return input;
}

function told(text: string, checklist: string | null = null): HTMLParagraphElement {
  const error = document.createElement("p");
  error.className = "error";
  error.setAttribute("role", "alert");
  error.textContent = text;
  if (checklist) error.append(" ", linkTo(checklist));
  return error;
}

function isChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement) return [...field.options].some((option) => option.selected !== option.defaultSelected);
    return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== field.defaultValue;
  });
}
