// Which options race for a question? HBM as it is charged, every tier on its terms, what practitioners do beside, and deleting.
import { call, prepared } from '../algebra'
import * as derivations from '../derivations'
import { Refusal } from '../units'
import {
  type Candidate,
  joined,
  memoryCandidate,
  memoryPartCandidate,
  type Numbers,
  type Replacements,
  rematCandidate,
} from './candidate'
import { neededNumbers } from './needed'
import { compressedCandidate, knowing, parallelCandidate, rematCostOf } from './practice'
import { ratingsIn, type Settled } from './question'
import { effectiveStallAt, moneyIn, stageOf, type Terms } from './terms'
import { tierCandidate } from './tierCandidate'
import { waitOf } from './wait'

/** HBM first, deleting last. */
export function candidatesOf(question: Settled, inputs: Numbers): Candidate[] {
  const { equations = {}, attention = 'attend', deployment } = question
  const counted = attention === 'attend' ? inputs : withoutAttention(inputs)
  // An equation of the reader's own may ask for any.
  const at = question.equations === undefined ? neededNumbers(counted) : counted
  const remat = rematCandidate(at, equations)
  const { numbers, keeping } = partialHits(question, inputs, remat)
  const waiting = numbers === undefined ? at : joined(at, numbers)
  const { hbm, effectiveStall } = memoryOf(question, inputs, waiting, keeping)
  const money = moneyIn(inputs)
  const stage = stageOf(question.stage, deployment.tiers, at, money)
  const terms: Terms = {
    free: question.writes === 'free',
    endurance: question.ratings !== 'off',
    workload: ratingsIn(question) === 'on',
    ...{ money, effectiveStall, ...(stage && { stage }) },
  }
  const kept = [hbm, ...deployment.tiers.map((tier) => tierCandidate(tier, waiting, keeping, terms))]
  return [
    ...(numbers === undefined ? kept : kept.map((candidate) => partlyHit(candidate, remat))),
    ...furtherCandidates(question, waiting, terms, remat),
    remat,
  ]
}

/** Where a prefix matches in part, what is kept is paid for, and the rest of the context is computed as well. */
function partialHits(
  { equations = {}, parallel = false, compress }: Settled,
  { hitShare = 1 }: Numbers,
  remat: Candidate,
): { numbers?: Numbers; keeping: Replacements } {
  if (hitShare === 1) return { keeping: equations }
  if (parallel || compress !== undefined)
    throw new Refusal('hitShare is asked together with parallel or compress: ask one of them at a time.')
  return {
    numbers: { hitShare, rematCost: rematCostOf(remat, equations) },
    keeping: { ...equations, keepCost: knowing('hitShare', equations) ?? derivations.partialHitCost },
  }
}

/** The user waits for the part that is loaded and for the part that is computed. */
function partlyHit(candidate: Candidate, remat: Candidate): Candidate {
  const { seconds } = waitOf(candidate, {})
  const both = seconds === undefined ? undefined : { ...remat.at, ...candidate.at, loadTime: seconds }
  return { ...candidate, recomputes: true, ...(both && { waits: call(derivations.partialHitWait, both) }) }
}

function furtherCandidates(question: Settled, at: Numbers, terms: Terms, remat: Candidate): Candidate[] {
  const { equations = {}, parallel = false, compress = {}, deployment } = question
  const { tiers } = deployment
  return [
    ...Object.entries(compress).flatMap(([name, compression]) =>
      tiers.map((tier) => compressedCandidate(name, compression, tier, at, equations, terms)),
    ),
    ...(parallel ? tiers.flatMap((tier) => parallelCandidate(tier, at, equations, terms, remat) ?? []) : []),
  ]
}

/** HBM as it is charged, and what the room of a load in it costs at that price. */
function memoryOf(
  { memory = 'all' }: Settled,
  inputs: Numbers,
  at: Numbers,
  equations: Replacements,
): { hbm: Candidate; effectiveStall: number } {
  const { sequenceBytesKept: kept, context = 1 } = at
  // Elsewhere one copy waits; in HBM as many as the layout keeps.
  const inMemory = kept === undefined ? at : { ...at, bytesPerToken: kept / context }
  if (typeof memory === 'object') {
    const hbm = memoryPartCandidate(memory, inMemory, equations, moneyIn(inputs))
    const held = (prepared(derivations.holdPrice, equations, hbm.bare) as unknown as (at: Numbers) => number)(hbm.bare)
    return { hbm, effectiveStall: effectiveStallAt({ ...at, memoryHoldPrice: held }, {}, equations) }
  }
  const memoryHoldPrice = memory === 'all' ? derivations.memoryHoldPrice : derivations.memoryHoldPriceAfterWeights
  return {
    hbm: memoryCandidate({ holdPrice: memoryHoldPrice }, inMemory, equations, 'rented'),
    effectiveStall: effectiveStallAt(at, { memoryHoldPrice }, equations),
  }
}

const withoutAttention = ({ prefillFlops: _, ...at }: Numbers): Numbers => ({ ...at, attentionFlops: 0 })
