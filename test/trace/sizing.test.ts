import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Prices,
  partsFor,
  policyHits,
  replay,
  reuseOf,
  type SizedTier,
  sizingOf,
  type TtlFlow,
  ttlCost,
  ttlFlows,
} from '../../src/placement/replay'
import { nextAccesses } from '../../src/placement/replay/next'
import { ttlOccupancies, ttlOccupancy } from '../../src/placement/replay/occupancy'
import { pathAccesses } from '../../src/placement/replay/paths'
import { readTrace } from '../../src/placement/trace'
import { engineHits, radixTreeHits, usableBlockHits } from './naive'
import { chained, jsonl, lecturePrices, requests, seed, traceOf } from './traces'

const traceOfPrompts = (prompts: readonly (readonly number[])[]) => traceOf(prompts.map((prompt, i) => [i, ...prompt]))
const unchained = fc.array(fc.array(fc.nat(6), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 15 })

describe(`policies on whole prefixes are what lists and a tree hit, in every size (seed ${seed})`, () => {
  it.each([
    ['chained ids', chained],
    ['any ids, some twice in a prompt', unchained],
  ])('%s', (_, traffic) => {
    fc.assert(
      fc.property(traffic, (prompts) => {
        const trace = traceOfPrompts(prompts)
        const sizes = Array.from({ length: pathAccesses(trace).uniqueBlocks + 2 }, (_, size) => size)
        policyHits(trace, sizes).forEach(({ prefix, block, radix }, size) => {
          const hits = [prefix, block, radix].map((ratio) => Math.round(ratio * trace.block.length))
          expect(hits).toEqual([
            engineHits(prompts, size),
            usableBlockHits(prompts, size),
            radixTreeHits(prompts, size),
          ])
        })
      }),
      { seed, numRuns: 300 },
    )
  })
  it('where ids are chained a tree that evicts leaves is LRU of prefixes', () => {
    const trace = traceOfPrompts([[1, 2, 3], [1, 2, 4], [5], [1, 2, 3]])
    expect(pathAccesses(trace)).toBe(trace)
    for (const { prefix, radix } of policyHits(trace, [0, 1, 2, 3, 4, 5])) expect(radix).toBe(prefix)
  })
  it('of a sample it is refused', () => {
    const trace = readTrace(
      jsonl([{ timestamp: 0, input_length: 5120, output_length: 1, hash_ids: [...Array(10).keys()] }]),
      { sample: 0.9 },
    )
    expect(() => policyHits(trace, [1])).toThrow(
      'Policies are compared on whole prefixes, which a sample does not have',
    )
  })
})

// Two prompts of two blocks, one of which comes again after 10 s and after 30 s.
const small = traceOf([
  [0, 1, 2],
  [10, 1, 2],
  [20, 3, 4],
  [40, 1, 2],
])
const block = 512 * 10
const prices: Prices = {
  tiers: [{ tier: 'x', hold: 1, retrieve: 0, write: 0 }],
  remat: 1,
  attention: 0,
  bytesPerToken: 10,
  node: { price: 2, devices: 4 },
  notes: [],
}

describe('what a TTL finds, moves and holds, by hand', () => {
  it('10 s finds two of eight accesses; six blocks are written and two read in 40 s', () => {
    const [flow] = ttlFlows(small, reuseOf(small), prices, [10], nextAccesses(small))
    expect(flow?.hitRatio).toBe(2 / 8)
    expect(flow?.written).toBe((6 * block) / 40)
    expect(flow?.read).toBe((2 * block) / 40)
    expect(flow?.held.peak).toBe(2 * block)
  })
  it(`what is written is what a TTL pays for, whatever the trace (seed ${seed})`, () => {
    fc.assert(
      fc.property(requests, fc.nat(20), (rows, ttl) => {
        const trace = readTrace(jsonl(rows))
        fc.pre(trace.duration > 0)
        const reuse = reuseOf(trace)
        const writing = { ...prices, tiers: [{ tier: 'x', hold: 0, retrieve: 0, write: 1 }] }
        const { written, read } = ttlFlows(trace, reuse, prices, [ttl], nextAccesses(trace))[0] as TtlFlow
        expect(written * trace.duration).toBeCloseTo(10 * ttlCost(reuse, writing, 'x', ttl).write, 6)
        expect((written + read) * trace.duration).toBeCloseTo(trace.totals.accesses * block, 6)
      }),
      { seed, numRuns: 200 },
    )
  })
})

describe('what several TTLs hold', () => {
  it(`is what each holds by itself (seed ${seed})`, () => {
    fc.assert(
      fc.property(requests, fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }), (rows, ttls) => {
        const trace = readTrace(jsonl(rows))
        expect(ttlOccupancies(trace, 10, ttls)).toEqual(ttls.map((ttl) => ttlOccupancy(trace, 10, ttl)))
      }),
      { seed, numRuns: 200 },
    )
  })
})

