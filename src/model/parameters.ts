// How many parameters are there, and how many does one token use? "Active" has three conventions; all three are given.
import type { Architecture, Role, Weight } from './architecture'

export type Parameters = {
  readonly total: number
  readonly active: number
  /** Without tables that are only looked up; a tied table is also the head, so it stays. */
  readonly activeWithoutInputEmbedding: number
  readonly activeWithoutEmbeddings: number
}

// An architecture never changes, and FLOPs ask for its parameters at every context.
const counted = new WeakMap<Architecture, Parameters>()

/** Parameters of an architecture, counted matrix by matrix: all, those a token uses, and the same without embeddings. */
export function parameters(architecture: Architecture): Parameters {
  const known = counted.get(architecture)
  if (known !== undefined) return known
  const fresh = count(architecture)
  counted.set(architecture, fresh)
  return fresh
}

function count(architecture: Architecture): Parameters {
  const sum = { total: 0, active: 0, lookedUp: 0, tables: 0 }
  const lookedUp: readonly Role[] = architecture.tied ? ['lookup'] : ['embedding', 'lookup']
  for (const weight of weightsOf(architecture)) {
    sum.total += weight.total
    sum.active += weight.active
    if (lookedUp.includes(weight.role)) sum.lookedUp += weight.active
    if (tables.includes(weight.role)) sum.tables += weight.active
  }
  return {
    total: sum.total,
    active: sum.active,
    activeWithoutInputEmbedding: sum.active - sum.lookedUp,
    activeWithoutEmbeddings: sum.active - sum.tables,
  }
}

const tables: readonly Role[] = ['embedding', 'lookup', 'head']

export const weightsOf = (architecture: Architecture): readonly Weight[] => [
  ...architecture.layers.flatMap((layer) => layer.weights),
  ...architecture.outside,
]
