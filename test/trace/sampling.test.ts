import { describe, expect, it } from 'vitest'
import { capacityPoints, replay, reuseOf, traceHitRatios, ttlCost, ttlError } from '../../src/placement/replay'
import { type CollectOptions, collector, readTrace, type Trace } from '../../src/placement/trace'
import { distinctCounter } from '../../src/placement/trace/distinct'
import { hashOf, mixed } from '../../src/placement/trace/hash'
import { lecturePrices, seed } from './traces'

// Prompts of 1 to 40 blocks that continue one of the last 300 prompts, all starting with one system prompt.
function traffic(options: CollectOptions, length = 6000): Trace {
  let state = seed
  const draw = (below: number): number => {
    state = (state + 0x9e3779b9) | 0
    return mixed(state) % below
  }
  const recent: number[][] = []
  const gathered = collector(options)
  let id = 1
  for (let i = 0; i < length; i++) {
    const start = draw(3) === 0 ? [0] : (recent[draw(Math.min(i, 300))] ?? [0])
    const blocks = [...start.slice(0, 1 + draw(start.length)), ...Array.from({ length: draw(20) }, () => id++)]
    recent[i % 300] = blocks
    const request = { session: 0, time: i * 1e6, inputTokens: 512 * blocks.length, outputTokens: 1, blocks }
    gathered.add(request, { blockTokens: 512, scope: 'global' }, 'traffic')
  }
  return gathered.trace('test', [])
}

const exact = traffic({})
const prices = lecturePrices()
const sizes = [0.2e12, 1e12, 5e12]
const policies = [
  ['hbm', 60],
  ['ddr', 300],
  ['nvme', 3600],
] as const

describe('a sample of the blocks', () => {
  const seeds = Array.from({ length: 30 }, (_, i) => i + 1)
  const samples = seeds.map((sampleSeed) => traffic({ sample: 0.05, seed: sampleSeed }))

  it('has all accesses of its blocks, and knows the totals of the trace', () => {
    const [sample] = samples
    if (sample === undefined) throw new Error('no sample')
    expect(sample.totals).toEqual(exact.totals)
    expect(sample.duration).toBe(exact.duration)
    expect(sample.block.length).toBeLessThan(exact.block.length / 10)
    expect(Math.abs(sample.rate - 0.05)).toBeLessThan(0.01)
  })
  it('gives the hit ratio of an unlimited cache, on the mean of 30 seeds to 0.2 %', () => {
    const mean = samples.reduce((sum, sample) => sum + traceHitRatios(sample).block, 0) / seeds.length
    expect(Math.abs(mean / traceHitRatios(exact).block - 1)).toBeLessThan(0.002)
  })
  it('gives LRU and Belady, and its error bars hold for at least 80 % of the seeds (95 % are promised)', () => {
    const truth = capacityPoints(exact, prices.bytesPerToken, sizes)
    const inside = samples.flatMap((sample) =>
      capacityPoints(sample, prices.bytesPerToken, sizes).map(({ lru, belady, error95 }, i) => [
        Math.abs(lru - (truth[i]?.lru ?? 0)) <= (error95?.lru ?? 0),
        Math.abs(belady - (truth[i]?.belady ?? 0)) <= (error95?.belady ?? 0),
      ]),
    )
    expect(inside.filter(([lru]) => lru).length / inside.length).toBeGreaterThan(0.8)
    expect(inside.filter(([, belady]) => belady).length / inside.length).toBeGreaterThan(0.8)
  })
  it('gives the cost of a TTL, and its error bar holds for at least 80 % of the seeds', () => {
    const whole = reuseOf(exact)
    for (const [tier, ttl] of policies) {
      const { total } = ttlCost(whole, prices, tier, ttl)
      const inside = samples.filter((sample) => {
        const reuse = reuseOf(sample)
        return Math.abs(ttlCost(reuse, prices, tier, ttl).total - total) <= ttlError(reuse, prices, tier, ttl)
      })
      expect(inside.length / seeds.length).toBeGreaterThan(0.8)
    }
  })
  it('is the same when it had to be thinned on the way as when the lower rate was asked for at once', () => {
    const thinned = traffic({ sample: 0.2, mostKept: 1500 })
    const halvings = Math.round(Math.log2(0.2 / thinned.rate))
    const asked = traffic({ sample: 0.2 / 2 ** halvings })
    expect(halvings).toBeGreaterThan(1)
    expect([...thinned.block]).toEqual([...asked.block])
    expect([...thinned.time]).toEqual([...asked.time])
    expect(thinned.block.length).toBeLessThanOrEqual(1500)
  })
  it('says how far off it may be, and a whole trace does not', () => {
    const answer = replay(samples[0] as Trace, prices)
    expect(answer.costs.ttl.every(({ error95 = 0 }) => error95 > 0)).toBe(true)
    expect(answer.conventions.join(' ')).toContain('error95')
    expect(answer.trace.reuseWithoutHottestS).toBeNull()
    expect(replay(exact, prices).costs.ttl.some((row) => 'error95' in row)).toBe(false)
  })
})

describe('counting different things without remembering them', () => {
  it.each([10, 3000, 60_000, 400_000])('%i of them, each met twice, to 2 % (five standard errors)', (size) => {
    const counter = distinctCounter()
    for (let i = 0; i < 2 * size; i++) {
      const hash = hashOf(i % size, 77)
      counter.add(hash, mixed(hash ^ (i % size)))
    }
    const { value, error } = counter.estimate()
    expect(Math.abs(value / size - 1)).toBeLessThan(5 * error)
  })
  it('nothing is none', () => {
    expect(distinctCounter().estimate().value).toBe(0)
  })
})

describe('ids', () => {
  it('dense, sparse and huge ids are told apart exactly', () => {
    const ids = Array.from({ length: 4000 }, (_, i) =>
      i % 3 === 0 ? i : i % 3 === 1 ? i * 1_000_003 : 2 ** 53 - 1 - i,
    )
    const text = [ids, [...ids].reverse()]
      .map((hash_ids, timestamp) => JSON.stringify({ timestamp, input_length: 512 * 4000, output_length: 1, hash_ids }))
      .join('\n')
    const { block, uniqueBlocks } = readTrace(text)
    expect(uniqueBlocks).toBe(4000)
    expect([...block.subarray(4000)]).toEqual([...block.subarray(0, 4000)].reverse())
  })
})
