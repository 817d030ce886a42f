import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capacityPoints, foresightOccupancy, ttlOccupancy } from '../../src/placement/replay'
import { beladyHits } from '../../src/placement/replay/belady'
import { foundByDepth } from '../../src/placement/replay/capacity'
import { nextAccesses } from '../../src/placement/replay/next'
import { ascending } from '../../src/placement/replay/sort'
import { stackDepths } from '../../src/placement/replay/stackDistance'
import { readTrace } from '../../src/placement/trace'
import { lruHits, optimalHits } from './naive'
import { jsonl, requests, seed, traceOf } from './traces'

/** Block numbers as a trace has them: 0, 1, 2, … in the order of first access. */
function numbered(ids: readonly number[]): { block: Int32Array; uniqueBlocks: number } {
  const order = [...new Set(ids)]
  return { block: Int32Array.from(ids, (id) => order.indexOf(id)), uniqueBlocks: order.length }
}

const accesses = fc.array(fc.nat(12), { minLength: 1, maxLength: 60 }).map(numbered)

describe('LRU and Belady against a list and a search', () => {
  it('hits of every cache size', () => {
    fc.assert(
      fc.property(accesses, (trace) => {
        const found = foundByDepth(stackDepths(trace))
        const next = nextAccesses(trace)
        for (let size = 0; size <= trace.uniqueBlocks + 1; size++) {
          expect(found[Math.min(size, trace.uniqueBlocks)]).toBe(lruHits([...trace.block], size))
          expect(beladyHits(next, size)).toBe(optimalHits([...trace.block], size))
        }
      }),
      { seed, numRuns: 400 },
    )
  })
  it('the same over slots that run out many times, and over several levels of the set of next uses', () => {
    // 40 blocks in a skewed, shifting order: the 1144 slots of their line are used up every 1100 accesses.
    let state = seed
    const draw = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const ids = Array.from({ length: 6000 }, (_, i) => (draw(40) < 25 ? draw(4) + ((i >> 8) % 7) : draw(40)))
    const trace = numbered(ids)
    const found = foundByDepth(stackDepths(trace))
    const next = nextAccesses(trace)
    for (const size of [1, 2, 5, 17, 39]) {
      expect(found[size]).toBe(lruHits(ids, size))
      expect(beladyHits(next, size)).toBe(optimalHits(ids, size))
    }
  })
  it('Belady hits at least as often as LRU, and neither more than a cache of everything', () => {
    fc.assert(
      fc.property(requests, (rows) => {
        const trace = readTrace(jsonl(rows))
        const points = capacityPoints(trace, 1, [0, 512, 1024, 4096, 1e9])
        for (const { lru, belady } of points) {
          expect(belady).toBeGreaterThanOrEqual(lru - 1e-12)
          expect(belady).toBeLessThanOrEqual(1 - trace.uniqueBlocks / trace.block.length + 1e-12)
        }
        expect(points[0]).toMatchObject({ bytes: 0, lru: 0, belady: 0 })
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
