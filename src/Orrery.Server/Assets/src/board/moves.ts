import { linkTo } from "../checklist";
import type { Column, Columns } from "./columns";

interface Reply {
  done?: number | null;
  message?: string;
  remedy?: string | null;
  checklist?: string | null;
  now?: string | null;
  by?: string | null;
}

/** Why a card was not moved. Where a checklist takes what is missing, the remedy in the words of commands is left out. */
function refusal(title: string, { now, by, message = "", remedy, checklist }: Reply): string {
  if (now) return `${by ?? "Somebody"} moved “${title}” to ${now} meanwhile. It stays there; move it again if you still want to.`;
  const why = message.startsWith(title) ? `It${message.slice(title.length).replace(/^ \([^)]*\)/, "")}` : message;
  return `“${title}” was not moved. ${why} ${checklist ? "" : (remedy ?? "")}`.trim();
}

/** Writes where cards were moved to, one after the other; what is refused goes back and is said. */
export class Moves {
  private turn: Promise<void> = Promise.resolve();
  private ahead = 0;

  constructor(private readonly board: HTMLElement, private readonly columns: Columns) {}

  /** Writes that a card, which stands there already, went from one column to another. */
  move(card: HTMLElement, from: Column, to: Column): void {
    this.notice("");
    this.ahead++;
    document.dispatchEvent(new CustomEvent("orrery:sending"));
    card.classList.add("card-sending");
    this.turn = this.turn.then(() => this.write(card, from, to));
  }

  /** Nothing is moved any more: what others changed meanwhile may be shown. */
  rest(): void {
    if (this.ahead === 0) document.dispatchEvent(new CustomEvent("orrery:sent", { detail: { done: null } }));
  }

  say(text: string): void {
    const place = document.getElementById(`${this.board.id}-said`);
    if (place) place.textContent = text;
  }

  private async write(card: HTMLElement, from: Column, to: Column): Promise<void> {
    const title = card.querySelector(".card-title")?.textContent?.trim() ?? "";
    const reply = await this.send(card, to);
    card.classList.remove("card-sending");
    this.ahead--;
    if (reply.done !== undefined) {
      if (reply.done) card.dataset.seen = String(reply.done);
      this.say(`${title} is in ${to.title} now.`);
    } else {
      if (this.columns.holding(card) === to) this.columns.transfer(card, to, from);
      this.notice(refusal(title, reply), reply.checklist ?? null);
    }
    // The page is asked for again, and morphs into what is known then: with the word that it was saved, and the way back.
    if (this.ahead === 0) document.dispatchEvent(new CustomEvent("orrery:sent", { detail: { done: reply.done ?? null } }));
  }

  private notice(text: string, checklist: string | null = null): void {
    const place = document.getElementById(`${this.board.id}-notice`);
    if (!place) return;
    place.textContent = text;
    if (checklist) place.append(" ", linkTo(checklist));
    place.hidden = text === "";
  }

  private async send(card: HTMLElement, to: Column): Promise<Reply> {
    const form = new FormData(this.board.querySelector<HTMLFormElement>(".board-form")!);
    form.set("seen", card.dataset.seen ?? this.board.dataset.seen ?? "");
    form.set(`f-${this.board.dataset.field}`, to.value);
    try {
      const answer = await fetch(card.dataset.edit!, { method: "POST", body: form, headers: { Accept: "application/json" }, keepalive: true });
      const told = answer.headers.get("content-type")?.includes("json") ? ((await answer.json()) as Reply) : { message: "The page is too old to change anything.", remedy: "Load it again." };
      return told;
    } catch {
      return { message: "The server cannot be reached." };
    }
  }
}
