import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { demandOf, type Offer, type Part, walk } from '../../../src/placement/buy'
import { ageGrid, binOf } from '../../../src/placement/buy/ages'
import { cleaned } from '../../../src/placement/buy/plan'
import { fillings } from '../../../src/placement/buy/seconds'
import { whyOf } from '../../../src/placement/buy/why'
import { readTrace } from '../../../src/placement/trace'
import { jsonl, requests, seed, traceOf } from '../../trace/traces'
import { type Answer, bought, bruteForce, offersOf, solved } from './cases'

// One prompt of three blocks, and the same again after a hundred seconds.
const twice = traceOf([
  [0, 1, 2, 3],
  [100, 1, 2, 3],
])
const tokens = 3 * 512

describe('what a trace asks for', () => {
  it('tokens wait from one access to the next, age as they do, and come back once', () => {
    const demand = demandOf(twice)
    const at = (rows: readonly Float64Array[], second: number): number =>
      rows.reduce((sum, row) => sum + (row[second] as number), 0)
    expect(demand.duration).toBe(100)
    expect([0, 50, 99].map((second) => at(demand.waiting, second))).toEqual([tokens, tokens, tokens])
    expect(at(demand.returning, 100)).toBe(tokens)
    expect(demand.returned.reduce((sum, one) => sum + one.tokens, 0)).toBe(tokens)
    expect(demand.first[0]).toBe(tokens)
    expect(demand.compulsory.tokens).toBe(tokens)
  })

  it('ages are whole seconds, ascending, at most half as long again, and a promise is one of them', () => {
    const ages = ageGrid(3600, 1000)
    expect(ages.slice(0, 5)).toEqual([0, 1, 2, 3, 4])
    expect(ages).toContain(1000)
    const longer = ages.slice(3).map((age, i) => age / (ages[i + 2] as number))
    expect(Math.max(...longer)).toBeLessThanOrEqual(1.5)
  })

  it('where no block arrives, or a sample caught none, the trace itself is refused', () => {
    expect(() => traceOf([[0]])).toThrow('No request of the trace lists a block: no reuse can be told.')
    const rows = [{ timestamp: 0, input_length: 512, output_length: 1, hash_ids: [1] }]
    expect(() => readTrace(jsonl(rows), { sample: 1e-9 })).toThrow('A sample of 1e-9 of this trace is empty')
  })
})

describe('the cheapest whole parts', () => {
  const saved = (tokens * 1) / 100

  it('one part that holds everything is bought where it costs less than computing anew, and not where it costs more', async () => {
    const at = (price: number) => solved(demandOf(twice), offersOf([bought('ram', { capacity: 2000, price })], 1))
    const [cheap, dear] = [await at(0.9 * saved), await at(1.1 * saved)]
    expect(cheap.counts).toEqual([1])
    expect(cheap.total).toBeCloseTo(0.9 * saved, 9)
    expect(dear.counts).toEqual([0])
    expect(dear.total).toBeCloseTo(saved, 9)
  })

  it('where one part holds two of three blocks, the rest is computed anew unless a second part is worth it', async () => {
    const at = (price: number) =>
      solved(demandOf(twice), offersOf([bought('ram', { capacity: 1024 / (1 - 1e-6), price })], 1))
    const [one, two] = [await at(0.4 * saved), await at(0.3 * saved)]
    expect(one.counts).toEqual([1])
    expect(one.total / saved).toBeCloseTo(0.4 + 1 / 3, 6)
    expect(two.counts).toEqual([2])
    expect(two.total / saved).toBeCloseTo(0.6, 9)
  })

  it('loads of one second need so many parts side by side', async () => {
    const { counts } = await solved(
      demandOf(twice),
      offersOf([bought('ram', { bandwidth: 600, price: 0.01 * saved })], 1),
    )
    expect(counts).toEqual([3])
  })

  it('what a year writes on average needs parts too, and is named', async () => {
    const ram = bought('flash', { endurance: tokens / 100 / 2.5, price: 0.01 * saved })
    const found = await solved(demandOf(twice), offersOf([ram], 1))
    expect(found.counts).toEqual([3])
    expect(whyOf(found.program, found, 0)).toMatchObject({ binding: 'endurance', shares: { endurance: 1 } })
  })

  it('the arm of a disk serves reads and writes: of the second in which both happen', async () => {
    // Block 1 comes back in the second in which block 2 is first written.
    const trace = traceOf([
      [0, 1],
      [50, 1],
      [50, 2],
      [100, 2],
    ])
    const at = async (arm: boolean) =>
      (await solved(demandOf(trace), offersOf([bought('disk', { arm, bandwidth: 520, price: 0.001 })], 1))).counts[0]
    expect(await at(false)).toBe(1)
    expect(await at(true)).toBe(2)
  })

  it('so few parts that a load takes too long are not bought', async () => {
    const at = (least: number) => solved(demandOf(twice), offersOf([bought('disk', { least, price: 0.3 * saved })], 1))
    expect((await at(3)).counts).toEqual([3])
    expect((await at(4)).counts).toEqual([0])
  })

  it('a purchase moves: what is quick to come back waits in what is dear to hold, the rest below', async () => {
    const often = traceOf([...Array.from({ length: 20 }, (_, i) => [i, 1] as const), [400, 1]])
    const offers = [
      bought('ram', { price: 4, capacity: 600 }),
      { id: 'hbm', hold: 0.01, load: 0, write: 0, room: 600 },
      bought('disk', { price: 1, capacity: 600 }, { load: 0.5 }),
    ]
    const { program, plan, counts } = await solved(demandOf(often), offersOf(offers, 100))
    const { shares } = cleaned(program, plan)
    expect(counts).toEqual([0, undefined, 1])
    // Everyone but the last comes back after a second.
    expect(shares[1]?.[1]).toBe(1)
    expect(shares[2]?.slice(2, binOf(program.demand.ages, 381))).toEqual(expect.not.arrayContaining([0]))
  })
})

