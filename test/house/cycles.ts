// Finds imports that go in a circle.

/** Circles of the graph, each as the path that closes it; one for each place a walk meets itself. */
export function circles(
  graph: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const found: string[][] = []
  const done = new Set<string>()
  const path: string[] = []

  function visit(node: string): void {
    const at = path.indexOf(node)
    if (at >= 0) {
      found.push([...path.slice(at), node])
      return
    }
    if (done.has(node)) return
    path.push(node)
    for (const next of graph.get(node) ?? []) visit(next)
    path.pop()
    done.add(node)
  }

  for (const node of graph.keys()) visit(node)
  return found
}
