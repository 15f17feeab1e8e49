import { Controller } from "@hotwired/stimulus";

/** Files that are dropped anywhere on the page are attached by the form; files that are chosen, at once. */
export class DropController extends Controller<HTMLFormElement> {
  static targets = ["input"];
  declare readonly inputTarget: HTMLInputElement;

  private readonly listeners = new AbortController();

  connect(): void {
    // Where two forms could take them, the one that is seen does.
    if (this.element.hidden && document.querySelector("form.file-form")) return;
    const { signal } = this.listeners;
    document.addEventListener("dragover", this.over, { signal });
    document.addEventListener("dragleave", this.leave, { signal });
    document.addEventListener("drop", this.drop, { signal });
  }

  disconnect(): void {
    this.listeners.abort();
    this.mark(false);
  }

  send(): void {
    if (this.inputTarget.files?.length) this.element.requestSubmit();
  }

  private readonly over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    this.mark(true);
  };

  private readonly leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.mark(false);
  };

  private readonly drop = (event: DragEvent): void => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    this.mark(false);
    this.inputTarget.files = event.dataTransfer.files;
    this.send();
  };

  private mark(isOver: boolean): void {
    document.body.classList.toggle("dropping", isOver);
  }
}
