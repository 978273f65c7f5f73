/** Where the arrow keys lead in a graph: along edges, to the node that lies nearest in their direction. */
import type { DrawnMark } from "../engine/engine.ts";

/** An edge: where it comes from, where it goes to, its own id. */
export type Way = readonly [string, string, string];

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The mark to which a key leads from one: from a node to the neighbour on an edge that lies most in the direction of
 * the key, from an edge to that of its ends. Home and End lead to the first and to the last node.
 */
export function nextMark(
  key: string,
  from: string,
  ways: readonly Way[],
  marks: readonly DrawnMark[],
): string | undefined {
  const nodes = new Set(ways.flatMap((way) => way.slice(0, 2)));
  if (key === "Home") return marks[0]?.id;
  if (key === "End") return marks.filter(({ id }) => nodes.has(id)).at(-1)?.id;
  const direction = DIRECTIONS[key];
  const start = marks.find(({ id }) => id === from);
  if (direction === undefined || start === undefined) return undefined;
  const near = new Set(ways.flatMap((way) => neighbours(way, from)));
  let best: { readonly id: string; readonly cost: number } | undefined;
  for (const { id, x, y } of marks) {
    if (!near.has(id)) continue;
    const [across, down] = [x - start.x, y - start.y];
    const ahead = across * direction[0] + down * direction[1];
    const aside = Math.abs(across * direction[1]) + Math.abs(down * direction[0]);
    if (ahead <= 0 || ahead < aside / 8) continue;
    const cost = Math.hypot(ahead, aside) + aside / 2;
    if (best === undefined || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}

function neighbours([a, b, edge]: Way, from: string): readonly string[] {
  if (from === a) return [b];
  if (from === b) return [a];
  return from === edge ? [a, b] : [];
}
