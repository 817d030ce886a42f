import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capacityPoints, foresightOccupancy, type Lru, replay, ttlOccupancy } from '../../src/placement/replay'
import { beladyHits } from '../../src/placement/replay/belady'
import { brokenPrefixes } from '../../src/placement/replay/brokenPrefixes'
import { nextAccesses } from '../../src/placement/replay/next'
import { ascending } from '../../src/placement/replay/sort'
import { hitsBySize, stackDepths } from '../../src/placement/replay/stackDistance'
import { readTrace } from '../../src/placement/trace'
import { engineHits, lruHits, optimalHits } from './naive'
import { chained, jsonl, lecturePrices, requests, seed, traceOf } from './traces'

/** Prompts as a trace has them: blocks numbered 0, 1, 2, … in the order of first access. */
function numbered(prompts: readonly (readonly number[])[]): {
  block: Int32Array
  request: Int32Array
  uniqueBlocks: number
} {
  const ids = prompts.flat()
  const order = [...new Set(ids)]
  return {
    block: Int32Array.from(ids, (id) => order.indexOf(id)),
    request: Int32Array.from(prompts.flatMap((prompt, i) => prompt.map(() => i))),
    uniqueBlocks: order.length,
  }
}

const unchained = fc.array(fc.array(fc.nat(12), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 20 })

// Prompts of 1 to 9 blocks, skewed and shifting: the 1144 slots of the line of 40 blocks are used up again and again.
function shifting(): number[][] {
  let state = seed
  const draw = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return Array.from({ length: 1500 }, (_, i) =>
    Array.from({ length: 1 + draw(9) }, () => (draw(40) < 25 ? draw(4) + ((i >> 6) % 7) : draw(40))),
  )
}

describe('LRU and Belady against a list and a search', () => {
  it.each([
    ['chained ids', chained],
    ['any ids, some twice in a prompt', unchained],
  ])('prefix LRU hits what an engine hits, in every cache size: %s', (_, traffic) => {
    fc.assert(
      fc.property(traffic, (prompts) => {
        const trace = numbered(prompts)
        const hits = hitsBySize(stackDepths(trace), trace.uniqueBlocks)
        for (let size = 0; size <= trace.uniqueBlocks + 1; size++) {
          expect(hits[Math.min(size, trace.uniqueBlocks)]).toBe(engineHits(prompts, size))
        }
      }),
      { seed, numRuns: 400 },
    )
  })
  it('block LRU and both Beladys hit what lists and searches do, in every cache size', () => {
    fc.assert(
      fc.property(unchained, (prompts) => {
        const trace = numbered(prompts)
        const hits = hitsBySize(stackDepths(trace, 'block'), trace.uniqueBlocks)
        const next = nextAccesses(trace)
        for (let size = 0; size <= trace.uniqueBlocks + 1; size++) {
          expect(hits[Math.min(size, trace.uniqueBlocks)]).toBe(lruHits([...trace.block], size))
          expect(beladyHits(next, size)).toBe(optimalHits([...trace.block], size))
          expect(beladyHits(next, size, 'if-sooner')).toBe(optimalHits([...trace.block], size, false))
        }
      }),
      { seed, numRuns: 400 },
    )
  })
  it('the same over slots that run out many times, and over several levels of the set of next uses', () => {
    const prompts = shifting()
    const trace = numbered(prompts)
    const blocks = [...trace.block]
    const [byPrefix, byBlock] = (['prefix', 'block'] as const).map((lru) =>
      hitsBySize(stackDepths(trace, lru), trace.uniqueBlocks),
    )
    const next = nextAccesses(trace)
    for (const size of [1, 2, 5, 17, 39]) {
      expect(byPrefix?.[size]).toBe(engineHits(prompts, size))
      expect(byBlock?.[size]).toBe(lruHits(blocks, size))
      expect(beladyHits(next, size)).toBe(optimalHits(blocks, size))
    }
  })
  it('a prompt asked twice, in room for two of its three blocks: the first two by prefix, none by block', () => {
    const trace = traceOf([
      [0, 1, 2, 3],
      [9, 1, 2, 3],
    ])
    const hits = (lru: Lru): number[] => capacityPoints(trace, 1, [1024, 1536], { lru }).map((point) => 6 * point.lru)
    expect(hits('prefix').map((count) => count.toFixed(9))).toEqual(['2.000000000', '3.000000000'])
    expect(hits('block').map((count) => count.toFixed(9))).toEqual(['0.000000000', '3.000000000'])
    expect(capacityPoints(trace, 1, [1024])).toEqual(capacityPoints(trace, 1, [1024], { lru: 'prefix' }))
  })
  it('Belady hits at least as often as LRU, and neither more than a cache of everything', () => {
    fc.assert(
      fc.property(requests, (rows) => {
        const trace = readTrace(jsonl(rows))
        for (const lru of ['prefix', 'block'] as const) {
          const points = capacityPoints(trace, 1, [0, 512, 1024, 4096, 1e9], { lru })
          for (const { lru: hit, belady } of points) {
            expect(belady).toBeGreaterThanOrEqual(hit - 1e-12)
            expect(belady).toBeLessThanOrEqual(1 - trace.uniqueBlocks / trace.block.length + 1e-12)
          }
          expect(points[0]).toMatchObject({ bytes: 0, lru: 0, belady: 0 })
        }
      }),
      { seed, numRuns: 200 },
    )
  })
  it('a size counts in whole blocks: a byte less than a block holds none', () => {
    const trace = traceOf([
      [0, 1],
      [1, 1],
    ])
    expect(capacityPoints(trace, 2, [1023, 1024]).map(({ lru }) => lru)).toEqual([0, 0.5])
  })
})

