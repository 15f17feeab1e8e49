import { type OrganicAsked, placeOrganically } from "./graph/organic";

// A worker of its own: the page stays fluent while thousands find their places.
addEventListener("message", ({ data }: MessageEvent<OrganicAsked>) => {
  postMessage({ placed: placeOrganically(data, (placed) => { postMessage({ placed, isLast: false }); }), isLast: true });
});
