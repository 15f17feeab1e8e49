// Our letters are wider and narrower than those of the system by a hair, so a line that takes one more with one of them moves all that stands below it. They are put in
// when they are there before the page is seen, or so soon after that nobody has begun to read; what comes later waits for the next page, or until nobody looks.
const soon = 100;
const faces = ['400 1em "Inter Variable"', '600 1em "Source Serif 4 Variable"'];

export function bringLetters(): void {
  const put = () => document.documentElement.classList.add("letters");
  const late = () => {
    document.addEventListener("turbo:before-render", put, { once: true });
    document.addEventListener("visibilitychange", put, { once: true });
  };
  Promise.all(faces.map((face) => document.fonts.load(face))).then(() => (hasBeenSeen() ? late : put)(), late);
}

function hasBeenSeen(): boolean {
  const [seen] = performance.getEntriesByName("first-contentful-paint");
  return seen !== undefined && performance.now() - seen.startTime > soon;
}
