// Which numbers of an equation are not known exactly, and what follows for its value?
import type { Declared, Range, Ranges, SampleOptions } from '../../algebra'
import { namesIn } from '../../algebra'
import { formulaOf } from '../../algebra/sample'
import { possibleRange, usualRanges } from '../../deployment/ranges'
import { amortizedPrice } from '../../derivations'
import { Refusal, unknownName } from '../../units'
import type { Evaluation } from '../evaluation'
import type { Asked } from './asked'

export interface Sampled {
  readonly equation: Declared
  readonly at: Readonly<Record<string, number>>
  readonly ranges: Ranges
  readonly options: SampleOptions
}

/** The reader's ranges, over those of the records named; a number that was set has none. */
export function sampledIn({ equation, spread, used }: Evaluation, asked: Asked): Sampled {
  const made = spread.known.tierPrice === undefined && used.tierPrice !== undefined
  const behind = made ? { tierPrice: amortizedPrice } : {}
  const inputs = [...namesIn(formulaOf(equation, behind))]
  const unknown = Object.keys(asked.ranges).find((name) => !inputs.includes(name))
  if (unknown !== undefined) throw unknownName(`input of ${equation.name}`, unknown, inputs)
  const possible = Object.entries(asked.ranges).map(([name, range]): [string, Range] => [
    name,
    possibleRange(name, range),
  ])
  const usual = Object.entries(usualRanges(spread.known)).filter(([name]) => inputs.includes(name))
  const ranges = { ...Object.fromEntries(usual), ...Object.fromEntries(possible) }
  if (Object.keys(ranges).length === 0) {
    throw new Refusal(
      `Nothing that ${equation.name} depends on has a range here: give --range ${inputs[0]}=LOW..HIGH, or name a record that has one.`,
    )
  }
  return { equation, at: { ...behindZero, ...spread.at }, ranges, options: { ...asked.drawing, behind } }
}

// Of a bare part nobody has counted the power.
const behindZero = { power: 0, energyPrice: 0 }
