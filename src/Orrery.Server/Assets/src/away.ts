// When the server does not answer, a page stays with all that was typed into it, and says so.
import { Turbo } from "./turbo";

interface Request {
  readonly headers: Record<string, string>;
  readonly isSafe: boolean;
}

let toast: HTMLElement | null = null;

document.addEventListener("turbo:fetch-request-error", (event) => {
  const { request } = (event as unknown as CustomEvent<{ request: Request }>).detail;
  if (request.headers["X-Sec-Purpose"] === "prefetch") return;
  const place = document.querySelector(".toasts");
  if (!place) return;
  event.preventDefault();
  // A frame that stays empty does not end a visit under way.
  if (!request.headers["Turbo-Frame"]) Turbo.navigator.currentVisit?.fail();
  toast?.remove();
  toast = document.createElement("div");
  toast.className = "toast";
  toast.dataset.controller = "toast";
  toast.textContent = request.isSafe ? "The server cannot be reached. This page stays; try again in a moment." : "The server cannot be reached. What you typed is still here; send it again in a moment.";
  place.append(toast);
});
document.addEventListener("turbo:before-fetch-response", () => toast?.remove());
