export interface Gestures {
  hover(x: number, y: number): void;
  leave(): void;
  pan(dx: number, dy: number): void;
  zoomBy(factor: number, x: number, y: number): void;
  tap(x: number, y: number, isTouch: boolean, event: PointerEvent): void;
  grab(isGrabbing: boolean): void;
  key(event: KeyboardEvent): void;
}

interface Finger {
  x: number;
  y: number;
}

const slack = 5;

/** Pointers, wheel and keys of a surface, told as gestures in its own pixels. */
export class Input {
  private readonly fingers = new Map<number, Finger>();
  private travelled = 0;
  private box: DOMRect | null = null;

  constructor(private readonly surface: HTMLElement, private readonly gestures: Gestures) {
    surface.addEventListener("pointerdown", this.down);
    surface.addEventListener("pointermove", this.move);
    surface.addEventListener("pointerup", this.up);
    surface.addEventListener("pointercancel", this.cancel);
    surface.addEventListener("pointerleave", this.leave);
    surface.addEventListener("wheel", this.wheel, { passive: false });
    surface.addEventListener("keydown", this.press);
    addEventListener("scroll", this.forgetBox, { passive: true });
  }

  disconnect(): void {
    removeEventListener("scroll", this.forgetBox);
  }

  /** Where the surface stands is asked for once, not on every move. */
  readonly forgetBox = (): void => {
    this.box = null;
  };

  private at(event: MouseEvent): Finger {
    this.box ??= this.surface.getBoundingClientRect();
    return { x: event.clientX - this.box.left, y: event.clientY - this.box.top };
  }

  private readonly down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.surface.setPointerCapture(event.pointerId);
    if (this.fingers.size === 0) this.travelled = 0;
    this.fingers.set(event.pointerId, this.at(event));
  };

  private readonly move = (event: PointerEvent): void => {
    const now = this.at(event);
    const before = this.fingers.get(event.pointerId);
    if (!before) return this.gestures.hover(now.x, now.y);
    this.travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (this.fingers.size === 2) this.pinch(event.pointerId, before, now);
    else if (this.travelled > slack) {
      this.gestures.grab(true);
      this.gestures.pan(now.x - before.x, now.y - before.y);
    }
    this.fingers.set(event.pointerId, now);
  };

  private pinch(moved: number, before: Finger, now: Finger): void {
    const other = [...this.fingers].find(([id]) => id !== moved)?.[1];
    if (!other) return;
    const factor = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(Math.hypot(before.x - other.x, before.y - other.y), 1);
    this.gestures.zoomBy(factor, (now.x + other.x) / 2, (now.y + other.y) / 2);
    this.gestures.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
  }

  private readonly up = (event: PointerEvent): void => {
    const was = this.fingers.get(event.pointerId);
    this.fingers.delete(event.pointerId);
    this.gestures.grab(false);
    if (was && this.travelled <= slack && this.fingers.size === 0) this.gestures.tap(was.x, was.y, event.pointerType === "touch", event);
  };

  private readonly cancel = (event: PointerEvent): void => {
    this.fingers.delete(event.pointerId);
    this.gestures.grab(false);
  };

  private readonly leave = (): void => {
    if (this.fingers.size === 0) this.gestures.leave();
  };

  private readonly wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const { x, y } = this.at(event);
    const lines = event.deltaMode === 1 ? 16 : 1;
    this.gestures.zoomBy(Math.exp(-Math.max(-60, Math.min(60, event.deltaY * lines)) * (event.ctrlKey ? 0.012 : 0.0035)), x, y);
  };

  private readonly press = (event: KeyboardEvent): void => this.gestures.key(event);
}
