// Which number decides? What each does to the lead of the likeliest option over the next.

import type { Answer } from '../../algebra/sample'
import { type Drawing, type Sobol, sobol, type Tornado, tornado } from '../../algebra/sample'
import type { Uncertainty } from './lines'

export interface Matters extends Sobol, Tornado {
  /** whose lead it is */
  readonly option: string
  /** numbers that alone, at an end of their range, let another option win */
  readonly flip: readonly string[]
}

// Enough for shares to a hundredth or two; each sample is worked out twice, and twice again for every number.
const mostSamples = 4096
const fewestSamples = 1024

/**
 * The lead in USD/token over the cheapest other option that is in time in the middle, negative where that is cheaper. Undefined where
 * there is no other, or no number changes the lead.
 */
export function mattersOf(
  uncertainty: Uncertainty,
  option: string,
  holdTime: number,
  drawing: Required<Drawing>,
): Matters | undefined {
  const { middle, options, ranges } = uncertainty
  const own = options.indexOf(option)
  const others = middle.perToken.flatMap(({ inTime }, k) => (inTime && k !== own ? [k] : []))
  if (others.length === 0) return undefined
  const lead = leadOf(uncertainty, own, others, holdTime)
  const swings = tornado(lead, ranges)
  if (swings.swings.every(({ atLow, atHigh }) => atLow === atHigh)) return undefined
  const samples = Math.max(fewestSamples, Math.min(mostSamples, drawing.samples))
  const flip = swings.swings.filter(({ atLow, atHigh }) => Math.min(atLow, atHigh) < 0).map(({ name }) => name)
  return { option, flip: swings.middle < 0 ? [] : flip, ...swings, ...sobol(lead, ranges, { ...drawing, samples }) }
}

function leadOf({ linesAt }: Uncertainty, own: number, others: readonly number[], holdTime: number): Answer {
  return (columns, out) => {
    const { once, rate } = linesAt(columns, out.length)
    const cost = (k: number, i: number): number =>
      ((once[k] as Float64Array)[i] as number) + ((rate[k] as Float64Array)[i] as number) * holdTime
    for (let i = 0; i < out.length; i++) {
      let next = Number.POSITIVE_INFINITY
      for (const k of others) next = Math.min(next, cost(k, i))
      out[i] = next - cost(own, i)
    }
  }
}
