/** What a refused step needs: the page that takes what is missing, and the step with it. */
export function linkTo(address: string): HTMLAnchorElement {
  const link = document.createElement("a");
  [link.className, link.href, link.textContent] = ["link", address, "Open the checklist"];
  return link;
}
