import type { Scene } from "./scene";

/** What the picture is called, and what else is said of it to those who do not see it. */
export function describe({ count, data }: Scene): [label: string, more: string] {
  return [
    `The map as an orrery: ${count} things around ${data.at.slice(0, 10)}`,
    `${data.sectors.map((sector) => `${sector.label} ${sector.count}`).join(", ")}. Arrow keys walk from one to the next, Enter opens it. The link “Read it as text” has the same as lists.`,
  ];
}

/** A body in one sentence. */
export function sentenceOf(scene: Scene, body: number): string {
  const thing = scene.things[body];
  return thing ? `${thing.title}, ${thing.kindLabel}${thing.note ? `, ${thing.note}` : ""}, ${scene.relationsOf(body).length} relations` : "Nothing selected";
}
