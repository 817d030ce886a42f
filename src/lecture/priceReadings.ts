// What does each price list say: hit ratio, write premia, storage, output over input, long-context step; and what does it imply?

import { call } from '../algebra'
import { type ApiPrice, apiPrice, apiPriceIds } from '../catalog/apiPrices'
import {
  hitOverMiss,
  hitsToPayBack,
  impliedDecodeMfu,
  impliedHoldPrice,
  inferredBytesFromStorage,
  inferredBytesPerToken,
  listedCrossover,
  markup,
  memoryHoldPrice,
  outputOverInput,
  storagePriceFromWrites,
} from '../derivations'
import { holdLadder, nearestRung } from './holdLadder'
import { type PriceAssumptions, priceAssumptions } from './priceAssumptions'

export interface PriceReading {
  readonly id: string
  readonly provider: string
  readonly model: string
  /** date of the list */
  readonly period: string
  /** as multiples of the input price */
  readonly hit: number
  readonly output: number
  readonly write5min?: number
  readonly write1h?: number
  /** a write whose life the list does not give */
  readonly write?: number
  /** hits that pay back the cheapest write; 0 where writing costs nothing extra */
  readonly hitsToPayBack: number
  /** USD/(token*s): listed, or what the two cache writes differ by */
  readonly storage?: number
  readonly storageFrom?: 'listed' | 'cache writes'
  /** s: where the list charges as much for keeping as for sending again */
  readonly crossover?: number
  /** tokens of prompt above which input and output cost these multiples */
  readonly step?: { readonly threshold: number; readonly input: number; readonly output: number }
  readonly implies: PriceImplications
}

/** What the list would mean under the assumptions. */
export interface PriceImplications {
  /** B/token, if the step is where cache reads meet arithmetic */
  readonly bytesFromStep?: number
  /** B/token, if storage is sold at what HBM rents for */
  readonly bytesFromStorage?: number
  /** USD/(B*s), at the assumed bytes per token, and the tier whose price is nearest */
  readonly holdPrice?: number
  readonly tier?: string
  /** utilization of decode, if both prices are cost */
  readonly decodeMfu: number
  /** input price over the cost of the forward pass */
  readonly markup: number
}

/** Every list of the catalogue, or those asked for, read under the same assumptions. */
export function priceReadings(
  assumptions: Partial<PriceAssumptions> = {},
  ids: readonly string[] = apiPriceIds(),
): readonly PriceReading[] {
  const assumed = priceAssumptions(assumptions)
  return ids.map((id) => readingOf(apiPrice(id), assumed))
}

function readingOf(list: ApiPrice, assumed: PriceAssumptions): PriceReading {
  const { id, provider, model, period, input, cachedInput, output, longContext } = list
  const hit = hitOverMiss({ hitPrice: cachedInput, inputPrice: input })
  const writes = writesOf(list)
  const stored = storageOf(list)
  return {
    id,
    provider,
    model,
    period,
    hit,
    output: outputOverInput({ outputPrice: output, inputPrice: input }),
    ...writes,
    hitsToPayBack: hitsToPayBack({ writeMultiple: Math.max(1, ...cheapest(writes)), readMultiple: hit }),
    ...(stored && {
      storage: stored.price,
      storageFrom: stored.from,
      crossover: listedCrossover({ inputPrice: input, hitPrice: cachedInput, storagePrice: stored.price }),
    }),
    ...(longContext && {
      step: { threshold: longContext.threshold, input: longContext.input, output: longContext.output },
    }),
    implies: implicationsOf(list, assumed, stored?.price),
  }
}

function writesOf({
  input,
  cacheWrite5min,
  cacheWrite1h,
  cacheWrite,
}: ApiPrice): Pick<PriceReading, 'write5min' | 'write1h' | 'write'> {
  return {
    ...(cacheWrite5min !== undefined && { write5min: cacheWrite5min / input }),
    ...(cacheWrite1h !== undefined && { write1h: cacheWrite1h / input }),
    ...(cacheWrite !== undefined && { write: cacheWrite / input }),
  }
}

const cheapest = (writes: object): readonly number[] =>
  Object.values(writes)
    .sort((a, b) => a - b)
    .slice(0, 1)

const fiveMinutes = 300
const hour = 3600

/** The listed price of storage, or the one its two cache writes imply. */
export function storageOf(
  list: ApiPrice,
): { readonly price: number; readonly from: 'listed' | 'cache writes' } | undefined {
  const { storage, cacheWrite5min: shortWritePrice, cacheWrite1h: longWritePrice } = list
  if (storage !== undefined) return { price: storage, from: 'listed' }
  if (shortWritePrice === undefined || longWritePrice === undefined) return undefined
  const lives = { shortLife: fiveMinutes, longLife: hour }
  return { price: storagePriceFromWrites({ shortWritePrice, longWritePrice, ...lives }), from: 'cache writes' }
}

function implicationsOf(
  { input: inputPrice, output: outputPrice, longContext }: ApiPrice,
  assumed: PriceAssumptions,
  storagePrice: number | undefined,
): PriceImplications {
  const perStep = longContext && inferredBytesPerToken({ ...assumed, passLength: 1, context: longContext.threshold })
  return {
    ...(perStep !== undefined && { bytesFromStep: perStep }),
    ...(storagePrice !== undefined && heldAt(storagePrice, assumed)),
    decodeMfu: impliedDecodeMfu({ mfu: assumed.mfu, outputPrice, inputPrice }),
    markup: markup({ ...assumed, inputPrice }),
  }
}

function heldAt(
  storagePrice: number,
  assumed: PriceAssumptions,
): Pick<PriceImplications, 'bytesFromStorage' | 'holdPrice' | 'tier'> {
  const holdPrice = impliedHoldPrice({ storagePrice, bytesPerToken: assumed.bytesPerToken })
  return {
    bytesFromStorage: call(inferredBytesFromStorage, { storagePrice, holdPrice: memoryHoldPrice(assumed) }),
    holdPrice,
    tier: nearestRung(holdPrice, holdLadder(assumed)).option,
  }
}
