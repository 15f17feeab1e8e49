import { Controller } from "@hotwired/stimulus";
import type { Graph, GraphPlaces } from "../graph/island";

type Mount = (places: GraphPlaces) => Graph;

/** Loads the graph island where a graph is shown; without it the picture and the text of the server stay. */
export class GraphController extends Controller<HTMLElement> {
  static values = { feed: String, neighbours: String, path: String, layout: String, reduced: Boolean, title: String };
  declare readonly feedValue: string;
  declare readonly neighboursValue: string;
  declare readonly pathValue: string;
  declare readonly layoutValue: string;
  declare readonly reducedValue: boolean;
  declare readonly titleValue: string;

  private graph: Graph | null = null;
  private isConnected = false;

  async connect(): Promise<void> {
    this.isConnected = true;
    document.addEventListener("turbo:before-morph-element", this.keep);
    document.addEventListener("turbo:morph", this.refresh);
    document.addEventListener("turbo:before-cache", this.close);
    const { mount } = (await import(new URL("graph.js", import.meta.url).href)) as { mount: Mount };
    if (!this.isConnected || this.graph) return;
    this.graph = mount({
      holder: this.element, feed: this.feedValue, neighbours: this.neighboursValue, path: this.pathValue,
      layout: this.layoutValue === "organic" ? "organic" : "layered", isReduced: this.reducedValue, title: this.titleValue,
    });
  }

  disconnect(): void {
    this.isConnected = false;
    document.removeEventListener("turbo:before-morph-element", this.keep);
    document.removeEventListener("turbo:morph", this.refresh);
    document.removeEventListener("turbo:before-cache", this.close);
    this.close();
  }

  // What the island drew stays while the page around it changes; what is newer, it asks for itself.
  private readonly keep = (event: Event): void => {
    if (event.target === this.element && this.graph) event.preventDefault();
  };

  private readonly refresh = (): void => {
    this.graph?.refresh();
  };

  private readonly close = (): void => {
    this.graph?.close();
    this.graph = null;
  };
}
