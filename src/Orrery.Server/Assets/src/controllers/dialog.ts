import { Controller } from "@hotwired/stimulus";

/** Opens a `<dialog>` by id (`data-dialog-id-param`), closes the one it stands in, and closes on a click outside. */
export class DialogController extends Controller<HTMLElement> {
  open(event: Event & { params: { id?: string } }): void {
    const id = event.params.id;
    const dialog = id ? document.getElementById(id) : this.element;
    if (!(dialog instanceof HTMLDialogElement)) return;
    event.preventDefault();
    dialog.showModal();
  }

  close(event: Event): void {
    event.preventDefault();
    this.element.closest("dialog")?.close();
  }

  outside(event: MouseEvent): void {
    if (event.target === this.element && this.element instanceof HTMLDialogElement) this.element.close();
  }
}
