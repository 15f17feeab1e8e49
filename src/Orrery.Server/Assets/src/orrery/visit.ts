interface Visitor {
  visit(location: string): void;
}

/** Goes there as a link would: through Turbo where it runs, else plainly. */
export function visit(href: string, inNewTab: boolean): void {
  const turbo = (window as unknown as { Turbo?: Visitor }).Turbo;
  if (inNewTab) window.open(href, "_blank", "noopener");
  else if (turbo) turbo.visit(href);
  else location.assign(href);
}
