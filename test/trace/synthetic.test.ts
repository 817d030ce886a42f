import { describe, expect, it } from 'vitest'
import { gapsWithoutHottest, quantile, reuseOf, traceHitRatios } from '../../src/placement/replay'
import { countUpTo } from '../../src/placement/replay/sums'
import { mooncakeLines, readTrace, syntheticRequests, syntheticTrace, type Trace } from '../../src/placement/trace'

/** Within `share` of a published number: a fit of few parameters to many figures is not closer. */
const near = (value: number, published: number, share: number): void =>
  expect(Math.abs(value / published - 1)).toBeLessThan(share)
const meanInput = ({ totals }: Trace): number => totals.inputTokens / totals.requests
/** Share of the reuse that a TTL of so many seconds finds. */
const found = ({ gaps }: { gaps: Float64Array }, seconds: number): number => countUpTo(gaps, seconds) / gaps.length

describe('synthetic traffic', () => {
  it('is the same for the same seed and another for another', () => {
    const lines = (seed: number): string =>
      mooncakeLines(syntheticRequests({ seed, chats: 50, agents: 1, calls: 50 })).join('\n')
    expect(lines(7)).toBe(lines(7))
    expect(lines(8)).not.toBe(lines(7))
  })
  it('can be written as a Mooncake file and read again', () => {
    const options = { chats: 40, agents: 2, calls: 40 }
    const { format: _, notes: __, ...made } = syntheticTrace(options)
    const { format, notes, ...read } = readTrace(mooncakeLines(syntheticRequests(options)))
    expect(read).toEqual(made)
    expect([format, notes.length]).toEqual(['mooncake', 1])
  })
  it('comes in the order of time, inside its duration, with blocks that chain: after an unknown block none is known', () => {
    const seen = new Set<number>()
    let last = 0
    for (const { time, blocks } of syntheticRequests({ duration: 1800 })) {
      expect(time).toBeGreaterThanOrEqual(last)
      last = time
      const ids = Array.from(blocks)
      const known = ids.map((id) => seen.has(id))
      expect(known.lastIndexOf(true)).toBe(known.indexOf(false) < 0 ? ids.length - 1 : known.indexOf(false) - 1)
      for (const id of ids) seen.add(id)
    }
    expect(last).toBeLessThanOrEqual(1800e6)
  })
  it('chats: lengths, reuse and intervals of the Mooncake conversation trace, to 10 %', () => {
    const trace = syntheticTrace({ duration: 3537, chats: 7700, agents: 0, calls: 0 })
    near(meanInput(trace), 12_035, 0.1)
    near(trace.totals.outputTokens / trace.totals.requests, 343, 0.1)
    near(traceHitRatios(trace).token, 0.3736, 0.1)
    const gaps = gapsWithoutHottest(reuseOf(trace))
    near(quantile(gaps, 0.5), 135, 0.1)
    near(quantile(gaps, 0.9), 531, 0.1)
  })
  it('agents: reuse and intervals of recorded Claude Code sessions, to 15 %, and what TTLs find of it in TraceLab, to 2 %', () => {
    const trace = syntheticTrace({ duration: 40 * 3600, chats: 0, agents: 250, calls: 0 })
    near(trace.totals.requests / 250, 69, 0.15)
    near(traceHitRatios(trace).block, 0.9634, 0.01)
    const reuse = reuseOf(trace)
    for (const [q, published] of [
      [0.5, 20],
      [0.9, 129],
      [0.99, 1799],
    ] as const)
      near(quantile(reuse.gaps, q), published, 0.15)
    for (const [ttl, published] of [
      [60, 0.854],
      [300, 0.94],
      [3600, 0.986],
    ] as const)
      near(found(reuse, ttl), published, 0.02)
  })
  it('calls: reuse and its haste as in KVCache in the Wild, to 10 %', () => {
    const trace = syntheticTrace({ duration: 3600, chats: 0, agents: 0, calls: 18_000 })
    near(traceHitRatios(trace).token, 0.54, 0.1)
    near(found(reuseOf(trace), 10), 0.8, 0.1)
  })
  it('numbers that cannot be are refused', () => {
    expect(() => syntheticTrace({ chats: -1 })).toThrow('chats is -1: expected a number from 0 to a billion.')
    expect(() => syntheticTrace({ duration: Number.NaN })).toThrow('duration is NaN')
    expect(() => syntheticTrace({ chats: 0, agents: 0, calls: 0 })).toThrow('The trace has no requests')
  })
})
