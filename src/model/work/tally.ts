// What does a model come down to, once equal layers are counted together? Worked out once per architecture, used at every point.
import type { Architecture, Attend, Cache, Layer, Role, Weight } from '../architecture'
import { layersOf } from '../bytes'
import { weightsOf } from '../parameters'

export type Tally = {
  readonly caches: readonly { readonly cache: Cache; readonly layers: number }[]
  readonly attends: readonly Attended[]
  readonly stateFlops: number
  /** Parameters by role and by the share of them that a token uses. */
  readonly weights: readonly Weight[]
  /** The matrix that gives logits, whatever its role. */
  readonly headParams: number
  /** Parameters a token is multiplied with. */
  readonly usedParams: number
  /** Share of the routed experts that one token uses; undefined where there are none. */
  readonly routed: number | undefined
}

/** Layers that attend alike, their FLOPs per entry added up. */
export type Attended = Attend & {
  /** FLOPs that give one cached token its keys and values back, where only a latent is kept. */
  readonly unfoldFlops: number
}

type Known = { plain?: Tally; speculative?: Tally }
const known = new WeakMap<Architecture, Known>()

export function tallyOf(architecture: Architecture, speculative: boolean): Tally {
  const tallies = known.get(architecture) ?? remember(architecture)
  const which = speculative ? 'speculative' : 'plain'
  tallies[which] ??= tally(architecture, layersOf(architecture, { speculative }), speculative)
  return tallies[which]
}

function remember(architecture: Architecture): Known {
  const fresh: Known = {}
  known.set(architecture, fresh)
  return fresh
}

function tally(architecture: Architecture, layers: readonly Layer[], speculative: boolean): Tally {
  const weights = speculative
    ? [...layers.flatMap((layer) => layer.weights), ...architecture.outside]
    : weightsOf(architecture)
  const routed = weights.find(({ role, total, active }) => role === 'experts' && active < total)
  const head = weights.filter(({ role }) => role === (architecture.tied ? 'embedding' : 'head'))
  return {
    caches: together(layers.flatMap(({ caches }) => caches)).map(([cache, count]) => ({ cache, layers: count })),
    attends: together(layers.flatMap(attendedBy)).map(([attend, count]) => times(attend, count)),
    stateFlops: layers.reduce((sum, layer) => sum + layer.stateFlops, 0),
    weights: byRole(weights),
    headParams: head.reduce((sum, { total }) => sum + total, 0),
    usedParams: weights.reduce((sum, { role, active }) => (isLookup(architecture, role) ? sum : sum + active), 0),
    routed: routed === undefined ? undefined : routed.active / routed.total,
  }
}

/** Tables of which a token takes one row. A tied one is also the head, which is multiplied with. */
export const isLookup = ({ tied }: Architecture, role: Role): boolean =>
  role === 'lookup' || (role === 'embedding' && !tied)

/** Equal values once, with how many there are of each. */
function together<T>(values: readonly T[]): [T, number][] {
  const counts = new Map<string, [T, number]>()
  for (const value of values) {
    const key = JSON.stringify(value)
    const seen = counts.get(key)
    if (seen === undefined) counts.set(key, [value, 1])
    else seen[1] += 1
  }
  return [...counts.values()]
}

function attendedBy(layer: Layer): Attended[] {
  const latent = layer.caches.flatMap((cache) => (cache.keeps === 'entries' ? [cache.entry] : []))[0]
  const { queries } = layer
  const unfold =
    latent?.holds === 'latent' && queries !== undefined
      ? 2 * queries.heads * latent.latentDim * (queries.scoreDim - latent.ropeDim + queries.valueDim)
      : 0
  return layer.attends.map((attend) => ({
    ...attend,
    unfoldFlops: attend.absorbedFlops === attend.flops ? 0 : unfold,
  }))
}

const times = (attend: Attended, count: number): Attended => ({
  ...attend,
  flops: attend.flops * count,
  absorbedFlops: attend.absorbedFlops * count,
  unfoldFlops: attend.unfoldFlops * count,
})

function byRole(weights: readonly Weight[]): Weight[] {
  const sums = new Map<string, { role: Role; total: number; active: number }>()
  for (const { role, total, active } of weights) {
    if (total === 0) continue
    const key = `${role} ${active / total}`
    const sum = sums.get(key)
    if (sum === undefined) sums.set(key, { role, total, active })
    else {
      sum.total += total
      sum.active += active
    }
  }
  return [...sums.values()]
}
