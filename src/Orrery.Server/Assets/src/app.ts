import "@hotwired/turbo";
import { Application } from "@hotwired/stimulus";
import { BuilderController } from "./controllers/builder";
import { DialogController } from "./controllers/dialog";
import { KeysController } from "./controllers/keys";
import { LiveController } from "./controllers/live";
import { OrreryController } from "./controllers/orrery";
import { PeekController } from "./controllers/peek";
import { ThemeController } from "./controllers/theme";
import { ToastController } from "./controllers/toast";
import { WhenController } from "./controllers/when";
import { Turbo } from "./turbo";

Turbo.setProgressBarDelay(250);

const application = Application.start();
application.register("builder", BuilderController);
application.register("dialog", DialogController);
application.register("keys", KeysController);
application.register("live", LiveController);
application.register("orrery", OrreryController);
application.register("peek", PeekController);
application.register("theme", ThemeController);
application.register("toast", ToastController);
application.register("when", WhenController);
