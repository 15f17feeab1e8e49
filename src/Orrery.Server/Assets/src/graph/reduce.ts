interface Line {
  id: string;
  from: string;
  to: string;
  type: string;
}

/** The lines that say nothing new: along lines of the same type a longer way leads to the same end. Circles keep all their lines. */
export function shortcuts(lines: readonly Line[]): Set<string> {
  const found = new Set<string>();
  const byType = new Map<string, Line[]>();
  for (const line of lines) (byType.get(line.type) ?? byType.set(line.type, []).get(line.type))?.push(line);
  for (const same of byType.values()) {
    const next = new Map<string, Set<string>>();
    for (const { from, to } of same) if (from !== to) (next.get(from) ?? next.set(from, new Set()).get(from))?.add(to);
    const parts = circles(next);
    for (const line of same) {
      const isInCircle = parts.get(line.from) === parts.get(line.to);
      if (line.from !== line.to && !isInCircle && hasDetour(next, parts, line.from, line.to)) found.add(line.id);
    }
  }
  return found;
}

/** Whether another way leads from one end to the other; within a circle things count as one. */
function hasDetour(next: Map<string, Set<string>>, parts: Map<string, number>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const way = [...(next.get(from) ?? [])].filter((first) => parts.get(first) !== parts.get(to) && parts.get(first) !== parts.get(from));
  for (let at = way.pop(); at !== undefined; at = way.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    way.push(...(next.get(at) ?? []));
  }
  return false;
}

/** Which circle each thing is part of, by number (Tarjan's strongly connected components, without recursion). */
function circles(next: Map<string, Set<string>>): Map<string, number> {
  const [order, low, parts] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const open: string[] = [];
  let count = 0;
  const enter = (thing: string): Step => {
    order.set(thing, order.size);
    low.set(thing, order.size - 1);
    open.push(thing);
    return { thing, rest: [...(next.get(thing) ?? [])] };
  };
  const things = new Set([...next.keys(), ...[...next.values()].flatMap((ends) => [...ends])]);
  for (const start of things) {
    if (order.has(start)) continue;
    const way = [enter(start)];
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const { thing } = step;
      const other = step.rest.pop();
      if (other !== undefined) {
        if (!order.has(other)) way.push(enter(other));
        else if (!parts.has(other)) low.set(thing, Math.min(low.get(thing) ?? 0, order.get(other) ?? 0));
        continue;
      }
      way.pop();
      const above = way.at(-1)?.thing;
      if (above !== undefined) low.set(above, Math.min(low.get(above) ?? 0, low.get(thing) ?? 0));
      if (low.get(thing) !== order.get(thing)) continue;
      for (let member = open.pop(); member !== undefined; member = member === thing ? undefined : open.pop()) parts.set(member, count);
      count++;
    }
  }
  return parts;
}

interface Step {
  thing: string;
  rest: string[];
}
