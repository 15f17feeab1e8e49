import { Controller } from "@hotwired/stimulus";

/** Sends its form as soon as something is chosen. */
export class SubmitController extends Controller<HTMLElement> {
  now(): void {
    this.element.closest("form")?.requestSubmit();
  }
}
