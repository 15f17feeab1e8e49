import { gapOf, label, type Overlay, traceCurve } from "./over";

const mostLabels = 40;
const on = 2;

/** One thread: what joins its things, strongly, and what they touch, faintly; its own things are named first. */
export function drawThread(over: Overlay, thread: Uint8Array): void {
  const { pen, scene, palette } = over;
  pen.lineCap = "round";
  for (const isTouching of [true, false]) {
    pen.lineWidth = isTouching ? 1 : 1.8;
    pen.globalAlpha = isTouching ? 0.3 : 0.8;
    scene.data.relations.forEach(([from, to]) => {
      const joined = Math.min(thread[from], thread[to]);
      if (thread[from] + thread[to] < on + 1 || (joined === on) === isTouching || !scene.isShown(from) || !scene.isShown(to)) return;
      pen.strokeStyle = palette.hue[scene.category[thread[from] === on ? to : from]];
      pen.beginPath();
      traceCurve(over, from, to);
      pen.stroke();
    });
  }
  pen.globalAlpha = 1;
  let left = mostLabels;
  for (const body of scene.byWeight)
    if (left > 0 && thread[body] === on && scene.isShown(body) && label(over, body, "550 11.5px", palette.ink, gapOf(over, body), 32)) left--;
}
