export type Theme = "system" | "light" | "dark";

const key = "orrery-theme";

export function chosenTheme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
}

export function keepTheme(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // private windows may refuse; the choice then lasts for the page
  }
  applyTheme(theme);
  document.dispatchEvent(new CustomEvent("orrery:theme"));
}
