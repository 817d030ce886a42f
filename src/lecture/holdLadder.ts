// What does each tier charge for a byte and second, and which one is nearest to a price?
import { memoryHoldPrice } from '../derivations'
import { Refusal } from '../units'
import type { PriceAssumptions } from './priceAssumptions'
import { tierOrder } from './tierOrder'

export interface Rung {
  readonly option: string
  /** USD/(B*s) */
  readonly holdPrice: number
}

/** HBM by the rent of its device, then the parts one owns, dearest first. */
export function holdLadder(assumed: PriceAssumptions): readonly Rung[] {
  const parts = tierOrder({ basis: 'owned' }).tiers.filter(({ option }) => option !== 'hbm')
  return [
    { option: 'hbm', holdPrice: memoryHoldPrice(assumed) },
    ...parts.map(({ option, hold }) => ({ option, holdPrice: hold })),
  ]
}

/** The rung whose price is nearest by ratio. */
export function nearestRung(holdPrice: number, ladder: readonly Rung[]): Rung {
  const far = (rung: Rung): number => Math.abs(Math.log(rung.holdPrice / holdPrice))
  const [first, ...rest] = ladder
  if (first === undefined) throw new Refusal('The ladder has no tier: expected at least one.')
  return rest.reduce((best, rung) => (far(rung) < far(best) ? rung : best), first)
}
