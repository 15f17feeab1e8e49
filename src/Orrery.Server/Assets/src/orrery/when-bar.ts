import { sayDate } from "../dates";
import { icon } from "../icons";
import type { Comparison } from "./compare";
import type { OrreryPicture } from "./contract";
import { said } from "./numbers";
import { element } from "./element";
import { paces, type Player } from "./player";
import type { Moment } from "./travel";

/** Keeps the frame's when bar true while the island travels without leaving the page. */
export class WhenBar {
  private readonly back: HTMLElement;
  readonly bar = document.querySelector<HTMLElement>("footer.when");
  private readonly play = element("button", { type: "button", class: "button icon play", "aria-label": "Play through time", title: "Play through time (space)" }, icon("play"));

  private readonly pin = element("button", { type: "button", class: "button pin", "aria-pressed": "false", title: "Pin this moment to compare (P)" }, icon("pin"), "Pin");

  private readonly pace = element("select", { class: "input short pace", "aria-label": "Pace", title: "How far a step goes (, and .)" }, ...paces.map(({ name, label }) => element("option", { value: name }, label)));

  constructor(private readonly onTravel: (date: string, known: boolean) => void, onPlay: () => void, onPin: () => void, onPace: (name: string) => void) {
    this.pace.addEventListener("change", (event) => {
      event.stopPropagation();
      onPace(this.pace.value);
    });
    this.play.addEventListener("click", onPlay);
    this.pin.addEventListener("click", onPin);
    this.bar?.querySelectorAll(".play, .pin, .pace").forEach((old) => old.remove());
    this.bar?.querySelector(".when-form")?.prepend(this.pin, this.play, this.pace);
    this.back = this.findBack();
    this.back.addEventListener("click", this.goBack);
    this.bar?.addEventListener("orrery:travel", this.hear);
    this.bar?.addEventListener("change", this.change);
    this.bar?.addEventListener("turbo:before-morph-element", stay);
  }

  disconnect(): void {
    this.play.remove();
    this.pin.remove();
    this.pace.remove();
    this.back.removeEventListener("click", this.goBack);
    this.bar?.removeEventListener("orrery:travel", this.hear);
    this.bar?.removeEventListener("change", this.change);
    this.bar?.removeEventListener("turbo:before-morph-element", stay);
  }

  get strip(): HTMLElement | null {
    return this.bar?.querySelector<HTMLElement>("[data-orrery-strip]") ?? null;
  }

  /** What the "as known then" switch would send. */
  get knownValue(): string {
    return this.bar?.querySelector<HTMLInputElement>("input[name=known]")?.value ?? "then";
  }

  showPlaying({ isPlaying, pace }: Player): void {
    this.play.setAttribute("aria-label", isPlaying ? "Pause" : "Play through time");
    this.play.replaceChildren(icon(isPlaying ? "pause" : "play"));
    this.pace.value = pace;
  }

  /** `since` is the pinned picture and what happened after it, where a moment is pinned. */
  say(data: OrreryPicture, moment: Moment, since: Comparison | null): void {
    if (!this.bar) return;
    const isPast = moment.date !== "" || moment.known !== "";
    this.bar.classList.toggle("past", isPast);
    const shown = Date.parse(data.at);
    const known = moment.known ? "as we knew it then" : "as we know it now";
    this.pin.setAttribute("aria-pressed", String(since !== null));
    if (since) this.bar.querySelector(".when-said")?.replaceChildren(...difference(since, shown, isPast ? sayDate(shown) : "now"));
    else this.bar.querySelector(".when-said")?.replaceChildren(
      element("b", {}, isPast ? `As of ${sayDate(shown)}` : "Now"),
      element("span", {}, isPast ? `${known} · revision ` : `${sayDate(shown)} · revision `, element("span", { class: "num" }, said(data.revision))),
    );
    const date = this.bar.querySelector<HTMLInputElement>("input[name=at]");
    if (date && document.activeElement !== date) date.value = data.at.slice(0, 10);
    this.back.hidden = !isPast;
  }

  /** Here a date costs no page, so it need not be sent by hand. */
  private readonly change = (event: Event): void => {
    const field = event.target;
    if (field instanceof HTMLInputElement && field.name === "at" && field.value > "1900") field.form?.requestSubmit();
  };

  /** The server writes this link only in the past; here the past is one drag away. */
  private findBack(): HTMLElement {
    const form = this.bar?.querySelector(".when-form");
    const found = form?.querySelector<HTMLElement>("a.button");
    const back = found ?? element("a", { class: "button quiet", href: location.pathname, hidden: "" }, "Back to now");
    back.setAttribute("data-when-back", "");
    if (!found) form?.append(back);
    return back;
  }

  private readonly goBack = (event: Event): void => {
    event.preventDefault();
    this.onTravel("", false);
  };

  private readonly hear = (event: Event): void => {
    event.preventDefault();
    const { date, known } = (event as CustomEvent<{ date: string; known: boolean }>).detail;
    this.onTravel(date, known);
  };
}

function difference({ before, came, went, moved }: Comparison, shown: number, until: string): HTMLElement[] {
  const pinned = Date.parse(before.data.at);
  return [
    element("b", {}, shown < pinned ? `${until} ← ${sayDate(pinned)}` : `${sayDate(pinned)} → ${until}`),
    element("span", {}, shown < pinned ? `${said(went.length)} not there yet, ${said(came.length)} there then, ${said(moved.length)} elsewhere` : `${said(came.length)} came, ${said(went.length)} went, ${said(moved.length)} moved`),
  ];
}

function stay(event: Event): void {
  event.preventDefault();
}
