// Loaded before the first paint, so that a chosen theme never flashes and letters come in before one reads.
import { bringLetters } from "./letters";
import { applyTheme, chosenTheme } from "./theme-choice";

document.documentElement.classList.add("js");
applyTheme(chosenTheme());
bringLetters();
