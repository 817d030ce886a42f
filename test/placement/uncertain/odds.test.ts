// Do the odds say how often place would say what? Counted sample by sample, and in cases known by hand.
import { describe, expect, it } from 'vitest'
import { drawn, type Ranges } from '../../../src/algebra'
import { costAt, costBandsOf, place, placeUncertain, type Question, settled } from '../../../src/placement'
import { uncertaintyOf } from '../../../src/placement/uncertain/lines'
import { withValues } from '../../../src/placement/uncertain/named'

const question = settled({ model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 3600 })
const uniform = (low: number, high: number) => ({ kind: 'uniform', low, high }) as const
const ranges: Ranges = {
  mfu: uniform(0.1, 0.9),
  devicePrice: uniform(1e-4, 3e-3),
  'ddr5-rdimm-server.purchasePrice': uniform(5e3, 3e5),
  'hdd-hamr.purchasePrice': uniform(50, 2000),
}

describe('the odds', () => {
  const samples = 300
  const odds = placeUncertain(question, { ranges, samples, seed: 5, times: [0.01, 1, 60, 3600, 86_400, 1e7] })
  const placed = (() => {
    const { ranges: used } = uncertaintyOf(question, ranges)
    const columns = drawn(used, { samples, seed: 5 })
    return Array.from({ length: samples }, (_, i) =>
      place(
        withValues(
          question,
          Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[i] as number])),
        ),
      ),
    )
  })()
  const share = (of: (one: (typeof placed)[number]) => boolean): number => placed.filter(of).length / samples

  it('count how often place names each option the best and the cheapest, of 300 samples (seed 5)', () => {
    for (const { option, best, cheapest, inTime } of odds.options) {
      expect(best).toBeCloseTo(
        share((one) => one.best === option),
        12,
      )
      expect(cheapest).toBeCloseTo(
        share((one) => one.cheapest === option),
        12,
      )
      expect(inTime).toBeCloseTo(
        share(({ perToken }) => perToken.some((one) => one.option === option && one.inTime)),
        12,
      )
    }
    expect(new Set(placed.map(({ best }) => best)).size).toBeGreaterThan(2)
  })
  it('along the hold times count the intervals of the envelope that hold each time', () => {
    for (const [i, time] of odds.times.entries()) {
      for (const { option, bestAt } of odds.options) {
        const holds = share(({ envelope }) =>
          envelope.some((one) => one.option === option && one.from <= time && (one.to === null || time < one.to)),
        )
        expect(bestAt[i]).toBeCloseTo(holds, 12)
      }
    }
  })
  it('add up to one at every hold time, and at the hold time asked for are those along the times', () => {
    for (const i of odds.times.keys()) {
      expect(odds.options.reduce((sum, { bestAt }) => sum + (bestAt[i] as number), 0)).toBeCloseTo(1, 12)
    }
    for (const { best, bestAt } of odds.options) expect(bestAt[3]).toBeCloseTo(best, 12)
  })
  it('name as best the likeliest, and put the placement at the middle of every range beside it', () => {
    expect(odds.options.find(({ option }) => option === odds.best)?.best).toBe(
      Math.max(...odds.options.map(({ best }) => best)),
    )
    expect(odds.placement.inputs.mfu).toBeCloseTo(0.5, 12)
    expect(odds.placement.inputs.devicePrice).toBeCloseTo(0.00155, 12)
  })
  it('take what the question says as known: with its own mfu there is no range of it', () => {
    const { ranges: used, placement } = placeUncertain({ ...question, mfu: 0.4 }, { samples: 100 })
    expect(Object.keys(used)).not.toContain('mfu')
    expect(placement.inputs.mfu).toBe(0.4)
  })
  it('with narrow ranges are those of place: one option has them all', () => {
    const narrow = { mfu: uniform(0.49999, 0.50001) }
    const bare = settled({
      ...question,
      set: {},
      deployment: {
        ...question.deployment,
        provenance: {},
        tiers: question.deployment.tiers.map((tier) => ({ ...tier, known: {} })),
      },
    } as Question)
    const { options, best } = placeUncertain(bare, { ranges: narrow, samples: 100 })
    expect(best).toBe(place(bare).best)
    expect(options.map((one) => one.best).sort()).toEqual([0, 0, 0, 0, 0, 1])
    for (const [i, { low, high }] of options.entries()) {
      expect(low).toBeLessThanOrEqual((place(bare).perToken[i]?.total ?? 0) * (1 + 1e-4))
      expect(high).toBeGreaterThanOrEqual((place(bare).perToken[i]?.total ?? 0) * (1 - 1e-4))
    }
  })
  it('of two tiers whose price alone varies are the share of prices below the crossover: a quarter', () => {
    const tier = (id: string, purchasePrice: number) => ({
      id,
      tierCapacity: 1e12,
      tierBandwidth: 1e11,
      lifetime: 1e8,
      purchasePrice,
    })
    const two = settled({
      tiers: [tier('a', 1000), tier('b', 1750)],
      model: 'llama-3.1-70b',
      accelerator: 'h100-sxm',
      holdTime: 3600,
    } as Question)
    const { options } = placeUncertain(two, {
      ranges: { 'b.purchasePrice': uniform(500, 2500), mfu: uniform(0.4999, 0.5) },
      samples: 10_000,
    })
    const best = Object.fromEntries(options.map((one) => [one.option, one.best]))
    expect(best.b).toBeCloseTo(0.25, 3)
    expect(best.a).toBeCloseTo(0.75, 3)
  })
})

