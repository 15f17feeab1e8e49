import { element } from "./element";

/** What stands in the lower corners: closer and farther, the same as text, the picture as a file. */
export class Corner {
  readonly zoom: HTMLElement;
  readonly links: HTMLElement;
  private readonly text: HTMLElement;

  constructor(textAddress: string, press: (key: string) => void, save: (form: "svg" | "png") => unknown) {
    const button = (label: string, text: string, key: string): HTMLElement => {
      const made = element("button", { type: "button", "aria-label": label, title: `${label} (${key})` }, text);
      made.addEventListener("click", () => press(key));
      return made;
    };
    this.zoom = element("div", { class: "zoom", role: "group", "aria-label": "Zoom" }, button("Closer", "+", "+"), button("Farther", "−", "-"), button("All of it", "○", "0"));
    const file = (form: "svg" | "png"): HTMLElement => {
      const made = element("button", { type: "button", class: "link", title: `Save the picture as ${form.toUpperCase()}` }, form.toUpperCase());
      made.addEventListener("click", () => save(form));
      return made;
    };
    this.text = element("a", { href: textAddress, "data-map-link": "" }, "Read it as text");
    this.links = element("div", { class: "twin" }, this.text, file("svg"), file("png"));
  }

  follow(address: string): void {
    this.text.setAttribute("href", address);
  }

  remove(): void {
    this.zoom.remove();
    this.links.remove();
  }
}
