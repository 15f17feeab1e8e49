import { Controller } from "@hotwired/stimulus";

/** The control that was changed: the page that answers gives it the focus back. */
let changed = "";

/** The builder of questions: each choice asks for the page that has the next ones; the address keeps only what was chosen. */
export class BuilderController extends Controller<HTMLFormElement> {
  connect(): void {
    if (changed) document.getElementById(changed)?.focus();
    changed = "";
  }

  choose(event: Event): void {
    changed = (event.target as HTMLElement).id;
    this.element.requestSubmit();
  }

  trim(event: FormDataEvent): void {
    const chosen = event.formData;
    for (const [name, value] of [...chosen.entries()]) {
      const link = /^(t\d+)\.from$/.exec(name);
      if (value === "" || (link && !chosen.get(`${link[1]}.way`))) chosen.delete(name);
    }
  }
}
