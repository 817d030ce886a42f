// Do samples, rents and schedules come out as on paper? Traces of two blocks of 512 tokens.
import { describe, expect, it } from 'vitest'
import { bestSchedule, capacityPoints, type Prices, reuseOf, skiRental, ttlError } from '../../src/placement/replay'
import type { Trace } from '../../src/placement/trace'
import { traceOf } from './traces'

const priced = (tiers: Prices['tiers'], remat: number): Prices => ({
  tiers,
  remat,
  attention: 0,
  bytesPerToken: 1,
  notes: [],
})
const block = 512

describe('half of the blocks drawn', () => {
  // Of eight accesses four were drawn: 1 2 1 2. Both reuses are at depth 2 of the sample, which stands for 3 of the whole.
  const sampled = (trace: Trace): Trace => ({
    ...trace,
    sampled: true,
    rate: 0.5,
    totals: { ...trace.totals, accesses: 2 * trace.block.length },
  })
  const alternating = sampled(
    traceOf([
      [0, 1],
      [1, 2],
      [2, 1],
      [3, 2],
    ]),
  )
  const hits = (trace: Trace, ...blocks: number[]): number[] =>
    capacityPoints(
      trace,
      1,
      blocks.map((count) => count * block),
      { lru: 'block' },
    ).map(({ lru }) => lru)
  it('a block that is there is there, and of those above it the sample has its share', () => {
    expect(hits(alternating, 0, 1, 2, 3, 100)).toEqual([0, 0, 0, 0.5, 0.5])
    const again = sampled(
      traceOf([
        [0, 1],
        [1, 1],
      ]),
    )
    expect(hits(again, 0, 1, 2)).toEqual([0, 0.5, 0.5])
  })
  // The block costs of ten seconds missed after four: 4 + 17 + 4 + 17 = 42 a token; of the one used once 4 + 17 = 21.
  // Each is 10.5 from the mean: sqrt((1 - 1/2) * 2 * 10.5^2) / (1/2) = 21; 95 % is 1.96 of that.
  const trace = sampled(
    traceOf([
      [0, 1],
      [10, 1, 2],
    ]),
  )
  const prices = priced([{ tier: 'a', hold: 1, retrieve: 3, write: 0 }], 20)
  it('the error is 1.96 standard errors of the spread over the blocks', () => {
    expect(ttlError(reuseOf(trace), prices, 'a', 4) / block).toBeCloseTo(1.96 * 21, 9)
  })
  it('and of the share drawn where that is uncertain: a tenth of 63 on top, by squares', () => {
    const error = ttlError(reuseOf({ ...trace, rateError: 0.1 }), prices, 'a', 4) / block
    expect(error).toBeCloseTo((1.96 * Math.hypot(10.5, 6.3)) / 0.5, 9)
  })
  // A use after exactly the hold time is still a hit: 4 + 17 + 10 and 10 + 17 at a hold of ten seconds.
  it('a use at the end of the hold is no miss', () => {
    // 10 + 17 + 10 = 37 and 10 + 17 = 27: 5 from the mean each.
    expect(ttlError(reuseOf(trace), prices, 'a', 10) / block).toBeCloseTo(1.96 * 10, 9)
  })
  it('a whole trace has none', () => {
    expect(ttlError(reuseOf({ ...trace, sampled: false }), prices, 'a', 4)).toBe(0)
  })
})

describe('renting by the rule of the ski', () => {
  // Used at 0 and 30 s: longer than (20 + 2 - 3) / 1 = 19 s, so each access writes, holds for 19 s and is rematerialized.
  const reuse = reuseOf(
    traceOf([
      [0, 1],
      [30, 1],
    ]),
  )
  const prices = priced([{ tier: 'a', hold: 1, retrieve: 3, write: 2 }], 20)
  it('a hold ends when its rent is what a remat and the writing after it cost more than a retrieve', () => {
    const rental = skiRental(reuse, prices, 'a')
    expect(rental?.ttlS).toBe(19)
    expect((rental?.total ?? 0) / block).toBeCloseTo(2 * (2 + 19 + 20), 9)
    // At random before: the mean age is 19/(e - 1).
    expect((rental?.randomized ?? 0) / block).toBeCloseTo(2 * (2 + 20 + 19 / (Math.E - 1)), 9)
  })
})

describe('moving down', () => {
  // Five reuses after a second, one after thirty.
  const reuse = reuseOf(traceOf([0, 1, 2, 3, 4, 5, 35].map((second) => [second, 1])))
  const near = { tier: 'near', hold: 4, retrieve: 1, write: 0 }
  const far = { tier: 'far', hold: 1, retrieve: 6, write: 2 }
  it('names the hazard above which staying pays: the rent saved over what the way back costs more', () => {
    const { stages, total } = bestSchedule(reuse, priced([far, near], 100))
    expect(stages).toEqual([
      { tier: 'near', fromS: 0, untilS: 1, paysAbove: 3 / (6 + 2 - 1) },
      { tier: 'far', fromS: 1, untilS: 30, paysAbove: 1 / (100 + 2 - 6) },
    ])
    // 100 once; 5 x (4 + 1) near; then twice 4 near, 29 far and 2 written, and 6 to retrieve.
    expect(total / block).toBeCloseTo(100 + 25 + 2 * (4 + 29 + 2) + 6, 9)
  })
})
