// What did the calls cost by a price list? Every kind of token at its price; a long prompt is dearer as a whole.
import { type CallTokens, promptOf } from '../../placement/calls'
import type { ListPrices } from './lists'

/** USD */
export interface Bill {
  readonly input: number
  readonly read: number
  readonly write: number
  readonly longWrite: number
  readonly output: number
  readonly total: number
}

export const noBill: Bill = { input: 0, read: 0, write: 0, longWrite: 0, output: 0, total: 0 }

export function billOf(tokens: CallTokens, prices: ListPrices): Bill {
  const { long } = prices
  const isLong = long !== undefined && promptOf(tokens) > long.threshold
  const [more, moreRead, moreOutput] = isLong ? [long.input, long.read, long.output] : [1, 1, 1]
  const parts = {
    input: tokens.input * prices.input * more,
    read: tokens.read * prices.read * moreRead,
    write: tokens.write * prices.write * more,
    longWrite: tokens.longWrite * prices.longWrite * more,
    output: tokens.output * prices.output * moreOutput,
  }
  return { ...parts, total: parts.input + parts.read + parts.write + parts.longWrite + parts.output }
}

export function added(one: Bill, other: Bill): Bill {
  return {
    input: one.input + other.input,
    read: one.read + other.read,
    write: one.write + other.write,
    longWrite: one.longWrite + other.longWrite,
    output: one.output + other.output,
    total: one.total + other.total,
  }
}
