import { IslandController } from "./island";

/** The map's island, which lies beside this script where the page does not say otherwise. */
export class OrreryController extends IslandController {
  protected override get address(): string {
    return this.scriptValue || new URL("orrery.js", import.meta.url).href;
  }
}
