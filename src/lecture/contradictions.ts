// How far apart are the bytes per token that one price list implies, and by which assumption?

import { call } from '../algebra'
import { apiPrice } from '../catalog/apiPrices'
import {
  inferredBytesFromCrossover,
  inferredBytesFromHit,
  inferredBytesFromStorage,
  inferredBytesPerToken,
  memoryHoldPrice,
} from '../derivations'
import { Refusal } from '../units'
import { holdLadder } from './holdLadder'
import { type PriceAssumptions, priceAssumptions } from './priceAssumptions'
import { storageOf } from './priceReadings'

export interface Inference {
  readonly id: string
  /** where on the list it is read */
  readonly from: string
  /** B/token */
  readonly bytesPerToken: number
  /** what must hold for it to be true */
  readonly assumes: string
  /** how many times the first inference, and so by which factor its assumption, or the first one's, is off */
  readonly timesFirst: number
}

export interface Contradiction {
  readonly id: string
  readonly inferences: readonly Inference[]
  /** largest over smallest of the inferences a provider could mean: not the bound from a hit, nor those from tiers that only a markup of thousands explains */
  readonly spread: number
  /** what would have to be true for the first inference to hold beside each other one */
  readonly reconciled: readonly { readonly id: string; readonly if: string }[]
}

type Draft = Omit<Inference, 'timesFirst'>

/** Bytes per token from everything a list says; by default of the list that has both a step and a storage price. */
export function contradictions(
  listId = 'Google/gemini-2.5-pro',
  assumptions: Partial<PriceAssumptions> = {},
): Contradiction {
  const assumed = priceAssumptions(assumptions)
  const drafts = [...fromStep(listId, assumed), ...fromPause(listId, assumed), ...fromHit(listId, assumed)]
  const [first] = drafts
  if (first === undefined) throw new Refusal(`The list of ${listId} says nothing about bytes per token.`)
  const inferences = drafts.map((draft) => ({ ...draft, timesFirst: draft.bytesPerToken / first.bytesPerToken }))
  const meant = inferences
    .filter(({ id }, i) => i === 0 || (!id.startsWith('storage-at-') && id !== 'hit'))
    .map((each) => each.bytesPerToken)
  return {
    id: listId,
    inferences,
    spread: Math.max(...meant) / Math.min(...meant),
    reconciled: inferences.slice(1).map(({ id, timesFirst }) => ({ id, if: explanation(id, timesFirst) })),
  }
}

// As the lecture counts, and as the assumed machine does; the ledger has the reading for each width of a weight.
function fromStep(listId: string, assumed: PriceAssumptions): readonly Draft[] {
  const context = apiPrice(listId).longContext?.threshold
  if (context === undefined) return []
  const from = 'price step at long context'
  const at = { ...assumed, passLength: 1, context }
  const balanced = 'cache reads meet arithmetic at the step'
  return [
    {
      id: 'step-as-said',
      from,
      // The lecture divides by 300 multiplications a byte, which is 600 FLOP a byte.
      bytesPerToken: inferredBytesPerToken({ ...at, flops: 600, memoryBandwidth: 1 }),
      assumes: `${balanced}, on a machine of 300 multiplications a byte, as for 8-bit weights`,
    },
    { id: 'step', from, bytesPerToken: inferredBytesPerToken(at), assumes: `${balanced}, on the assumed machine` },
  ]
}

function fromPause(listId: string, assumed: PriceAssumptions): readonly Draft[] {
  const list = apiPrice(listId)
  const stored = storageOf(list)
  if (stored === undefined) return []
  const from = stored.from === 'listed' ? 'storage price' : 'difference of the two cache writes'
  const { input: inputPrice, cachedInput: hitPrice } = list
  const storagePrice = stored.price
  return [
    {
      id: 'crossover',
      from: `${from} against input less hit`,
      bytesPerToken: inferredBytesFromCrossover({ ...assumed, inputPrice, hitPrice, storagePrice }),
      assumes: 'the list trades keeping for sending again where HBM and rematerialization cost the same',
    },
    {
      id: 'storage',
      from,
      bytesPerToken: call(inferredBytesFromStorage, { storagePrice, holdPrice: memoryHoldPrice(assumed) }),
      assumes: 'storage is sold at what the whole device rents for, by the byte of HBM',
    },
    ...holdLadder(assumed)
      .slice(1)
      .map(({ option, holdPrice }) => ({
        id: `storage-at-${option}`,
        from,
        bytesPerToken: call(inferredBytesFromStorage, { storagePrice, holdPrice }),
        assumes: `storage is sold at what ${option} costs its owner`,
      })),
  ]
}

function fromHit(listId: string, assumed: PriceAssumptions): readonly Draft[] {
  const { input: inputPrice, cachedInput: hitPrice } = apiPrice(listId)
  return [
    {
      id: 'hit',
      from: 'hit over input',
      bytesPerToken: inferredBytesFromHit({ ...assumed, inputPrice, hitPrice }),
      assumes: 'a hit costs only the time one device stands still while it loads: an upper bound',
    },
  ]
}

function explanation(id: string, times: number): string {
  const factor = times >= 10 ? times.toFixed(0) : times.toPrecision(2)
  if (id === 'step') return `the machine does 300 / ${factor} multiplications a byte`
  if (id === 'crossover')
    return `the balance lies ${factor} times before the step, or the list asks ${factor} times too much for keeping`
  if (id === 'storage')
    return `storage is marked up ${factor} times over the rent of its HBM, or the model is ${factor} times larger`
  if (id === 'hit') return `a hit is sold at ${factor} times what its load costs`
  return `storage is marked up ${factor} times over the cost of that tier`
}
