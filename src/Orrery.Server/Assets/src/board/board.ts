import Sortable from "sortablejs";
import { Columns, type Column } from "./columns";
import { choose } from "./menu";
import { Moves } from "./moves";
import { step } from "./walk";

const pauseInMilliseconds = 450;

/** Cards are dragged, or moved by keys; where one lands is written by the form that pages without script use. */
export function mount(board: HTMLElement): { disconnect(): void } {
  const columns = new Columns(board);
  const moves = new Moves(board, columns);
  const listeners = new AbortController();
  const { signal } = listeners;
  let waiting: { card: HTMLElement; from: Column; to: Column; timer: number } | null = null;

  const arm = (): void => {
    board.dataset.armed = "";
    for (const { list } of columns.all) {
      if (Sortable.get(list)) continue;
      Sortable.create(list, {
        group: board.id, sort: false, draggable: ".card[data-edit]", filter: ".card-move", preventOnFilter: false,
        animation: still() ? 0 : 140, delay: 180, delayOnTouchOnly: true, touchStartThreshold: 6,
        forceFallback: true, fallbackOnBody: true, fallbackTolerance: 4, ghostClass: "card-ghost", dragClass: "card-drag", bubbleScroll: true, emptyInsertThreshold: 24,
        onStart: () => board.setAttribute("data-live-waits", ""),
        onEnd: ({ item, from, to }) => {
          board.removeAttribute("data-live-waits");
          const [left, entered] = [columns.of(from), columns.of(to)];
          if (!left || !entered) return moves.rest();
          columns.transfer(item, left, entered);
          if (left !== entered) moves.move(item, left, entered);
          else moves.rest();
        },
      });
    }
  };

  // By keys a card crosses columns on its way: only where it rests is written.
  const flush = (): void => {
    if (!waiting) return;
    const { card, from, to, timer } = waiting;
    clearTimeout(timer);
    waiting = null;
    board.removeAttribute("data-live-waits");
    if (to === from) return moves.rest();
    // A page that was asked for before may have put it back meanwhile: it goes where it was meant to go.
    const here = columns.holding(card);
    if (here && here !== to) columns.transfer(card, here, to);
    moves.move(card, from, to);
  };

  const shift = (card: HTMLElement, by: number): void => {
    const here = columns.holding(card);
    const next = here && columns.all[columns.all.indexOf(here) + by];
    if (!here || !next) return;
    if (waiting && waiting.card !== card) flush();
    const from = waiting?.from ?? here;
    clearTimeout(waiting?.timer);
    board.setAttribute("data-live-waits", "");
    columns.transfer(card, here, next);
    moves.say(`${titleOf(card)}: ${next.title}`);
    focus(card);
    waiting = { card, from, to: next, timer: window.setTimeout(flush, pauseInMilliseconds) };
  };

  const open = async (card: HTMLElement): Promise<void> => {
    flush();
    const from = columns.holding(card);
    if (!from) return;
    const to = await choose(`Move ${titleOf(card)}`, columns.all, from);
    focus(card);
    if (!to || to === from) return;
    columns.transfer(card, from, to);
    moves.move(card, from, to);
    focus(card);
  };

  board.addEventListener("keydown", (event) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>(".card");
    if (!card || event.ctrlKey || event.metaKey) return;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way && event.altKey && way[0] && card.dataset.edit) shift(card, way[0] * (getComputedStyle(board).direction === "rtl" ? -1 : 1));
    else if (way && !event.altKey) focus(step(columns.all.map(({ list }) => list), card, way[0], way[1]));
    else if (event.key.toLowerCase() === "m" && !event.altKey && card.dataset.edit) void open(card);
    else return;
    event.preventDefault();
  }, { signal });
  board.addEventListener("click", (event) => {
    const card = (event.target as HTMLElement).closest(".card-move")?.closest<HTMLElement>(".card");
    if (!card) return;
    event.preventDefault();
    void open(card);
  }, { signal });
  document.addEventListener("turbo:render", arm, { signal });
  document.addEventListener("turbo:before-visit", flush, { signal });
  arm();

  return {
    disconnect: () => {
      flush();
      listeners.abort();
      for (const { list } of columns.all) Sortable.get(list)?.destroy();
    },
  };
}

function focus(card: HTMLElement | null): void {
  card?.querySelector<HTMLElement>("a, button")?.focus();
}

function titleOf(card: HTMLElement): string {
  return card.querySelector(".card-title")?.textContent?.trim() ?? "";
}

function still(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
