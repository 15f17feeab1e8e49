import { Controller } from "@hotwired/stimulus";

interface Island {
  disconnect(): void;
}
type Mount = (element: HTMLElement) => Island;

/** Loads the island's own script where it is used, and only there. */
export class OrreryController extends Controller<HTMLElement> {
  static values = { script: String };
  declare readonly scriptValue: string;
  private island: Island | null = null;
  private isConnected = false;

  async connect(): Promise<void> {
    this.isConnected = true;
    const address = this.scriptValue || new URL("orrery.js", import.meta.url).href;
    const { mount } = (await import(address)) as { mount: Mount };
    if (this.isConnected && !this.island) this.island = mount(this.element);
  }

  disconnect(): void {
    this.isConnected = false;
    this.island?.disconnect();
    this.island = null;
  }
}
