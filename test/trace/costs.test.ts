import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bestSchedule,
  bestTtl,
  clairvoyant,
  neverCost,
  type Prices,
  perBlockBest,
  type ReuseOptions,
  reuseOf,
  type Stage,
  scheduleCost,
  skiRental,
  ttlCost,
  ttlCurve,
} from '../../src/placement/replay'
import { readTrace } from '../../src/placement/trace'
import { accessesOf, foresightTotal, scheduleTotal } from './naive'
import { jsonl, lecturePrices, prices, requests, seed, traceOf, type Written } from './traces'

const options = fc.record({
  tokens: fc.constantFrom('whole' as const, 'exact' as const),
  charge: fc.constantFrom('full' as const, 'to-end' as const),
})
const property = <Ts extends [unknown, ...unknown[]]>(numRuns: number, p: fc.IProperty<Ts>): void =>
  fc.assert(p, { seed, numRuns })
const close = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(b)))
const reuse = (rows: readonly Written[], at: Prices, how: ReuseOptions = {}) =>
  reuseOf(readTrace(jsonl(rows)), { ...how, attention: at.attention > 0 })
/** Ages at which something may change, and some between. */
const ages = [0, 0.5, 1, 2, 3, 5, 8, 13, 30, 200]

describe('by hand', () => {
  // One block used at 0, 2 and 12 s, another once at 2 s; a token costs 1 a second, 3 to retrieve, 20 to rematerialize.
  const trace = traceOf([
    [0, 1],
    [2, 1, 2],
    [12, 1],
  ])
  const at: Prices = {
    tiers: [{ tier: 'a', hold: 1, retrieve: 3, write: 0 }],
    remat: 20,
    attention: 0,
    bytesPerToken: 1,
    notes: [],
  }
  it('a TTL of 5 s pays 2 + 5 + 5 + 5 seconds, one retrieve, one remat and two compulsory ones', () => {
    expect(ttlCost(reuseOf(trace), at, 'a', 5)).toEqual({
      hold: 512 * 17,
      retrieve: 512 * 3,
      write: 0,
      remat: 512 * 20,
      compulsory: 512 * 40,
      total: 512 * 80,
    })
  })
  it('charged to the end, the last hold of the first block costs nothing more', () => {
    expect(ttlCost(reuseOf(trace, { charge: 'to-end' }), at, 'a', 5).hold).toBe(512 * 12)
  })
  it('a reuse interval equal to the TTL is a hit', () => {
    expect(ttlCost(reuseOf(trace), at, 'a', 10).remat).toBe(0)
    expect(ttlCost(reuseOf(trace), at, 'a', 9.999).remat).toBe(512 * 20)
  })
  it('keeping nothing rematerializes all four accesses', () => {
    expect(neverCost(reuseOf(trace), at)).toBe(512 * 80)
  })
  it('an unknown tier is refused by name', () => {
    expect(() => ttlCost(reuseOf(trace), at, 'b', 5)).toThrow('Unknown tier "b"')
  })
  it('a TTL that is negative, endless or not a number is refused', () => {
    for (const ttl of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => ttlCost(reuseOf(trace), at, 'a', ttl)).toThrow(
        `a holds until ${ttl} s: expected a time from 0 s on.`,
      )
    }
  })
})

describe('against a simulation access by access, with writes, attention, partial blocks and both ways to charge', () => {
  it('the cost of every TTL', () => {
    property(
      300,
      fc.property(requests, prices, options, (rows, at, how) => {
        for (const untilS of ages) {
          const stages = [{ tier: 'tier0', untilS }]
          close(scheduleCost(reuse(rows, at, how), at, stages).total, scheduleTotal(rows, at, stages, how))
        }
      }),
    )
  })
  it('the cost of every demotion schedule', () => {
    property(
      300,
      fc.property(requests, prices, options, fc.array(fc.constantFrom(...ages)), (rows, at, how, ends) => {
        const stages = [...ends]
          .sort((a, b) => a - b)
          .slice(0, at.tiers.length)
          .map((untilS, i) => ({ tier: `tier${i}`, untilS }))
        close(scheduleCost(reuse(rows, at, how), at, stages).total, scheduleTotal(rows, at, stages, how))
      }),
    )
  })
  it('the clairvoyant bound', () => {
    property(
      300,
      fc.property(requests, prices, (rows, at) => {
        close(clairvoyant(reuse(rows, at), at).total, foresightTotal(rows, at))
      }),
    )
  })
  it('the best tier and TTL of every block on its own', () => {
    property(
      200,
      fc.property(requests, prices, options, (rows, at, how) => {
        const times = rows.map(({ timestamp }) => timestamp / 1000)
        const intervals = [...new Set(times.flatMap((one) => times.map((other) => Math.abs(one - other))))]
        const stages = at.tiers.flatMap(({ tier }) => intervals.map((untilS) => [{ tier, untilS }]))
        let expected = 0
        for (const block of accessesOf(rows, false).keys()) {
          const costs = [[], ...stages].map((tried) => scheduleTotal(rows, at, tried, how, (id) => id === block))
          expected += Math.min(...costs)
        }
        close(perBlockBest(reuse(rows, at, how), at).total, expected)
      }),
    )
  })
})

