import type { ElkNode } from "elkjs/lib/elk-api";
import type { Arrangement } from "./contract";
import type { Net } from "./net";
import type { OrganicSaid } from "./organic";

const rowHeight = 26;
const many = 700;

/** Places what is shown, beside the page; tells on the way where it has come to, and resolves when it stands. */
export async function arrange(net: Net, how: Arrangement, soFar: () => void): Promise<void> {
  return how === "layered" ? layered(net) : organic(net, soFar);
}

// A worker of our own: the page stays fluent meanwhile.
async function organic(net: Net, soFar: () => void): Promise<void> {
  const bodies = net.shown;
  const places = new Map(bodies.map((body, index) => [body, index]));
  const joins = net.shownLines.map(({ from, to }): [number, number] => [places.get(from) ?? 0, places.get(to) ?? 0]);
  const worker = new Worker(new URL("graph-organic.js", import.meta.url));
  try {
    await new Promise<void>((done, fail) => {
      worker.addEventListener("message", ({ data: { placed, isLast } }: MessageEvent<OrganicSaid>) => {
        bodies.forEach((body, index) => { [body.x, body.y] = [placed[index * 2], placed[index * 2 + 1]]; });
        soFar();
        if (isLast) done();
      });
      worker.addEventListener("error", (problem) => { fail(new Error(problem.message)); });
      worker.postMessage({ ids: bodies.map((body) => body.id), joins });
    });
  } finally {
    worker.terminate();
  }
}

// The Eclipse Layout Kernel has one too.
async function layered(net: Net): Promise<void> {
  const { default: Elk } = await import("elkjs/lib/elk-api");
  const elk = new Elk({ workerFactory: () => new Worker(new URL("elk-worker.js", import.meta.url)) });
  const [bodies, lines] = [net.shown, net.shownLines];
  const tree: ElkNode = {
    id: "graph",
    layoutOptions: {
      "elk.algorithm": "layered", "elk.direction": "RIGHT", "elk.layered.spacing.nodeNodeBetweenLayers": "60", "elk.spacing.nodeNode": bodies.length > many ? "0" : "8",
      "elk.spacing.componentComponent": "28", "elk.separateConnectedComponents": "true", "elk.aspectRatio": "1.6",
      "elk.layered.thoroughness": bodies.length > many ? "2" : "7", "elk.edgeRouting": "POLYLINE",
      "elk.layered.nodePlacement.strategy": bodies.length > many ? "SIMPLE" : "BRANDES_KOEPF",
    },
    children: bodies.map(({ id, short }) => ({ id, width: 24 + Math.min(30, short.length) * 6.4, height: rowHeight })),
    edges: lines.map(({ id, from, to }) => ({ id, sources: [from.id], targets: [to.id] })),
  };
  try {
    const placed = await elk.layout(tree);
    const joined = new Set(lines.flatMap(({ from, to }) => [from.id, to.id]));
    const wide = widening((placed.children ?? []).filter((child) => joined.has(child.id)));
    for (const child of placed.children ?? []) {
      const body = net.bodies.get(child.id);
      if (body) [body.x, body.y] = [((child.x ?? 0) + 8) * wide, (child.y ?? 0) + rowHeight / 2];
    }
  } finally {
    elk.terminateWorker();
  }
}

// Few layers of many things are far higher than a screen; drawn further apart, their lines can be told from one another.
function widening(places: readonly ElkNode[]): number {
  const [across, down] = [places.map((place) => place.x ?? 0), places.map((place) => place.y ?? 0)];
  if (places.length < 2) return 1;
  const [width, height] = [Math.max(...across) - Math.min(...across) + 200, Math.max(...down) - Math.min(...down)];
  return Math.min(8, Math.max(1, (height * 1.5) / width));
}
