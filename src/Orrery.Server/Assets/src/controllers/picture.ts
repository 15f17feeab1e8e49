import { Controller } from "@hotwired/stimulus";
import { savePng } from "../picture";

/** Makes a PNG of a picture that the server writes as SVG. */
export class PictureController extends Controller<HTMLButtonElement> {
  static values = { url: String, name: { type: String, default: "view" } };
  declare readonly urlValue: string;
  declare readonly nameValue: string;

  async save(): Promise<void> {
    this.element.disabled = true;
    try {
      await savePng(this.urlValue, `${this.nameValue}.png`);
    } finally {
      this.element.disabled = false;
    }
  }
}
