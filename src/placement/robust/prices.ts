// Which prices does a placement rest on, and what is asked when one of them is another? Every bill is linear in these.
import type { Resolved, TierNumbers } from '../../deployment'
import { Refusal, unknownName } from '../../units'
import { inputsOf, type Settled } from '../question'

/** `devicePrice`, `waitPrice`, or `price of ID` for a tier and for HBM where it is priced as a part. */
export type PriceName = string

/** How many times as high a price is; one that is not named stays as it is. */
export type PriceFactors = Readonly<Record<PriceName, number>>

export const priceOfTier = (id: string): PriceName => `price of ${id}`

/** Those that are charged: the rent of the devices, every tier, a price of the user's wait. */
export function chargedPrices(question: Settled): readonly PriceName[] {
  const { devicePrice = 0, waitPrice = 0 } = inputsOf(question)
  const { memory, deployment } = question
  return [
    ...(devicePrice > 0 ? ['devicePrice'] : []),
    ...(waitPrice > 0 ? ['waitPrice'] : []),
    ...(typeof memory === 'object' ? [priceOfTier(memory.id)] : []),
    ...deployment.tiers.map(({ id }) => priceOfTier(id)),
  ]
}

/** The same question at other prices. What a tier charges by the byte moves as one. */
export function pricedAt(question: Settled, factors: PriceFactors): Settled {
  const known = chargedPrices(question)
  for (const [name, factor] of Object.entries(factors)) {
    if (!known.includes(name)) throw unknownName('price', name, known)
    if (!(factor >= 0 && Number.isFinite(factor)))
      throw new Refusal(`The factor of ${name} is ${factor}: expected a number that is not negative.`)
  }
  const { memory, deployment } = question
  const inputs = inputsOf(question)
  const rents = ['devicePrice', 'waitPrice'].flatMap((name) =>
    factors[name] === undefined ? [] : [[name, factors[name] * (inputs[name] as number)] as const],
  )
  const scaled = <T extends TierNumbers>(tier: T): T => times(tier, factors[priceOfTier(tier.id)] ?? 1)
  return {
    ...question,
    set: { ...question.set, ...Object.fromEntries(rents) },
    ...(typeof memory === 'object' && { memory: scaled(memory) }),
    deployment: { ...deployment, tiers: deployment.tiers.map(scaled) } satisfies Resolved,
  }
}

const charged = ['tierPrice', 'purchasePrice', 'energyPrice', 'holdPrice', 'retrievePrice', 'writePrice'] as const

function times<T extends TierNumbers>(tier: T, factor: number): T {
  if (factor === 1) return tier
  const changes = charged.flatMap((name) => (tier[name] === undefined ? [] : [[name, factor * tier[name]] as const]))
  return { ...tier, ...Object.fromEntries(changes) }
}
