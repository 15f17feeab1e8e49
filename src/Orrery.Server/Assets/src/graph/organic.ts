import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";

export interface OrganicAsked {
  ids: string[];
  /** Places in `ids`. */
  joins: [number, number][];
}

/** x and y of each, one after the other. */
export type OrganicPlaced = Float32Array;

const apart = 34;
const most = 1_200;

/** Near what each is joined with; what is joined with nothing gathers at the edge. The same is always placed the same. */
export function placeOrganically({ ids, joins }: OrganicAsked): OrganicPlaced {
  const nodes: SimulationNodeDatum[] = ids.map(() => ({}));
  const links: SimulationLinkDatum<SimulationNodeDatum>[] = joins.map(([source, target]) => ({ source, target }));
  const simulation = forceSimulation(nodes)
    .force("links", forceLink(links).distance(70))
    .force("away", forceManyBody().strength(-160).distanceMax(900))
    .force("room", forceCollide(apart / 2))
    .force("x", forceX(0).strength(0.035))
    .force("y", forceY(0).strength(0.05))
    .stop();
  simulation.tick(nodes.length > most ? 180 : 300);
  return Float32Array.from(nodes.flatMap(({ x, y }) => [x ?? 0, y ?? 0]));
}
