import { Controller } from "@hotwired/stimulus";
import { savePng } from "../picture";

/** Makes a PNG of a picture that the server writes as SVG. */
export class PictureController extends Controller<HTMLButtonElement> {
  static values = { url: String };
  declare readonly urlValue: string;

  async save(): Promise<void> {
    this.element.disabled = true;
    try {
      const answer = await fetch(this.urlValue);
      if (answer.ok) await savePng(await answer.text(), "view.png");
    } finally {
      this.element.disabled = false;
    }
  }
}
