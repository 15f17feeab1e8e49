import { Controller } from "@hotwired/stimulus";
import { chosenTheme, keepTheme, type Theme } from "../theme-choice";

/** Three buttons: as the system, light, dark. */
export class ThemeController extends Controller<HTMLElement> {
  connect(): void {
    this.show(chosenTheme());
  }

  set(event: Event & { params: { to: Theme } }): void {
    keepTheme(event.params.to);
    this.show(event.params.to);
  }

  private show(theme: Theme): void {
    for (const button of this.element.querySelectorAll<HTMLElement>("[data-theme-to-param]"))
      button.setAttribute("aria-pressed", String(button.dataset.themeToParam === theme));
  }
}
