// Which equations and numbers price a tier? By what is rated, how its bytes come into HBM, and on which terms.
import { call, type Declared, prepared } from '../algebra'
import type { Numbers, TierNumbers } from '../deployment'
import * as derivations from '../derivations'
import { Refusal } from '../units'
import { type Candidate, joined, kept, type Replacements } from './candidate'
import { standing } from './standing'
import { type Stage, type Terms, withoutCapital } from './terms'
import { numbersOf } from './tierNumbers'
import { waitOf } from './wait'

/** As a store has them: what the reader gave, and the record of the catalogue. */
export type Part = TierNumbers & {
  readonly known?: Readonly<Record<string, unknown>>
  readonly record?: { readonly medium: string }
}

export function tierCandidate(tier: Part, at: Numbers, mine: Replacements, terms: Terms): Candidate {
  const stage = stageFor(tier, terms.stage)
  const rated = ratedBy(tier, terms)
  const limited = limitOf(tier, at, rated)
  const way = bandwidthsOf(tier, at, stage)
  const free = terms.free || (tier.writePrice === undefined && rated.length === 0)
  const own = [way, limited, free && mine.writeCost === undefined ? { writeCost: 0 } : {}]
  const bare = joined(at, numbersOf(tier, withoutCapital(terms.money)), ...own, stage ? { landing: 0 } : {})
  // Where no bandwidth is known, nothing is known of what a load takes up.
  const stall = way.tierBandwidth === Number.POSITIVE_INFINITY ? (at.stall ?? 0) : terms.effectiveStall
  const full = joined(at, numbersOf(tier, terms.money), ...own, { stall })
  const ours = equationsFor(stage, way, limited, rated)
  const found = kept(tier.id, tier.basis ?? 'given', full, bare, standing(ours, mine))
  // What is new comes first: a copy that gains names afterwards takes ten times as long.
  return {
    drives: tier.drives ?? 1,
    arm: tier.ratedWorkload !== undefined || tier.record?.medium === 'disk',
    rated: terms.free ? rated.filter((rating) => rating === 'workload') : rated,
    ...found,
    ...answeredAfter(tier, found, stage),
    ...(stage && { stage: stage.id }),
  }
}

/** What the user waits where a tier is slow to answer. */
function answeredAfter(
  { firstByteTime }: Part,
  { option, at }: Candidate,
  stage: Stage | undefined,
): { waits?: number } {
  if (firstByteTime === undefined) return {}
  const { seconds } = waitOf({ option, at, ...(stage && { stage: stage.id }) }, {})
  return seconds === undefined
    ? {}
    : { waits: call(derivations.answeredLoadTime, { firstByteTime, loadTime: seconds }) }
}

type Rating = 'endurance' | 'workload'

const ratedBy = ({ driveWritesPerDay, ratedWorkload, holdPrice }: TierNumbers, terms: Terms): readonly Rating[] =>
  holdPrice !== undefined
    ? []
    : [
        ...(terms.endurance && driveWritesPerDay !== undefined ? ['endurance' as const] : []),
        ...(terms.workload && ratedWorkload !== undefined ? ['workload' as const] : []),
      ]

/** B/s that may be read and written on average, where that is less than the bandwidth: endless where only the bandwidth is limited. */
function limitOf(
  { ratedWorkload, tierBandwidth, holdPrice, drives = 1 }: TierNumbers,
  { bandwidthUse = 1 }: Numbers,
  rated: readonly Rating[],
): Numbers {
  if (rated.includes('workload')) return { ratedWorkload: drives * (ratedWorkload as number) }
  const all = holdPrice !== undefined || tierBandwidth === undefined || bandwidthUse === 1
  return all ? {} : { ratedWorkload: Number.POSITIVE_INFINITY }
}

/** A rating or a share of the bandwidth that may be used makes a byte read dearer; a workload rating counts writes as well. */
function equationsFor(
  stage: Stage | undefined,
  { pathBandwidth }: Numbers,
  { ratedWorkload }: Numbers,
  rated: readonly Rating[],
): Replacements {
  const retrieveCost =
    stage !== undefined
      ? derivations.retrieveCostStaged
      : pathBandwidth !== undefined
        ? derivations.retrieveCostOverPath
        : derivations.retrieveCost
  const limits: Replacements = ratedWorkload === undefined ? {} : { retrievePrice: derivations.sustainedRetrievePrice }
  const ours: Record<string, Declared> = { ...limits }
  if (rated.includes('workload')) ours.wearPrice = derivations.workloadPrice
  if (retrieveCost !== derivations.retrieveCost) ours.retrieveCost = prepared(retrieveCost, limits, {})
  return ours
}

// A service without a stated bandwidth is as fast as the path to it; without a path its load time is not known.
function bandwidthsOf(tier: Part, at: Numbers, stage: Stage | undefined): Record<string, number> {
  const path = pathTo(tier, at)
  const bandwidth = tier.tierBandwidth === undefined ? path : (tier.drives ?? 1) * tier.tierBandwidth
  if (bandwidth === undefined && (at.stall ?? 0) > 0) {
    throw new Refusal(`${tier.id} has no bandwidth to count a stall with: give pathBandwidth, or stall 0.`)
  }
  const tierBandwidth = bandwidth ?? Number.POSITIVE_INFINITY
  if (stage === undefined) return { tierBandwidth, ...(path !== undefined && { pathBandwidth: path }) }
  const { id: _, ...onward } = stage
  return { ...onward, tierBandwidth: hasOwnPath(tier) ? Math.min(tierBandwidth, path ?? tierBandwidth) : tierBandwidth }
}

/** One path that was asked for stands for the link of the host, not for a network or a path of the tier's own. */
const pathTo = (tier: Part, at: Numbers): number | undefined =>
  hasOwnPath(tier) ? tier.pathBandwidth : (at.pathBandwidth ?? tier.pathBandwidth)

export const hasOwnPath = ({ pathBandwidth, holdPrice, known }: Part): boolean =>
  pathBandwidth !== undefined && (holdPrice !== undefined || known?.pathBandwidth !== undefined)

/** Only what is slower than the stage gains by landing there. */
function stageFor(tier: TierNumbers, stage: Stage | undefined): Stage | undefined {
  if (stage === undefined || stage.id === tier.id) return undefined
  const bandwidth = (tier.drives ?? 1) * (tier.tierBandwidth ?? tier.pathBandwidth ?? Number.POSITIVE_INFINITY)
  return bandwidth < stage.stageBandwidth ? stage : undefined
}
