import "@hotwired/turbo";
import { Application } from "@hotwired/stimulus";
import { BuilderController } from "./controllers/builder";
import { ChooseController } from "./controllers/choose";
import { DialogController } from "./controllers/dialog";
import { DropController } from "./controllers/drop";
import { FilterController } from "./controllers/filter";
import { GraphController } from "./controllers/graph";
import { IslandController } from "./controllers/island";
import { KeysController } from "./controllers/keys";
import { LiveController } from "./controllers/live";
import { NamingController } from "./controllers/naming";
import { OrreryController } from "./controllers/orrery";
import { PaletteController } from "./controllers/palette";
import { PeekController } from "./controllers/peek";
import { PictureController } from "./controllers/picture";
import { QuestionController } from "./controllers/question";
import { QuickController } from "./controllers/quick";
import { RecordsController } from "./controllers/records";
import { SheetController } from "./controllers/sheet";
import { SubmitController } from "./controllers/submit";
import { SuggestController } from "./controllers/suggest";
import { ThemeController } from "./controllers/theme";
import { TimelineController } from "./controllers/timeline";
import { ToastController } from "./controllers/toast";
import { TreeController } from "./controllers/tree";
import { WalkController } from "./controllers/walk";
import { WhenController } from "./controllers/when";
import "./ahead";
import "./away";
import "./exchange";
import { fetchFont } from "./fonts";
import "./language";
import { note } from "./palette/recent";
import { Turbo } from "./turbo";

Turbo.setProgressBarDelay(250);

const application = Application.start();
application.register("builder", BuilderController);
application.register("choose", ChooseController);
application.register("dialog", DialogController);
application.register("drop", DropController);
application.register("filter", FilterController);
application.register("graph", GraphController);
application.register("island", IslandController);
application.register("keys", KeysController);
application.register("live", LiveController);
application.register("naming", NamingController);
application.register("orrery", OrreryController);
application.register("palette", PaletteController);
application.register("peek", PeekController);
application.register("picture", PictureController);
application.register("question", QuestionController);
application.register("quick", QuickController);
application.register("records", RecordsController);
application.register("sheet", SheetController);
application.register("submit", SubmitController);
application.register("suggest", SuggestController);
application.register("theme", ThemeController);
application.register("timeline", TimelineController);
application.register("toast", ToastController);
application.register("tree", TreeController);
application.register("walk", WalkController);
application.register("when", WhenController);

addEventListener("load", fetchFont, { once: true });
document.addEventListener("turbo:load", () => note(location.pathname, document.title));
// A browser says nothing of what is wrong in a closed fold, and sends nothing either: without script the server is asked, with it the fold opens.
const judge = () => {
  for (const form of document.querySelectorAll("form[novalidate]")) form.removeAttribute("novalidate");
};
document.addEventListener("turbo:load", judge);
document.addEventListener("turbo:render", judge);
// A form that is refused comes back where one was, at its end: what is wrong, or asked, may lie far above.
let isRefused = false;
document.addEventListener("turbo:before-fetch-response", (event) => {
  const { fetchResponse } = (event as CustomEvent<{ fetchResponse: { succeeded: boolean } }>).detail;
  isRefused = event.target instanceof HTMLFormElement && !fetchResponse.succeeded;
});
document.addEventListener("turbo:render", () => {
  if (!isRefused) return;
  isRefused = false;
  (document.querySelector("main form .error") ?? document.querySelector("main [role=alert]"))?.scrollIntoView({ block: "center" });
});
document.addEventListener("invalid", (event) => (event.target as Element).closest("details")?.setAttribute("open", ""), true);