describe('parts for a flow', () => {
  const flow = { written: 10, read: 30, held: { peak: 250, mean: 100 } }
  it('the demand that takes most of them decides, and says so', () => {
    expect(partsFor({ capacity: 100 }, flow)).toMatchObject({ parts: 3, binds: 'room' })
    expect(partsFor({ capacity: 100, bandwidth: 5 }, flow)).toMatchObject({ parts: 8, binds: 'bandwidth' })
    expect(partsFor({ capacity: 1000, workload: 8 }, flow)).toMatchObject({ parts: 5, binds: 'workload' })
  })
  it('a drive written twice as much as it is rated lives half its warranty; all together within it', () => {
    const rated = partsFor({ capacity: 1000, driveWrites: 0.005, lifetime: 600 }, flow)
    expect(rated).toMatchObject({ parts: 2, binds: 'endurance' })
    expect(rated.one).toEqual({ driveWritesPerDay: 864, ratedPerDay: 432, lifeS: 300 })
    expect(rated.together?.lifeS).toBe(600)
  })
})

const sized = (tier: string, blocks: number, more: Partial<SizedTier['part']> = {}): SizedTier => ({
  tier,
  parts: 1,
  part: { capacity: blocks * block, ...more },
})

describe('tiers of a given size', () => {
  const [fast, slow] = [
    sized('fast', 2, { bandwidth: 1e9 }),
    sized('slow', 4, { bandwidth: 1e6, driveWrites: 1, lifetime: 100, price: 3 }),
  ]
  it('the faster is read where it has a block, the slower where it alone has; each is written what it lacks', () => {
    const { tiers, saved, wait } = sizingOf(small, prices, [slow, fast])
    // Two blocks of room: found at 10 s alone. Four: at 40 s too.
    expect(tiers.map(({ tier, hitRatio, together }) => [tier, hitRatio, together])).toEqual([
      ['fast', 2 / 8, 2 / 8],
      ['slow', 4 / 8, 4 / 8],
    ])
    expect(tiers.map(({ written, read }) => [written, read])).toEqual([
      [(6 * block) / 40, (2 * block) / 40],
      [(4 * block) / 40, (2 * block) / 40],
    ])
    expect(saved).toEqual({
      usdPerDay: (4 * 512 * 86400) / 40,
      gpuHoursPerDay: (((4 * 512) / 2) * 4 * (86400 / 40)) / 3600,
    })
    // A prompt of 1024 tokens computes 512 s; found, it is loaded in an instant.
    expect(wait).toMatchObject({ without: 512, miss: 512 })
    expect(wait?.hit).toBeCloseTo((1024 * 10 * (1e-9 + 1e-6)) / 2, 12)
  })
  it('what is held grows until the cache is full, and is said to be the mean of the time', () => {
    const [row] = sizingOf(small, prices, [fast]).tiers
    expect(row?.held).toEqual({ peak: 2 * block, mean: 2 * block, fullAfterS: 0 })
    const [four] = sizingOf(small, prices, [slow]).tiers
    expect(four?.held).toEqual({ peak: 4 * block, mean: 3 * block, fullAfterS: 20 })
    expect(sizingOf(small, prices, [sized('big', 9)]).tiers[0]?.held.fullAfterS).toBeNull()
  })
  it('a disk is held against its rating for reads and writes together', () => {
    const [row] = sizingOf(small, prices, [sized('disk', 4, { workload: block / 10 })]).tiers
    expect(row?.workload).toBeCloseTo(8 / 40 / 0.1, 12)
  })
  it('twice the same tier, no room and a sample are refused', () => {
    expect(() => sizingOf(small, prices, [fast, fast])).toThrow('fast has two sizes: give it one.')
    expect(() => sizingOf(small, prices, [sized('none', 0)])).toThrow('none has no room: expected a size above 0 B.')
    expect(() => sizingOf({ ...small, sampled: true }, prices, [fast])).toThrow('which a sample does not have')
  })
  it('hits are those of prefix LRU in every size', () => {
    fc.assert(
      fc.property(chained, fc.nat(12), (prompts, blocks) => {
        const trace = traceOfPrompts(prompts)
        const [row] = sizingOf(trace, prices, [sized('any', blocks + 1)]).tiers
        expect(Math.round((row?.hitRatio ?? 0) * trace.block.length)).toBe(engineHits(prompts, blocks + 1))
      }),
      { seed, numRuns: 200 },
    )
  })
})

describe('sizes nobody asked for', () => {
  it('lie where hosts live, each with its place, and end with a cache that is called infinite', () => {
    const many = traceOf([
      [0, ...Array(20_000).keys()],
      [60, ...Array(20_000).keys()],
    ])
    const { capacity } = replay(many, lecturePrices())
    expect(capacity.map(({ where }) => where)).toEqual([
      'DDR',
      'free HBM',
      'DDR',
      'DDR',
      'DDR',
      'everything: an infinite cache',
    ])
    expect(capacity.at(-1)).toMatchObject({ bytes: 20_000 * 512 * 327_680, lru: 0.5, belady: 0.5 })
  })
})
