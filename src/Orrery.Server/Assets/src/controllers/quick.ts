import { Controller } from "@hotwired/stimulus";
import { Turbo } from "../turbo";

interface Created {
  done: number;
  page: string;
}

/** Something new from anywhere: C, or "New ..." in the palette, opens a small form. Enter adds it and stays, Ctrl Enter opens it. */
export class QuickController extends Controller<HTMLElement> {
  static targets = ["body", "form"];
  static values = { url: String };
  declare readonly bodyTarget: HTMLElement;
  declare readonly formTarget: HTMLFormElement;
  declare readonly hasFormTarget: boolean;
  declare readonly urlValue: string;

  private isSending = false;

  connect(): void {
    document.addEventListener("orrery:open", this.asked);
  }

  disconnect(): void {
    document.removeEventListener("orrery:open", this.asked);
  }

  open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.show(this.likely(), "");
  }

  /** Another kind: what was typed as a title stays. */
  other(event: Event): void {
    if (event.target instanceof HTMLSelectElement) void this.show(event.target.value, this.title());
  }

  press(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.create(true);
  }

  send(event: SubmitEvent): void {
    event.preventDefault();
    void this.create(event.submitter instanceof HTMLButtonElement && event.submitter.value === "open");
  }

  // The palette asks for the page of a new thing: the small form is nearer.
  private readonly asked = (event: Event): void => {
    const path = new URL((event as CustomEvent<string>).detail, location.href).pathname;
    if (!path.startsWith(`${new URL(this.urlValue, location.href).pathname}/`)) return;
    event.preventDefault();
    void this.show(decodeURIComponent(path.split("/").pop() ?? ""), "");
  };

  private async show(kind: string, title: string): Promise<void> {
    try {
      const answer = await fetch(`${this.urlValue}?frame=1&kind=${encodeURIComponent(kind)}`);
      if (!answer.ok) return Turbo.visit(this.urlValue);
      this.draw(await answer.text());
      const field = this.bodyTarget.querySelector<HTMLInputElement>("[name=f-title]");
      if (field) field.value = title;
      field?.focus();
    } catch {
      Turbo.visit(this.urlValue);
    }
  }

  private draw(html: string): void {
    const form = new DOMParser().parseFromString(html, "text/html").querySelector("form");
    if (!form) return;
    this.bodyTarget.replaceChildren(document.importNode(form, true));
    const dialog = this.element.querySelector("dialog");
    if (dialog && !dialog.open) dialog.showModal();
  }

  private async create(opens: boolean): Promise<void> {
    if (!this.hasFormTarget || this.isSending) return;
    const form = this.formTarget;
    const kind = form.querySelector<HTMLSelectElement>("[name=quick-kind]")?.value ?? "";
    this.isSending = true;
    form.setAttribute("aria-busy", "true");
    try {
      const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      if (!answer.ok) {
        this.draw(await answer.text());
        this.bodyTarget.querySelector<HTMLElement>("[aria-invalid=true], [name=f-title]")?.focus();
        return;
      }
      this.made((await answer.json()) as Created, kind, opens);
    } catch {
      form.querySelector(".form-foot")?.append(told("This was not added: the server cannot be reached."));
    } finally {
      this.isSending = false;
      form.removeAttribute("aria-busy");
    }
  }

  private made({ done, page }: Created, kind: string, opens: boolean): void {
    keep(kind);
    this.element.querySelector("dialog")?.close();
    Turbo.cache.clear();
    const next = new URL(opens ? page : location.href, location.href);
    next.searchParams.set("done", String(done));
    Turbo.visit(next.href, { action: opens ? "advance" : "replace" });
  }

  private title(): string {
    return this.bodyTarget.querySelector<HTMLInputElement>("[name=f-title]")?.value ?? "";
  }

  // On a list of a kind, one of it; else what was added last.
  private likely(): string {
    return /\/k\/([^/]+)$/.exec(location.pathname)?.[1] ?? kept();
  }
}

const key = "orrery-new-kind";

function kept(): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function keep(kind: string): void {
  try {
    localStorage.setItem(key, kind);
  } catch {
    // a browser that keeps nothing begins with what there is most of
  }
}

function told(text: string): HTMLParagraphElement {
  const error = document.createElement("p");
  error.className = "error";
  error.setAttribute("role", "alert");
  error.textContent = text;
  return error;
}
