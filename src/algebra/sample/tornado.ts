// How far does each number alone move the answer? From its 5 % to its 95 % point, the others in their middle.
import { quantileOf, type Ranges } from './range'
import type { Answer } from './sobol'

export interface Swing {
  readonly name: string
  /** the 5 % point of the number and the 95 % point, and the answer there */
  readonly low: number
  readonly high: number
  readonly atLow: number
  readonly atHigh: number
}

export interface Tornado {
  /** the answer with every number in its middle */
  readonly middle: number
  /** the widest first */
  readonly swings: readonly Swing[]
}

export const tornadoEnds = [0.05, 0.95] as const

/** Each range from its 5 % to its 95 % point, all others in the middle: the widest swing first. Refuses what is no number there. */
export function tornado(answer: Answer, ranges: Ranges): Tornado {
  const quantiles = Object.entries(ranges).map(([name, range]) => [name, quantileOf(range)] as const)
  const middles = quantiles.map(([, quantile]) => quantile(0.5))
  const answerAt = (numbers: readonly number[]): number => {
    const out = new Float64Array(1)
    answer(
      numbers.map((number) => Float64Array.of(number)),
      out,
    )
    return out[0] as number
  }
  const swings = quantiles.map(([name, quantile], i) => {
    const [low, high] = [quantile(tornadoEnds[0]), quantile(tornadoEnds[1])]
    const answerWith = (number: number): number => answerAt(middles.map((middle, k) => (k === i ? number : middle)))
    return { name, low, high, atLow: answerWith(low), atHigh: answerWith(high) }
  })
  const width = ({ atLow, atHigh }: Swing): number => Math.abs(atHigh - atLow)
  return { middle: answerAt(middles), swings: swings.sort((a, b) => width(b) - width(a)) }
}
