import { Controller } from "@hotwired/stimulus";
import { askForEach } from "../ahead";
import { Turbo } from "../turbo";

const pointedFor = 60;

/** Sends its form as soon as something is chosen. What few choices lead to may be asked for when somebody comes near them. */
export class SubmitController extends Controller<HTMLElement> {
  static values = { ahead: Boolean };
  declare readonly aheadValue: boolean;

  private near = 0;

  connect(): void {
    if (!this.aheadValue) return;
    this.element.addEventListener("pointerenter", this.come);
    this.element.addEventListener("pointerleave", this.leave);
    this.element.addEventListener("focus", this.come);
  }

  disconnect(): void {
    this.leave();
    this.element.removeEventListener("pointerenter", this.come);
    this.element.removeEventListener("pointerleave", this.leave);
    this.element.removeEventListener("focus", this.come);
  }

  now(): void {
    const form = this.element.closest("form");
    if (form && this.aheadValue && form.method === "get") Turbo.visit(addressOf(form));
    else form?.requestSubmit();
  }

  private readonly come = (): void => {
    clearTimeout(this.near);
    this.near = window.setTimeout(() => this.ask(), pointedFor);
  };

  private readonly leave = (): void => clearTimeout(this.near);

  private ask(): void {
    const { element } = this;
    const form = element.closest("form");
    if (!form || !(element instanceof HTMLSelectElement)) return;
    const others = [...element.options].filter((option) => !option.selected);
    void askForEach(others.map((option) => addressOf(form, element.name, option.value)));
  }
}

// As a browser writes it: all fields of the form in order, one of them with another value.
function addressOf(form: HTMLFormElement, name = "", value = ""): string {
  const fields = new FormData(form);
  if (name !== "") fields.set(name, value);
  const address = new URL(form.action);
  address.search = new URLSearchParams([...fields].filter((pair): pair is [string, string] => typeof pair[1] === "string")).toString();
  return address.href;
}