describe('what decides', () => {
  it('is the lead over the next option: both prices of two tiers, half each, and either alone turns it', () => {
    const tier = (id: string) => ({ id, tierCapacity: 1e12, tierBandwidth: 1e11, lifetime: 1e8, purchasePrice: 1000 })
    const price = uniform(500, 1500)
    const two = {
      ...{ model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 3600 },
      tiers: [tier('a'), tier('b')],
    }
    const { matters } = placeUncertain(two, { ranges: { 'a.purchasePrice': price, 'b.purchasePrice': price } })
    const own = matters?.indices.filter(({ name }) => name.endsWith('.purchasePrice')) ?? []
    expect(own.map(({ first }) => Math.round(first.value * 10) / 10)).toEqual([0.5, 0.5])
    expect(matters?.flip).toEqual(['a.purchasePrice', 'b.purchasePrice'])
    expect(matters?.middle).toBeCloseTo(0, 12)
  })
})

describe('bands of costs', () => {
  const bands = costBandsOf(question, { ranges, samples: 500, seed: 3, times: [1, 3600, 86_400] })
  it('rise from low to high and with the hold time, and the envelope lies under every option in time', () => {
    for (const { low, middle, high } of [...bands.options, bands.envelope]) {
      for (const i of bands.times.keys()) {
        expect(low[i]).toBeLessThanOrEqual(middle[i] as number)
        expect(middle[i]).toBeLessThanOrEqual(high[i] as number)
      }
      expect(low[0]).toBeLessThanOrEqual(low[2] as number)
    }
    const ddr = bands.options.find(({ option }) => option === 'ddr5-rdimm-server')
    expect(bands.envelope.high[1]).toBeLessThanOrEqual(ddr?.high[1] as number)
  })
  it('hold the cost of the placement at the middle of every range', () => {
    const { placement } = placeUncertain(question, { ranges, samples: 10 })
    for (const [k, line] of placement.lines.entries()) {
      for (const [i, time] of bands.times.entries()) {
        expect(costAt(line, time)).toBeGreaterThan((bands.options[k]?.low[i] as number) * 0.999)
        expect(costAt(line, time)).toBeLessThan((bands.options[k]?.high[i] as number) * 1.001)
      }
    }
  })
})

describe('refused', () => {
  it.each([
    [{ ranges: { mfuu: uniform(0.1, 0.2) } }, 'Unknown number that may have a range "mfuu": did you mean mfu'],
    [{ ranges: { 'hdd-hamr.price': uniform(1, 2) } }, 'Unknown number that may have a range "hdd-hamr.price"'],
    [{ ranges: { context: uniform(1, 2) } }, 'Unknown number that may have a range "context"'],
    [{ ranges: { mfu: uniform(0.9, 0.2) } }, 'The range of mfu has low 0.9 above high 0.2'],
    [{ ranges: { mfu: uniform(0.5, 1.5) } }, 'mfu is 1.5: expected a share between 0 and 1.'],
    [{ ranges: { devicePrice: uniform(-1, 1) } }, 'devicePrice is -1: expected a number that is not negative.'],
    [{ ranges: { 'hdd-hamr.tierBandwidth': uniform(0, 1e9) } }, 'tierBandwidth is 0: expected a positive number.'],
    [{ ranges: { waitPrice: uniform(0, 1) }, samples: 0 }, '0 samples cannot be drawn'],
  ] as const)('%o', (options, message) => {
    expect(() => placeUncertain(question, options as never)).toThrow(message)
  })
  it('a range of what this placement does not depend on', () => {
    expect(() =>
      placeUncertain({ ...question, writes: 'free' }, { ranges: { driveWritesPerDay: uniform(1e-6, 1e-5) } }),
    ).toThrow('This placement does not depend on driveWritesPerDay')
  })
  it('what is not counted together with ranges', () => {
    expect(() => placeUncertain({ ...question, parallel: true })).toThrow(
      'parallel is not counted where numbers have ranges',
    )
    expect(() => placeUncertain({ ...question, stage: 'ddr5-rdimm-server' })).toThrow('stage is not counted')
  })
})
