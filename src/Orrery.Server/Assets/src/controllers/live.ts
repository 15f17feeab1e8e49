import { Controller } from "@hotwired/stimulus";
import { sayBeside } from "../beside";
import { follow } from "../feed";
import { Turbo } from "../turbo";

/** Follows the feed; a newer revision morphs the page, unless somebody is writing in it. */
export class LiveController extends Controller<HTMLElement> {
  static values = { url: String, revision: Number };
  static targets = ["notice"];
  declare readonly urlValue: string;
  declare revisionValue: number;
  declare readonly hasNoticeTarget: boolean;
  declare readonly noticeTarget: HTMLElement;

  private leave: (() => void) | null = null;
  private newest = 0;
  private timer = 0;
  private sending = false;
  private showing = false;

  connect(): void {
    document.addEventListener("turbo:submit-start", this.send);
    document.addEventListener("turbo:submit-end", this.sent);
    document.addEventListener("orrery:sending", this.send);
    document.addEventListener("orrery:sent", this.unsent);
    document.addEventListener("turbo:before-morph-element", this.keep);
    document.addEventListener("turbo:render", this.shown);
    this.newest = this.revisionValue;
    this.leave = follow(this.urlValue, this.hear);
    document.addEventListener("visibilitychange", this.catchUp);
  }

  disconnect(): void {
    this.leave?.();
    clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this.catchUp);
    document.removeEventListener("turbo:submit-start", this.send);
    document.removeEventListener("turbo:submit-end", this.sent);
    document.removeEventListener("orrery:sending", this.send);
    document.removeEventListener("orrery:sent", this.unsent);
    document.removeEventListener("turbo:before-morph-element", this.keep);
    document.removeEventListener("turbo:render", this.shown);
  }

  revisionValueChanged(): void {
    this.sending = false;
    if (this.revisionValue < this.newest) this.wait();
    else if (this.hasNoticeTarget) this.noticeTarget.hidden = true;
  }

  show(): void {
    this.revisionValue = this.newest;
    this.showing = true;
    Turbo.session.refresh(location.href);
  }

  private readonly hear = (revision: number): void => {
    if (!(revision > this.newest)) return;
    this.newest = revision;
    this.wait();
  };

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.catchUp, 120);
  }

  // What is being sent leads to a page of its own; fetching this one again would get in its way.
  private readonly send = (): void => {
    this.sending = true;
    this.showing = false;
  };

  private readonly sent = (event: Event): void => {
    const { fetchResponse } = (event as CustomEvent<{ fetchResponse?: { redirected?: boolean } }>).detail;
    this.sending = fetchResponse?.redirected === true;
    this.catchUp();
  };

  // An island sent something by itself: what was done is shown with the way back.
  private readonly unsent = (event: Event): void => {
    const { done } = (event as CustomEvent<{ done: number | null }>).detail;
    const waits = document.querySelector("main [data-live-waits]") !== null;
    this.sending = done !== null && !waits;
    if (!this.sending) return this.catchUp();
    const here = new URL(location.href);
    here.searchParams.set("done", String(done));
    Turbo.visit(here.href, { action: "replace" });
  };

  private readonly catchUp = (): void => {
    if (this.sending || this.newest <= this.revisionValue || document.hidden) return;
    document.dispatchEvent(new CustomEvent("orrery:revision", { detail: this.newest }));
    if (hasUnsavedInput() || document.querySelector("main [data-live-waits]")) this.tell();
    else this.show();
  };

  // What somebody began to write, or opened, while the newer page was on its way stays as it is.
  private readonly keep = (event: Event): void => {
    if (!this.showing) return;
    const { target } = event;
    if (target instanceof HTMLFormElement && target.closest("main") !== null && isChanged(target)) {
      event.preventDefault();
      const { newElement } = (event as CustomEvent<{ newElement?: Element }>).detail;
      if (newElement) sayBeside(target, newElement);
    } else if (target instanceof HTMLElement && target.matches(open)) event.preventDefault();
  };

  // The page may be another one, while the frame around it stayed.
  private readonly shown = (): void => {
    this.showing = false;
    this.sending = false;
    if (this.revisionValue < this.newest) this.wait();
  };

  private tell(): void {
    if (this.hasNoticeTarget) this.noticeTarget.hidden = false;
  }
}

const open = "dialog[open], [popover].popover:popover-open";

function hasUnsavedInput(): boolean {
  return document.querySelector(open) !== null || [...document.querySelectorAll<HTMLFormElement>("main form")].some(isChanged);
}

function isChanged(form: HTMLFormElement): boolean {
  if (form.method === "get") return false;
  return [...form.elements].some((field) => {
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) return field.checked !== field.defaultChecked;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    return field instanceof HTMLSelectElement && isOtherChoice(field);
  });
}

function isOtherChoice(field: HTMLSelectElement): boolean {
  const options = [...field.options];
  const hasDefault = options.some((option) => option.defaultSelected);
  return hasDefault || field.multiple
    ? options.some((option) => option.selected !== option.defaultSelected)
    : field.selectedIndex > 0;
}
