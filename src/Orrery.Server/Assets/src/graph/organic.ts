import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";

export interface OrganicAsked {
  ids: string[];
  /** Places in `ids`. */
  joins: [number, number][];
}

/** What the worker answers, several times. */
export interface OrganicSaid {
  placed: OrganicPlaced;
  isLast: boolean;
}

/** x and y of each, one after the other. */
export type OrganicPlaced = Float32Array;

const apart = 34;
const most = 1_200;
const atOnce = 15;

/** Near what each is joined with; what is joined with nothing gathers at the edge. The same is always placed the same. */
export function placeOrganically({ ids, joins }: OrganicAsked, soFar: (placed: OrganicPlaced) => void = () => {}): OrganicPlaced {
  const nodes: SimulationNodeDatum[] = ids.map(() => ({}));
  const links: SimulationLinkDatum<SimulationNodeDatum>[] = joins.map(([source, target]) => ({ source, target }));
  const simulation = forceSimulation(nodes)
    .force("links", forceLink(links).distance(70))
    .force("away", forceManyBody().strength(-160).distanceMax(900))
    .force("room", forceCollide(apart / 2))
    .force("x", forceX(0).strength(0.035))
    .force("y", forceY(0).strength(0.05))
    .stop();
  const placed = (): OrganicPlaced => Float32Array.from(nodes.flatMap(({ x, y }) => [x ?? 0, y ?? 0]));
  const ticks = nodes.length > most ? 180 : 300;
  for (let done = 0; done < ticks; done += atOnce) {
    simulation.tick(Math.min(atOnce, ticks - done));
    soFar(placed());
  }
  return placed();
}