describe('the best', () => {
  it('no TTL is cheaper than the best TTL, and keeping nothing is not', () => {
    property(
      200,
      fc.property(requests, prices, options, (rows, at, how) => {
        const all = reuse(rows, at, how)
        const { ttlS, total } = bestTtl(all, at, 'tier0')
        const others = ages.map((age) => ttlCost(all, at, 'tier0', age).total)
        expect(total).toBeLessThanOrEqual(Math.min(neverCost(all, at), ...others) + 1e-6)
        close(total, ttlS === null ? neverCost(all, at) : ttlCost(all, at, 'tier0', ttlS).total)
      }),
    )
  })
  it('no schedule of tiers from dear to cheap is cheaper than the best schedule', () => {
    property(
      150,
      fc.property(requests, prices, options, (rows, at, how) => {
        const all = reuse(rows, at, how)
        const { total, stages } = bestSchedule(all, at)
        close(total, stages.length === 0 ? neverCost(all, at) : scheduleCost(all, at, stages).total)
        for (const tried of schedules(at)) expect(total).toBeLessThanOrEqual(scheduleCost(all, at, tried).total + 1e-6)
        expect(total).toBeLessThanOrEqual(neverCost(all, at) + 1e-6)
      }),
    )
  })
  it('foresight costs no more than any policy, and the first accesses no more than foresight', () => {
    property(
      200,
      fc.property(requests, prices, options, (rows, at, how) => {
        const all = reuse(rows, at, how)
        const bound = clairvoyant(all, at).total
        const slack = 1e-9 * bound
        expect(ttlCost(all, at, 'tier0', 0).compulsory).toBeLessThanOrEqual(bound + slack)
        expect(bound).toBeLessThanOrEqual(perBlockBest(all, at).total + slack)
        expect(perBlockBest(all, at).total).toBeLessThanOrEqual(bestTtl(all, at, 'tier0').total + slack)
        expect(bestSchedule(all, at).total).toBeLessThanOrEqual(bestTtl(all, at, 'tier0').total + slack)
        expect(bound).toBeLessThanOrEqual(bestSchedule(all, at).total + slack)
      }),
    )
  })
  it('a curve is its points', () => {
    const all = reuseOf(
      traceOf([
        [0, 1],
        [4, 1, 2],
        [9, 1, 2],
      ]),
    )
    const at = lecturePrices()
    expect([...ttlCurve(all, at, 'ddr', ages)]).toEqual(ages.map((ttl) => ttlCost(all, at, 'ddr', ttl).total))
  })
})

// Up to two of the tiers, dearest to hold first, each until one of a few ages.
function schedules({ tiers }: Prices): readonly Stage[][] {
  const order = [...tiers].sort((a, b) => b.hold - a.hold).map(({ tier }) => tier)
  return order.flatMap((first, i) =>
    ages.flatMap((untilS, j) => [
      [{ tier: first, untilS }],
      ...order.slice(i + 1).flatMap((tier) =>
        ages.slice(j).map((later) => [
          { tier: first, untilS },
          { tier, untilS: later },
        ]),
      ),
    ]),
  )
}

describe('ski rental', () => {
  const positive = prices.filter(({ tiers, remat }) => tiers.every((tier) => tier.hold > 0 && tier.retrieve < remat))
  it('holding until the rent equals a remat costs at most twice the clairvoyant, where writes and attention are free', () => {
    property(
      300,
      fc.property(requests, positive, options, (rows, at, how) => {
        const plain = { ...at, attention: 0, tiers: at.tiers.map((tier) => ({ ...tier, write: 0 })) }
        const rental = skiRental(reuse(rows, plain, how), plain, 'tier0')
        if (rental?.bounds === undefined) throw new Error('expected a bound')
        expect(rental.total).toBeLessThanOrEqual(rental.bounds.total * rental.clairvoyant * (1 + 1e-9))
        expect(rental.randomized).toBeLessThanOrEqual(rental.bounds.randomized * rental.clairvoyant * (1 + 1e-9))
      }),
    )
  })
  it('the randomized expectation is the mean over TTLs drawn from its density', () => {
    property(
      30,
      fc.property(requests, positive, options, (rows, at, how) => {
        const all = reuse(rows, at, how)
        const rental = skiRental(all, at, 'tier0')
        if (rental === undefined) return
        const draws = 4000
        let mean = 0
        for (let i = 0; i < draws; i++) {
          // The inverse of the distribution at the middle of each of equally likely parts.
          const ttl = rental.ttlS * Math.log1p(((i + 0.5) / draws) * (Math.E - 1))
          mean += ttlCost(all, at, 'tier0', ttl).total / draws
        }
        expect(Math.abs(mean / rental.randomized - 1)).toBeLessThan(1e-3)
      }),
    )
  })
  it('no bound is claimed where writing costs, and nothing where retrieving costs more than rematerializing', () => {
    const all = reuseOf(
      traceOf([
        [0, 1],
        [4, 1],
      ]),
    )
    const tier = { tier: 'a', hold: 1, retrieve: 3, write: 1 }
    const at: Prices = { tiers: [tier], remat: 20, attention: 0, bytesPerToken: 1, notes: [] }
    expect(skiRental(all, at, 'a')?.bounds).toBeUndefined()
    expect(skiRental(all, { ...at, tiers: [{ ...tier, retrieve: 22 }] }, 'a')).toBeUndefined()
  })
})
