// Which further options does a tier give? Its bytes compressed, or only the back of a context, while the front is computed.
import { call, type Declared, lineage } from '../algebra'
import type { Numbers, TierNumbers } from '../deployment'
import * as derivations from '../derivations'
import { Refusal } from '../units'
import { type Candidate, joined, type Replacements } from './candidate'
import type { Compression } from './question'
import type { Terms } from './terms'
import { tierCandidate } from './tierCandidate'
import { waitOf } from './wait'

/** Fewer bytes to hold, move and write; what lands in HBM is unpacked there, so its room stays that of the whole cache. */
export function compressedCandidate(
  name: string,
  { ratio, decodeTime = 0 }: Compression,
  tier: TierNumbers,
  at: Numbers,
  mine: Replacements,
  terms: Terms,
): Candidate {
  if (!(ratio >= 1 && Number.isFinite(ratio))) {
    throw new Refusal(`The ratio of ${name} is ${ratio}: expected bytes before over bytes after, 1 or more.`)
  }
  if (!(decodeTime >= 0 && Number.isFinite(decodeTime))) {
    throw new Refusal(`The decodeTime of ${name} is ${decodeTime}: expected s per token, 0 or more.`)
  }
  const { bytesPerToken = 0 } = at
  const packed = { bytesPerToken: bytesPerToken / ratio, sequenceBytes: sequenceIn(at) / ratio, decodeTime }
  const own = decodeTime === 0 ? mine.keepCost : knowing('decodeTime', mine)
  const ours = { ...mine, keepCost: own ?? derivations.compressedCost }
  const found = tierCandidate(tier, joined(at, packed), ours, terms)
  const { devicePrice = 0, reuses = 1 } = at
  return {
    ...found,
    option: `${tier.id}/${name}`,
    ...unpackedIn(found, decodeTime),
    ...(decodeTime * devicePrice * reuses > 0 && { recomputes: true }),
  }
}

/** The wait where unpacking is slower than the load it follows chunk by chunk. */
function unpackedIn(candidate: Candidate, decodeTime: number): { waits?: number } {
  const { seconds: loadTime } = waitOf(candidate, {})
  if (decodeTime === 0 || loadTime === undefined) return {}
  return { waits: call(derivations.unpackedLoadTime, { ...candidate.at, loadTime }) }
}

/** Devices compute the front while the back loads: they are paid for that, and for no stall and no room in HBM besides. */
export function parallelCandidate(
  tier: TierNumbers,
  at: Numbers,
  mine: Replacements,
  terms: Terms,
  remat: Candidate,
): Candidate | undefined {
  const busy = { ...terms, effectiveStall: 0 }
  const idle = joined(at, { stall: 0 })
  const whole = tierCandidate(tier, idle, mine, busy)
  const { seconds: loadTime } = waitOf(whole, {})
  if (loadTime === undefined) return undefined
  const both = { ...remat.at, ...whole.at, loadTime }
  const frontShare = call(derivations.frontShare, both)
  const back = { frontShare, sequenceBytes: (1 - frontShare) * sequenceIn(at), rematCost: rematCostOf(remat, mine) }
  const ours = { ...mine, keepCost: knowing('frontShare', mine) ?? derivations.parallelCost }
  const found = tierCandidate(tier, joined(idle, back), ours, busy)
  return { ...found, option: `${tier.id}+remat`, waits: call(derivations.parallelWait, both), recomputes: true }
}

/** The reader's own way to put costs together, where there is one. Refuses one that would take a part for the whole. */
export function knowing(
  name: 'frontShare' | 'decodeTime' | 'hitShare',
  { keepCost }: Replacements,
): Declared | undefined {
  if (keepCost === undefined) return undefined
  if (keepCost.leaves.includes(name) || lineage(keepCost).some((under) => under.name === name)) return keepCost
  throw new Refusal(
    `The keepCost given does not ask for ${name}: without it, it takes a part of a cache for the whole.`,
  )
}

const sequenceIn = ({ bytesPerToken = 0, context = 1, sequenceBytes = context * bytesPerToken }: Numbers): number =>
  sequenceBytes

/** USD/token of one forward pass, whatever the number of uses. */
export function rematCostOf({ at, total }: Candidate, mine: Replacements): number {
  const once = mine.forgetCost === undefined ? { ...at, reuses: 1 } : at
  return (total as unknown as (at: Numbers) => number)(once)
}