const small = fc.record({
  requests,
  parts: fc.array(
    fc.record({
      price: fc.integer({ min: 1, max: 400 }),
      capacity: fc.integer({ min: 300, max: 4000 }),
      bandwidth: fc.integer({ min: 300, max: 4000 }),
      arm: fc.boolean(),
      endurance: fc.option(fc.integer({ min: 30, max: 600 }), { nil: undefined }),
      least: fc.integer({ min: 1, max: 2 }),
      load: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  room: fc.option(fc.integer({ min: 100, max: 3000 }), { nil: undefined }),
  remat: fc.integer({ min: 1, max: 10 }),
})

type Small = typeof small extends fc.Arbitrary<infer T> ? T : never

const caseOf = ({ requests: rows, parts, room, remat }: Small) => {
  const trace = readTrace(jsonl(rows))
  const own = parts.map(({ load, endurance, ...given }, i): Offer => {
    const rated: Partial<Part> = endurance === undefined ? given : { ...given, endurance }
    return bought(`tier${i}`, { ...rated, most: 3 }, { load })
  })
  const memory: Offer[] = room === undefined ? [] : [{ id: 'hbm', hold: 0.5, load: 0, write: 0, room }]
  return { trace, demand: demandOf(trace), offers: offersOf([...memory, ...own], remat) }
}

describe('against every whole number of parts there is', () => {
  it(`branch and bound finds the least, and its bound is not above it (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(small, async (given) => {
        const { demand, offers } = caseOf(given)
        const least = await bruteForce(demand, offers)
        const found = await solved(demand, offers, { gap: 0 })
        const close = 1e-6 * Math.max(1, least)
        expect(Math.abs(found.total - least)).toBeLessThanOrEqual(close)
        expect(found.least).toBeLessThanOrEqual(found.total)
        expect(found.least).toBeGreaterThanOrEqual(found.total - close)
      }),
      { seed, numRuns: 60 },
    )
  })

  it(`a walk through the trace fills no second beyond what was bought, and as the tables have it (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(small, async (given) => {
        const { trace, demand, offers } = caseOf(given)
        const found = await solved(demand, offers)
        for (const { space, reads } of walked(trace, found)) {
          expect(space).toBeLessThanOrEqual(1)
          expect(reads).toBeLessThanOrEqual(1)
        }
      }),
      { seed, numRuns: 100 },
    )
  })
})

function walked(trace: Parameters<typeof walk>[0], { program, plan: rough, counts }: Answer) {
  const { shares, plan } = cleaned(program, rough)
  const { demand, offers } = program
  const bought = offers.offers.map((offer, i) => ({ offer, count: counts[i] ?? 0 }))
  const found = walk(trace, demand.ages, shares, bought, offers.bytesPerToken)
  const tables = fillings(program, plan)
  for (const { tier, space } of found) {
    const table = tables.find((one) => one.tier === tier && one.supply === 'space')
    const most = Math.max(0, ...(table?.filled ?? []))
    // Less than a byte is what is left of adding and taking away.
    if (Number.isFinite(most) && space > 0) expect(space).toBeCloseTo(most, 9)
  }
  return found
}
