// Small traces for the tests, random or by hand, and the parameters of the independent results.
import fc from 'fast-check'
import { type Prices, pricesOf } from '../../src/placement/replay'
import { readTrace, type Trace } from '../../src/placement/trace'

export const seed = 20260601

export interface Written {
  readonly timestamp: number
  readonly input_length: number
  readonly output_length: number
  readonly hash_ids: readonly number[]
}

/** A Mooncake file; times in milliseconds. */
export const jsonl = (requests: readonly Written[]): string =>
  requests.map((request) => JSON.stringify(request)).join('\n')

/** Each request at a second, with whole blocks of 512 tokens. */
export const traceOf = (requests: readonly (readonly [second: number, ...blocks: number[]])[]): Trace =>
  readTrace(
    jsonl(
      requests.map(([second, ...hash_ids]) => ({
        timestamp: second * 1000,
        input_length: 512 * hash_ids.length,
        output_length: 1,
        hash_ids,
      })),
    ),
  )

/** Prompts of blocks whose ids are chained: each continues one before it, cut anywhere, with new blocks. */
export const chained = fc
  .array(fc.tuple(fc.nat(100), fc.nat(8), fc.nat(5)), { minLength: 1, maxLength: 25 })
  .map((rows) => {
    const prompts: number[][] = []
    let id = 0
    for (const [before, kept, more] of rows) {
      const start = prompts[before % (prompts.length + 1)] ?? []
      prompts.push([...start.slice(0, kept), ...Array.from({ length: more }, () => id++)])
    }
    return prompts.filter((prompt) => prompt.length > 0)
  })
  .filter((prompts) => prompts.length > 0)

/** Few blocks, many coincidences of times: what exact code gets wrong first. */
export const requests = fc
  .array(fc.tuple(fc.nat(6), fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }), fc.nat(511)), {
    minLength: 1,
    maxLength: 25,
  })
  .map((rows) => {
    let now = 0
    return rows.map(([wait, hash_ids, short]): Written => {
      now += wait * 1000
      return { timestamp: now, input_length: 512 * hash_ids.length - short, output_length: 1, hash_ids }
    })
  })

export const prices = fc
  .record({
    tiers: fc.array(
      fc.record({ hold: fc.nat(40), retrieve: fc.nat(60), write: fc.oneof(fc.constant(0), fc.nat(20)) }),
      { minLength: 1, maxLength: 3 },
    ),
    remat: fc.integer({ min: 1, max: 100 }),
    attention: fc.oneof(fc.constant(0), fc.constant(0.01)),
  })
  .map(
    ({ tiers, ...rest }): Prices => ({
      tiers: tiers.map((tier, i) => ({ tier: `tier${i}`, ...tier })),
      ...rest,
      bytesPerToken: 1,
      notes: [],
    }),
  )

const year = 31_557_600

/** The parameters of ../shared/truth/placement.json, as `place` takes them. */
export const lecture = {
  model: {
    bytesPerToken: 327_680,
    activeParams: 70_553_706_496,
    totalParams: 70_553_706_496,
    bytesPerParam: 2,
    layers: 80,
    queryHeads: 64,
    headDim: 128,
  },
  accelerator: { flops: 989e12, memoryBandwidth: 3.35e12, memoryCapacity: 80e9, devicePrice: 2.5 / 3600 },
  devices: 8,
  mfu: 0.5,
  // The independent results count no room for a landing cache.
  landing: 0,
  tiers: [
    { id: 'ddr', tierCapacity: 2e12, tierBandwidth: 300e9, purchasePrice: 10_000, lifetime: 4 * year },
    { id: 'nvme', tierCapacity: 30e12, tierBandwidth: 50e9, purchasePrice: 3000, lifetime: 5 * year },
    { id: 'hdd', tierCapacity: 24e12, tierBandwidth: 250e6, purchasePrice: 360, lifetime: 5 * year },
  ],
}

export const lecturePrices = (more: Partial<Parameters<typeof pricesOf>[0]> = {}): Prices =>
  pricesOf({ ...lecture, attention: 'leave-out', writes: 'free', ...more } as Parameters<typeof pricesOf>[0])
