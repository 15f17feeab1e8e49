import { peekUrlOf } from "./url";

const patience = 420;
const grace = 180;
const most = 40;

/** A card beside a link to a thing that is pointed at; it stays while one points at it, and leaves by Escape. */
export class PeekCard {
  private readonly known = new Map<string, Promise<string>>();
  private readonly listeners = new AbortController();
  private readonly card = document.createElement("div");
  private timer = 0;
  private link: HTMLAnchorElement | null = null;

  constructor(private readonly may: (link: HTMLElement) => boolean) {
    this.card.className = "peek-card peek";
    this.card.setAttribute("popover", "manual");
    if (!matchMedia("(hover: hover)").matches) return;
    const { signal } = this.listeners;
    document.addEventListener("pointerover", this.over, { signal });
    document.addEventListener("pointerdown", this.away, { signal });
    document.addEventListener("keydown", this.press, { signal, capture: true });
    document.addEventListener("scroll", () => { this.hide(); }, { signal, capture: true, passive: true });
    document.addEventListener("turbo:before-visit", () => { this.hide(); }, { signal });
    document.addEventListener("turbo:before-cache", () => { this.card.remove(); }, { signal });
  }

  disconnect(): void {
    this.listeners.abort();
    this.hide();
    this.card.remove();
  }

  hide(): void {
    clearTimeout(this.timer);
    this.link = null;
    if (this.isOpen) this.card.hidePopover();
  }

  private get isOpen(): boolean {
    return this.card.isConnected && this.card.matches(":popover-open");
  }

  private readonly over = (event: PointerEvent): void => {
    if (event.pointerType !== "mouse" || !(event.target instanceof Element)) return;
    if (this.card.contains(event.target)) return clearTimeout(this.timer);
    const link = event.target.closest<HTMLAnchorElement>(".main a[href], .toasts a[href]");
    if (link && link === this.link) return clearTimeout(this.timer);
    clearTimeout(this.timer);
    const url = link && link.pathname !== location.pathname && this.may(link) ? peekUrlOf(link) : null;
    if (link && url) this.timer = window.setTimeout(() => void this.show(link, url), this.isOpen ? grace : patience);
    else if (this.link) this.timer = window.setTimeout(() => { this.hide(); }, grace);
  };

  private readonly away = (event: PointerEvent): void => {
    if (!(event.target instanceof Node) || !this.card.contains(event.target)) this.hide();
  };

  private readonly press = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.isOpen) return this.hide();
    event.stopPropagation();
    this.hide();
  };

  private async show(link: HTMLAnchorElement, url: string): Promise<void> {
    this.link = link;
    try {
      const html = await this.ask(url);
      if (this.link !== link || !link.isConnected) return;
      const told = new DOMParser().parseFromString(html, "text/html").querySelector("turbo-frame");
      if (!told) return;
      this.card.replaceChildren(...[...told.childNodes].map((node) => document.importNode(node, true)));
      document.body.append(this.card);
      if (!this.isOpen) this.card.showPopover();
      this.place(link);
    } catch {
      this.known.delete(url);
    }
  }

  // Below the link where there is room, else above it; never beyond the edge.
  private place(link: HTMLElement): void {
    const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.card;
    const below = at.bottom + 6 + height <= innerHeight;
    this.card.style.setProperty("left", `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`);
    this.card.style.setProperty("top", `${below ? at.bottom + 6 : Math.max(8, at.top - height - 6)}px`);
  }

  private ask(url: string): Promise<string> {
    const known = this.known.get(url);
    if (known) return known;
    if (this.known.size > most) this.known.clear();
    const asked = fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.text();
    });
    this.known.set(url, asked);
    return asked;
  }
}
