// Which cell gives a name to which? A name means its last definition above, exactly as after "restart and run all".

export interface Knot {
  readonly id: string
  readonly gives: readonly string[]
  readonly takes: readonly string[]
}

/** For each cell, by name, the cell it takes the name from; names no cell above gives are the platform's. */
export type Graph = ReadonlyMap<string, ReadonlyMap<string, string>>

export function graphOf(cells: readonly Knot[]): Graph {
  const known = new Map<string, string>()
  const graph = new Map<string, ReadonlyMap<string, string>>()
  for (const { id, gives, takes } of cells) {
    const from = takes.flatMap((name) => {
      const giver = known.get(name)
      return giver === undefined ? [] : [[name, giver] as const]
    })
    graph.set(id, new Map(from))
    for (const name of gives) known.set(name, id)
  }
  return graph
}

/** The cells that take anything from `id`, directly. */
export function takersOf(graph: Graph, id: string): readonly string[] {
  return [...graph].filter(([, from]) => [...from.values()].includes(id)).map(([taker]) => taker)
}

/** These cells and all that follow from them. */
export function withFollowers(graph: Graph, ids: Iterable<string>): ReadonlySet<string> {
  const reached = new Set<string>()
  const queue = [...ids]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    queue.push(...takersOf(graph, id))
  }
  return reached
}
