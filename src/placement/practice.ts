// Which further options does a tier give? Its bytes compressed, or only the back of a context, while the front is computed.
import { call } from '../algebra'
import type { Numbers, TierNumbers } from '../deployment'
import * as derivations from '../derivations'
import { Refusal } from '../units'
import { type Candidate, joined, type Replacements } from './candidate'
import type { Compression } from './question'
import type { Terms } from './terms'
import { tierCandidate } from './tierCandidate'

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
  const { bytesPerToken = 0, context = 1, sequenceBytes = context * bytesPerToken } = at
  const packed = joined(at, { bytesPerToken: bytesPerToken / ratio, sequenceBytes: sequenceBytes / ratio, decodeTime })
  const ours = { ...mine, keepCost: mine.keepCost ?? derivations.compressedCost }
  const found = tierCandidate(tier, packed, ours, terms)
  const { devicePrice = 0, reuses = 1 } = at
  return { ...found, option: `${tier.id}/${name}`, ...(decodeTime * devicePrice * reuses > 0 && { recomputes: true }) }
}

/** Devices compute the front while the back loads: they are paid for that, and for no stall and no room besides. */
export function parallelCandidate(
  tier: TierNumbers,
  at: Numbers,
  mine: Replacements,
  terms: Terms,
  remat: Candidate,
): Candidate | undefined {
  const { effectiveStall: _, ...rest } = terms
  const busy = joined(at, { stall: 0, landing: 0 })
  const whole = tierCandidate(tier, busy, mine, { ...rest, effectiveStall: 0 })
  if (!Number.isFinite(whole.at.tierBandwidth)) return undefined
  const path = { pathBandwidth: whole.at.pathBandwidth ?? Number.POSITIVE_INFINITY }
  const late = whole.waits === undefined ? {} : { loadTime: whole.waits }
  const both = { ...remat.at, ...whole.at, ...path, ...late }
  const own = { frontShare: call(derivations.frontShare, both), rematCost: rematCostOf(remat, mine) }
  const ours = { ...mine, keepCost: mine.keepCost ?? derivations.parallelCost }
  const found = tierCandidate(tier, joined(busy, own), ours, { ...rest, effectiveStall: 0 })
  return { ...found, option: `${tier.id}+remat`, waits: call(derivations.parallelWait, both), recomputes: true }
}

/** USD/token of one forward pass, whatever the number of uses. */
export function rematCostOf({ at, total }: Candidate, mine: Replacements): number {
  const once = mine.forgetCost === undefined ? { ...at, reuses: 1 } : at
  return (total as unknown as (at: Numbers) => number)(once)
}
