import { Controller } from "@hotwired/stimulus";
import { CellEditor } from "../sheet/edit";
import { Cells } from "../sheet/cells";
import { Parts } from "../sheet/parts";

/** A table: arrow keys walk from cell to cell, cells are edited where they stand, further rows come as one scrolls. Without it the table is a table. */
export class SheetController extends Controller<HTMLElement> {
  static targets = ["table", "part"];
  static values = { rows: String, size: Number };
  declare readonly tableTarget: HTMLTableElement;
  declare readonly rowsValue: string;
  declare readonly sizeValue: number;

  private cells: Cells | null = null;
  private editor: CellEditor | null = null;
  private parts: Parts | null = null;

  connect(): void {
    // A page that was left while a cell was edited comes back with what was open.
    for (const left of this.element.querySelectorAll(".cell-form")) left.remove();
    this.cells = new Cells(this.tableTarget);
    this.editor = new CellEditor(this.cells);
    this.parts = new Parts(this.element, this.tableTarget, this.rowsValue, this.sizeValue, () => this.came());
    this.element.addEventListener("keydown", this.press);
    this.element.addEventListener("click", this.click);
    this.element.addEventListener("dblclick", this.doubleClick);
    this.element.addEventListener("focusin", this.focus);
    document.addEventListener("turbo:before-morph-element", this.keep);
    document.addEventListener("turbo:morph", this.morphed);
  }

  disconnect(): void {
    this.editor?.cancel();
    this.parts?.disconnect();
    this.element.removeEventListener("keydown", this.press);
    this.element.removeEventListener("click", this.click);
    this.element.removeEventListener("dblclick", this.doubleClick);
    this.element.removeEventListener("focusin", this.focus);
    document.removeEventListener("turbo:before-morph-element", this.keep);
    document.removeEventListener("turbo:morph", this.morphed);
  }

  private came(): void {
    this.cells?.refresh();
    this.dispatch("came");
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || this.editor?.press(event)) return;
    if ((event.key === "Enter" || event.key === "F2") && this.editor?.begin(event.target)) return event.preventDefault();
    void this.cells?.press(event);
  };

  // One click leads nowhere: it points at the cell. Where nothing hovers there is no double click, and a touch edits.
  private readonly click = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (!(event.target instanceof Element) || !event.target.closest(".cell-edit")) return;
    event.preventDefault();
    if (!matchMedia("(hover: hover)").matches) this.editor?.begin(event.target);
  };

  private readonly doubleClick = (event: MouseEvent): void => {
    if (this.editor?.begin(event.target)) event.preventDefault();
  };

  private readonly focus = (event: FocusEvent): void => this.cells?.focused(event.target);

  private readonly keep = (event: Event): void => {
    const { newElement } = (event as CustomEvent<{ newElement?: Element }>).detail;
    if (!(event.target instanceof HTMLElement) || !this.element.contains(event.target)) return;
    if (this.editor?.holds(event.target) || this.parts?.holds(event.target, newElement)) event.preventDefault();
  };

  private readonly morphed = (): void => {
    this.cells?.refresh();
    this.parts?.refresh();
  };
}
