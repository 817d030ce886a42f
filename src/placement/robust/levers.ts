// What might be otherwise? Every number an answer rests on, and the question asked at so many times it.

import type { TierNumbers } from '../../deployment'
import { tierUnits } from '../../deployment/store'
import { priceOf } from '../../deployment/tierPrice'
import { unitOf } from '../../derivations'
import { inputsOf, type Question, type Settled, settled } from '../question'
import { moneyIn } from '../terms'
import { chargedPrices, type PriceName, pricedAt, priceOfTier } from './prices'

export interface Lever {
  readonly name: string
  readonly unit: string
  /** in base units */
  readonly today: number
  readonly price: boolean
  /** it is 0 now, and `today` is what a search begins with */
  readonly fromNothing?: boolean
  /** the question with so many times it; a context goes back to the deployment, so it is changed before anything else */
  readonly change: (question: Settled, factor: number) => Settled
}

const shares = ['mfu', 'stall', 'fill', 'bandwidthUse', 'memoryShare', 'landing', 'hitShare', 'capitalCost'] as const
const numbers = ['flops', 'memoryCapacity', 'reuses', 'requestTime', 'pathBandwidth'] as const
const ofTiers = ['tierBandwidth', 'tierCapacity', 'driveWritesPerDay', 'ratedWorkload', 'pathBandwidth'] as const
// What is 0 has no multiple; these are looked for from a millionth on.
const searched: readonly string[] = ['stall', 'capitalCost']
const least = 1e-6

/** Context first, then prices, then the numbers of the machine, the traffic and every tier. */
export function leversOf(question: Question): readonly Lever[] {
  const ready = settled(question)
  return [
    ...contextOf(question, ready),
    ...chargedPrices(ready).map((name) => priced(ready, name)),
    ...[...shares, ...numbers].map((name) => ofInputs(ready, name, [name])),
    ofInputs(ready, 'bytesPerToken', ['bytesPerToken', 'sequenceBytes', 'sequenceBytesKept']),
    ...times(ready),
    ...hostLink(ready),
    ...tiersOf(ready),
  ].filter(({ today }) => today > 0 && Number.isFinite(today))
}

function priced(question: Settled, name: PriceName): Lever {
  const change = (at: Settled, factor: number): Settled => pricedAt(at, { [name]: factor })
  return { name, ...priceNow(question, name), price: true, change }
}

/** What one part costs, or a byte in a service. */
function priceNow(question: Settled, name: PriceName): { unit: string; today: number } {
  const inputs = inputsOf(question)
  if (name === 'devicePrice' || name === 'waitPrice') return { unit: unitOf(name), today: inputs[name] ?? 0 }
  const { memory, deployment } = question
  const parts = [...(typeof memory === 'object' ? [memory] : []), ...deployment.tiers]
  const part = parts.find(({ id }) => priceOfTier(id) === name) as TierNumbers
  if (part.holdPrice !== undefined) return { unit: tierUnits.holdPrice, today: part.holdPrice }
  return { unit: tierUnits.tierPrice, today: priceOf(part, moneyIn(inputs)) }
}

/** Numbers of the question that move together, such as the bytes of a token and of the whole cache. */
function ofInputs(question: Settled, name: string, together: readonly string[]): Lever {
  const known = inputsOf(question)[name] ?? 0
  const fromNothing = known === 0 && searched.includes(name)
  const change = (at: Settled, factor: number): Settled => {
    const inputs = inputsOf(at)
    const moved = together.flatMap((one) => (inputs[one] === undefined ? [] : [[one, factor * inputs[one]] as const]))
    const set = fromNothing ? { [name]: factor * least } : Object.fromEntries(moved)
    return { ...at, set: { ...at.set, ...set } }
  }
  const today = fromNothing ? least : known
  return { name, unit: unitOf(name), today, price: false, ...(fromNothing && { fromNothing }), change }
}

function times({ holdTime, deadline = Number.POSITIVE_INFINITY }: Settled): readonly Lever[] {
  const time = { unit: 's', price: false }
  return [
    { ...time, name: 'holdTime', today: holdTime, change: (at, factor) => ({ ...at, holdTime: factor * at.holdTime }) },
    { ...time, name: 'deadline', today: deadline, change: (at, factor) => ({ ...at, deadline: factor * deadline }) },
  ]
}

type Tier = Settled['deployment']['tiers'][number]
type OfTier = (typeof ofTiers)[number]

function changed(question: Settled, name: OfTier, factor: number, which: (tier: Tier) => boolean): Settled {
  const { deployment } = question
  const tiers = deployment.tiers.map((tier) =>
    which(tier) ? { ...tier, [name]: factor * (tier[name] as number) } : tier,
  )
  return { ...question, deployment: { ...deployment, tiers } }
}

/** The link of the host is one, however many tiers are behind it. */
function hostLink(question: Settled): readonly Lever[] {
  const shared = question.deployment.tiers.filter(isOnHostLink)
  const today = shared[0]?.pathBandwidth ?? 0
  const one = shared.every(({ pathBandwidth }) => pathBandwidth === today)
  if (!one || inputsOf(question).pathBandwidth !== undefined) return []
  const change = (at: Settled, factor: number): Settled => changed(at, 'pathBandwidth', factor, isOnHostLink)
  return [{ name: 'pathBandwidth', unit: 'B/s', today, price: false, change }]
}

const isOnHostLink = ({ pathBandwidth, holdPrice, known }: Tier): boolean =>
  pathBandwidth !== undefined && holdPrice === undefined && known.pathBandwidth === undefined

function tiersOf(question: Settled): readonly Lever[] {
  return question.deployment.tiers.flatMap((tier) =>
    ofTiers
      .filter((name) => tier[name] !== undefined && !(name === 'pathBandwidth' && isOnHostLink(tier)))
      .map((name): Lever => {
        const change = (at: Settled, factor: number): Settled => changed(at, name, factor, ({ id }) => id === tier.id)
        const [unit, today] = [tierUnits[name], tier[name] as number]
        return { name: `${name} of ${tier.id}`, unit, today, price: false, change }
      }),
  )
}

/** Only where the deployment can be resolved again: bytes, arithmetic and what fits follow from it. */
function contextOf(question: Question, ready: Settled): readonly Lever[] {
  if ('deployment' in question) return []
  const today = inputsOf(ready).context ?? 0
  const change = (_: Settled, factor: number): Settled => settled({ ...question, context: Math.round(factor * today) })
  return [{ name: 'context', unit: 'token', today, price: false, change }]
}
