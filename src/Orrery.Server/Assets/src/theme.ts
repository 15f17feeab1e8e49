// Loaded before the first paint, so that a chosen theme never flashes.
import { applyTheme, chosenTheme } from "./theme-choice";

document.documentElement.classList.add("js");
applyTheme(chosenTheme());