describe('whole prefixes', () => {
  it('chained ids break none, so that a TTL keeps a block only with all before it', () => {
    fc.assert(
      fc.property(chained, (prompts) => brokenPrefixes(numbered(prompts)) === 0),
      { seed, numRuns: 200 },
    )
  })
  it('a block used alone is counted, and a replay says how many there are', () => {
    const trace = traceOf([
      [0, 1, 2],
      [5, 2],
      [9, 1, 2],
    ])
    expect(brokenPrefixes(trace)).toBe(1)
    expect(replay(trace, lecturePrices()).conventions.join(' ')).toContain(
      '20 % of the accesses are to blocks used more recently than one before them in the prompt',
    )
  })
  it('in ascending order of depth, and so for every TTL: the intervals of chained blocks never shorten', () => {
    const trace = traceOf([
      [0, 1, 2, 3],
      [4, 1, 2],
      [9, 1, 2, 3],
    ])
    expect(brokenPrefixes(trace)).toBe(0)
    expect(replay(trace, lecturePrices()).conventions.join(' ')).toContain('what a TTL keeps are whole prefixes')
  })
  it('a sample of broken ones is refused, but for LRU by block', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [i, ...(i % 2 === 0 ? [1, 2, 3, 4, 5, 6] : [4, 5, 6])] as const)
    const sample = readTrace(
      jsonl(
        rows.map(([second, ...hash_ids]) => ({
          timestamp: second * 1000,
          input_length: 512 * hash_ids.length,
          output_length: 1,
          hash_ids,
        })),
      ),
      { sample: 0.9 },
    )
    expect(() => capacityPoints(sample, 1, [1e4])).toThrow(
      'a sample cannot tell which prefixes a cache holds: expected the whole trace, or LRU by block.',
    )
    expect(capacityPoints(sample, 1, [1e4], { lru: 'block' })).toHaveLength(1)
  })
})

describe('bytes held', () => {
  it('a TTL of 5 s: two blocks at 2 s, one of them renewed', () => {
    const trace = traceOf([
      [0, 1],
      [2, 1, 2],
      [12, 1],
    ])
    expect(ttlOccupancy(trace, 1, 5)).toEqual({ peak: 1024, mean: (512 * (2 + 5 + 5 + 0)) / 12 })
  })
  it('with foresight only what is used again is held', () => {
    const trace = traceOf([
      [0, 1],
      [2, 1, 2],
      [12, 1],
    ])
    expect(foresightOccupancy(trace, 1, 100)).toEqual({ peak: 512, mean: 512 })
    expect(foresightOccupancy(trace, 1, 5)).toEqual({ peak: 512, mean: (512 * 2) / 12 })
  })
})

describe('sorting', () => {
  it('orders whole numbers up to 2^53 and keeps equal ones in place', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(3), fc.nat(), fc.maxSafeNat())), (keys) => {
        const expected = keys.map((_, i) => i).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
        expect([...ascending(Float64Array.from(keys))]).toEqual(expected)
      }),
      { seed, numRuns: 100 },
    )
  })
})
