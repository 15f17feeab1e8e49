import "@hotwired/turbo";
import { Application } from "@hotwired/stimulus";
import { BuilderController } from "./controllers/builder";
import { DialogController } from "./controllers/dialog";
import { FilterController } from "./controllers/filter";
import { KeysController } from "./controllers/keys";
import { LiveController } from "./controllers/live";
import { OrreryController } from "./controllers/orrery";
import { PaletteController } from "./controllers/palette";
import { PeekController } from "./controllers/peek";
import { QuestionController } from "./controllers/question";
import { SubmitController } from "./controllers/submit";
import { SuggestController } from "./controllers/suggest";
import { ThemeController } from "./controllers/theme";
import { ToastController } from "./controllers/toast";
import { WhenController } from "./controllers/when";
import { note } from "./palette/recent";
import { Turbo } from "./turbo";

Turbo.setProgressBarDelay(250);

const application = Application.start();
application.register("builder", BuilderController);
application.register("dialog", DialogController);
application.register("filter", FilterController);
application.register("keys", KeysController);
application.register("live", LiveController);
application.register("orrery", OrreryController);
application.register("palette", PaletteController);
application.register("peek", PeekController);
application.register("question", QuestionController);
application.register("submit", SubmitController);
application.register("suggest", SuggestController);
application.register("theme", ThemeController);
application.register("toast", ToastController);
application.register("when", WhenController);

document.addEventListener("turbo:load", () => note(location.pathname, document.title));
