const most = 400;
const height = 14;

/** Greedy placing: a label goes where it covers no other, or nowhere. */
export class Labels {
  private readonly boxes = new Float32Array(most * 4);
  private count = 0;
  private readonly widthsByFont = new Map<string, Map<string, number>>();
  private widths = new Map<string, number>();
  private font = "";

  constructor(private readonly pen: CanvasRenderingContext2D) {}

  /** Starts a new picture. */
  clear(): void {
    this.count = 0;
    this.font = "";
  }

  /** After the fonts have loaded. */
  forgetWidths(): void {
    this.widthsByFont.clear();
  }

  block(left: number, top: number, right: number, bottom: number): void {
    if (this.count >= most) return;
    this.boxes.set([left, top, right, bottom], this.count++ * 4);
  }

  /** Blocks a box unless something is there already; false then. */
  claim(left: number, top: number, right: number, bottom: number): boolean {
    if (this.isTaken(left, top, right, bottom)) return false;
    this.block(left, top, right, bottom);
    return true;
  }

  /** Draws the text right, left, below or above of a point, `gap` away; false when there is no room. */
  draw(text: string, x: number, y: number, gap: number, preferLeft: boolean, right: number, bottom: number): boolean {
    const width = this.widthOf(text);
    for (let side = 0; side < 4; side++) {
      const isBeside = side < 2;
      const goesLeft = isBeside && (side === 0) === preferLeft;
      const left = isBeside ? (goesLeft ? x - gap - width : x + gap) : x - width / 2;
      const middle = isBeside ? y : side === 2 ? y + gap + height / 2 : y - gap - height / 2;
      if (left < 4 || left + width > right - 4 || middle < 8 || middle > bottom - 8) continue;
      if (this.isTaken(left - 2, middle - height / 2, left + width + 2, middle + height / 2)) continue;
      this.block(left - 2, middle - height / 2, left + width + 2, middle + height / 2);
      this.write(text, left, middle);
      return true;
    }
    return false;
  }

  write(text: string, left: number, middle: number): void {
    this.pen.strokeText(text, left, middle);
    this.pen.fillText(text, left, middle);
  }

  /** Fonts are compared by our own text: asking the canvas for its font is slow. */
  useFont(font: string): void {
    if (font === this.font) return;
    this.font = font;
    this.pen.font = font;
    let widths = this.widthsByFont.get(font);
    if (!widths) this.widthsByFont.set(font, (widths = new Map()));
    this.widths = widths;
  }

  widthOf(text: string): number {
    let width = this.widths.get(text);
    if (width === undefined) this.widths.set(text, (width = this.pen.measureText(text).width));
    return width;
  }

  private isTaken(left: number, top: number, right: number, bottom: number): boolean {
    const boxes = this.boxes;
    for (let at = 0; at < this.count * 4; at += 4)
      if (left < boxes[at + 2] && right > boxes[at] && top < boxes[at + 3] && bottom > boxes[at + 1]) return true;
    return false;
  }
}

/** A title short enough for a label. */
export function shorten(title: string, letters = 30): string {
  if (title.length <= letters) return title;
  const cut = title.slice(0, letters - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > letters * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
