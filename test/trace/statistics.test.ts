import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  gapsWithoutHottest,
  hazard,
  quantile,
  replay,
  reuseOf,
  survival,
  traceHitRatios,
  usedWithin,
} from '../../src/placement/replay'
import { readTrace } from '../../src/placement/trace'
import { jsonl, lecturePrices, requests, seed, traceOf } from './traces'

describe('hit ratios', () => {
  it('block, token and request differ: 3 of 6 blocks, 612 of 1836 tokens, and a mean of 0, 1/6 and 1', () => {
    const trace = readTrace(
      jsonl([
        { timestamp: 0, input_length: 612, output_length: 1, hash_ids: [1, 2] },
        { timestamp: 1, input_length: 1124, output_length: 1, hash_ids: [3, 4, 2] },
        { timestamp: 2, input_length: 100, output_length: 1, hash_ids: [4] },
      ]),
    )
    const { block, token, request } = traceHitRatios(trace)
    expect(block).toBeCloseTo(2 / 6, 15)
    expect(token).toBeCloseTo((100 + 100) / 1836, 15)
    expect(request).toBeCloseTo((0 + 100 / 1124 + 1) / 3, 15)
  })
})

describe('reuse intervals', () => {
  const trace = traceOf([
    [0, 9, 1],
    [1, 9, 2],
    [2, 9],
    [7, 9, 1],
  ])
  it('with and without the hottest block', () => {
    expect([...reuseOf(trace).gaps]).toEqual([1, 1, 5, 7])
    expect([...gapsWithoutHottest(reuseOf(trace))]).toEqual([7])
  })
  it('percentiles lie between neighbours in proportion', () => {
    expect(quantile([1, 1, 5, 7], 0.5)).toBe(3)
    expect(quantile([1, 1, 5, 7], 0.9)).toBeCloseTo(6.4, 12)
    expect(quantile([4], 0.99)).toBe(4)
  })
  it('a trace without reuse has no percentiles, and costs what it costs to rematerialize all of it', () => {
    const { trace: described, costs } = replay(traceOf([[3, 1, 2]]), lecturePrices())
    expect([described.reuseS, described.reuseWithoutHottestS, described.durationS]).toEqual([null, null, 0])
    expect(costs.never).toBe(costs.clairvoyant)
    expect(JSON.stringify(costs)).not.toContain('null,"total":null')
  })
})

describe('Kaplan and Meier', () => {
  it('by hand: 1 of 4 used at 1 s, one out of sight after 2 s, then 1 of 2 at 3 s', () => {
    const trace = traceOf([
      [0, 1],
      [1, 1, 2],
      [4, 2],
    ])
    // Intervals 1 and 3; holds after last accesses end unseen after 3 s (block 1) and 0 s (block 2).
    const curve = survival(reuseOf(trace))
    expect(usedWithin(curve, 0.9)).toBe(0)
    expect(usedWithin(curve, 1)).toBeCloseTo(1 / 3, 15)
    expect(usedWithin(curve, 3)).toBeCloseTo(1 - (2 / 3) * (1 / 2), 15)
  })
  it('is at least the plain share, and equal to it while nothing is out of sight', () => {
    fc.assert(
      fc.property(requests, (rows) => {
        const reuse = reuseOf(readTrace(jsonl(rows)))
        const curve = survival(reuse)
        for (const seconds of [0, 1, 5, 20, 1000]) {
          const plain = [...reuse.gaps].filter((gap) => gap <= seconds).length / (reuse.gaps.length + reuse.blocks)
          expect(usedWithin(curve, seconds)).toBeGreaterThanOrEqual(plain - 1e-12)
        }
      }),
      { seed, numRuns: 200 },
    )
  })
  it('the hazard rate is uses per second of waiting', () => {
    const trace = traceOf([
      [0, 1],
      [1, 1, 2],
      [4, 2],
    ])
    // Waiting: 1 and 3 s until used, 3 and 0 s until the end.
    expect(hazard(reuseOf(trace), [0, 2, 10])).toEqual([
      { from: 0, to: 2, rate: 1 / 5 },
      { from: 2, to: 10, rate: 1 / 2 },
    ])
  })
})
