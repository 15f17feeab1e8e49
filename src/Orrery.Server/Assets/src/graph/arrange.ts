import type { Core } from "cytoscape";
import type { ElkNode } from "elkjs/lib/elk-api";
import type { Arrangement } from "./contract";
import type { OrganicPlaced } from "./organic";

const rowHeight = 26;
const many = 700;

/** Places what is shown; resolves when it stands. What was placed before glides, unless motion is not wanted. */
export async function arrange(graph: Core, how: Arrangement): Promise<void> {
  return how === "layered" ? layered(graph) : organic(graph);
}

// A worker of our own, likewise beside the page.
async function organic(graph: Core): Promise<void> {
  const nodes = graph.nodes(":visible");
  const places = new Map(nodes.map((node, index) => [node.id(), index]));
  const joins = graph.edges(":visible").map((line): [number, number] => [places.get(line.source().id()) ?? 0, places.get(line.target().id()) ?? 0]);
  const worker = new Worker(new URL("graph-organic.js", import.meta.url));
  try {
    const placed = await new Promise<OrganicPlaced>((done, fail) => {
      worker.addEventListener("message", ({ data }: MessageEvent<OrganicPlaced>) => { done(data); });
      worker.addEventListener("error", (problem) => { fail(new Error(problem.message)); });
      worker.postMessage({ ids: [...places.keys()], joins });
    });
    graph.batch(() => { nodes.forEach((node, index) => { node.position({ x: placed[index * 2], y: placed[index * 2 + 1] }); }); });
  } finally {
    worker.terminate();
  }
}

// The Eclipse Layout Kernel works beside the page: the page stays fluent meanwhile.
async function layered(graph: Core): Promise<void> {
  const { default: Elk } = await import("elkjs/lib/elk-api");
  const elk = new Elk({ workerFactory: () => new Worker(new URL("elk-worker.js", import.meta.url)) });
  const nodes = graph.nodes(":visible");
  const lines = graph.edges(":visible");
  const tree: ElkNode = {
    id: "graph",
    layoutOptions: {
      "elk.algorithm": "layered", "elk.direction": "RIGHT", "elk.layered.spacing.nodeNodeBetweenLayers": "60", "elk.spacing.nodeNode": nodes.length > many ? "0" : "8",
      "elk.spacing.componentComponent": "28", "elk.separateConnectedComponents": "true", "elk.aspectRatio": "1.6",
      "elk.layered.thoroughness": nodes.length > many ? "2" : "7", "elk.edgeRouting": "POLYLINE",
      "elk.layered.nodePlacement.strategy": nodes.length > many ? "SIMPLE" : "BRANDES_KOEPF",
    },
    children: nodes.map((node) => ({ id: node.id(), width: 24 + Math.min(30, String(node.data("short")).length) * 6.4, height: rowHeight })),
    edges: lines.map((line) => ({ id: line.id(), sources: [String(line.data("source"))], targets: [String(line.data("target"))] })),
  };
  try {
    const placed = await elk.layout(tree);
    const joined = new Set(lines.map((line) => [line.source().id(), line.target().id()]).flat());
    const wide = widening((placed.children ?? []).filter((child) => joined.has(child.id)));
    graph.batch(() => {
      for (const child of placed.children ?? [])
        graph.getElementById(child.id).position({ x: ((child.x ?? 0) + 8) * wide, y: (child.y ?? 0) + rowHeight / 2 });
    });
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
