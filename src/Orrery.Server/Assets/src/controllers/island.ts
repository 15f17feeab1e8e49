import { Controller } from "@hotwired/stimulus";

interface Island {
  disconnect(): void;
}
type Mount = (element: HTMLElement) => Island;

/** Loads the script that a part of a page needs, where it is used and only there. */
export class IslandController extends Controller<HTMLElement> {
  static values = { script: String };
  declare readonly scriptValue: string;
  private island: Island | null = null;
  private isConnected = false;

  async connect(): Promise<void> {
    this.isConnected = true;
    const { mount } = (await import(this.address)) as { mount: Mount };
    if (this.isConnected && !this.island) this.island = mount(this.element);
  }

  disconnect(): void {
    this.isConnected = false;
    this.island?.disconnect();
    this.island = null;
  }

  /** Where the script lies. */
  protected get address(): string {
    return new URL(this.scriptValue, location.href).href;
  }
}
