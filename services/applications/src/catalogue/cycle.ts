interface Node {
  readonly id: string;
  readonly needs: readonly string[];
}

/** A circle among nodes that wait for each other, from a node back to itself; undefined when there is none. */
export function findCycle(nodes: readonly Node[]): readonly string[] | undefined {
  const needs = new Map(nodes.map((node) => [node.id, node.needs]));
  const done = new Set<string>();
  const visit = (id: string, trail: readonly string[]): readonly string[] | undefined => {
    const from = trail.indexOf(id);
    if (from >= 0) return [...trail.slice(from), id];
    if (done.has(id)) return undefined;
    for (const need of needs.get(id) ?? []) {
      const cycle = visit(need, [...trail, id]);
      if (cycle !== undefined) return cycle;
    }
    done.add(id);
    return undefined;
  };
  for (const { id } of nodes) {
    const cycle = visit(id, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
