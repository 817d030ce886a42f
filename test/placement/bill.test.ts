import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tier } from '../../src/catalog'
import { memoryPart } from '../../src/deployment'
import { drainTime } from '../../src/derivations'
import { type PlacedOption, type Placement, place, type Question } from '../../src/placement'

const day = 86_400
/** Two H100 with one part of each tier, a prefill at half the peak: every rate else at its peak, every further cost off. */
const ideal = {
  ...{ model: 'llama-3.1-70b', accelerator: 'h100-sxm', devices: 2, context: 32_768, holdTime: 300 },
  ...{ efficiency: 'ideal', mfu: 0.5, drives: { 'nvme-tlc-gen5': 1, 'nvme-qlc': 1, 'hdd-hamr': 1 } },
} as const satisfies Question
const [ddr, tlc, qlc, disk] = ['ddr5-rdimm-server', 'nvme-tlc-gen5', 'nvme-qlc', 'hdd-hamr'] as const
/** As published, when the QLC drive was given another maker's rating. */
const published = { ...ideal, tiers: [ddr, tlc, { like: qlc, driveWritesPerDay: 0.26 / day }, disk] } as const

const optionOf = ({ perToken }: Placement, name: string): PlacedOption => {
  const found = perToken.find(({ option }) => option === name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}
const bordersOf = ({ cheapestEnvelope }: Placement): Record<string, number | null> =>
  Object.fromEntries(cheapestEnvelope.map(({ option, to }) => [option, to]))
const perMillion = (cost: number): number => cost * 1e6

/** Published to three figures, each of them perhaps cut off rather than rounded. */
function expectBorders(placed: Placement, stated: Readonly<Record<string, number>>): void {
  const borders = bordersOf(placed)
  expect(Object.keys(borders)).toEqual([...Object.keys(stated), 'remat'])
  for (const [option, time] of Object.entries(stated))
    expect(Math.abs((borders[option] ?? 0) / time - 1), option).toBeLessThan(6e-3)
}

describe('the room of a landing cache', () => {
  // The published borders count a forward pass that works out the logits of every token, and each pair of tokens once.
  const everyToken = { prefillFlops: 2 * 70_553_706_496 + 2 * 80 * 64 * 128 * 32_768 }

  it('turns disk at five minutes into DDR5: HBM to 102 ms, DDR5 to 39.5 min, TLC to 1.47 h, QLC to 3.39 d, disk to 38.9 d', () => {
    expect(place(published).cheapest).not.toBe(ddr)
    const placed = place({ ...published, set: everyToken, landing: 1, writes: 'wear' })
    expectBorders(placed, { hbm: 0.102, [ddr]: 39.5 * 60, [tlc]: 1.47 * 3600, [qlc]: 3.39 * day, [disk]: 38.9 * day })
    expect(placed.cheapest).toBe(ddr)
  })
  it('charged on what the weights leave: HBM to 87 ms, DDR5 to 44.7 min, TLC to 5.98 h, QLC to 10.9 d, no disk', () => {
    const placed = place({ ...published, set: everyToken, landing: 1, memory: 'after-weights' })
    expectBorders(placed, { hbm: 0.087, [ddr]: 44.7 * 60, [tlc]: 5.98 * 3600, [qlc]: 10.9 * day })
  })
  it('takes retrieving from one disk from $0.005 to $0.113 a million tokens', () => {
    const [off, on] = [0, 1].map((landing) => optionOf(place({ ...ideal, landing }), disk))
    expect(perMillion(off?.retrieve ?? 0)).toBeCloseTo(0.005, 3)
    expect(perMillion((on?.retrieve ?? 0) + (on?.residency ?? 0))).toBeCloseTo(0.113, 3)
    expect(on?.loadTime).toBeCloseTo(39, 1)
  })
  it('by hand: cache over all HBM, times the price of both devices, for the time of the load', () => {
    const { inputs, ...placed } = place({ ...ideal, landing: 1 })
    const { sequenceBytes = 0, memoryCapacity = 0, devicePrice = 0, bytesPerToken = 0 } = inputs
    const share = sequenceBytes / (2 * memoryCapacity)
    expect(share).toBeCloseTo(0.063, 3)
    const option = optionOf({ inputs, ...placed }, disk)
    expect(option.residency / ((share * bytesPerToken * 2 * devicePrice) / 275e6)).toBeCloseTo(1, 12)
  })
  it('is never on top of devices that all wait, and half as dear where the cache streams in', () => {
    expect(optionOf(place({ ...ideal, landing: 1, stall: 1 }), disk).residency).toBe(0)
    const [half, whole] = [0.5, 1].map((landing) => optionOf(place({ ...ideal, landing }), disk).residency)
    expect((half ?? 0) / (whole ?? 1)).toBeCloseTo(0.5, 12)
    const above = optionOf(place({ ...ideal, landing: 1, stall: 0.05 }), disk)
    expect(
      (above.retrieve + above.residency) /
        optionOf(
          place({
            ...ideal,
            stall: place({ ...ideal }).inputs.sequenceBytes! / (2 * place(ideal).inputs.memoryCapacity!),
          }),
          disk,
        ).retrieve,
    ).toBeCloseTo(1, 12)
  })
  it('is priced at the rate of the part where HBM is charged as a part', () => {
    const memory = memoryPart()
    const placed = place({ ...ideal, landing: 1, memory })
    const { sequenceBytes = 0, bytesPerToken = 0 } = placed.inputs
    const rent = (memory.purchasePrice ?? 0) / (memory.lifetime ?? 1) / (memory.tierCapacity ?? 1)
    expect(optionOf(placed, disk).residency / ((rent * sequenceBytes * bytesPerToken) / 275e6)).toBeCloseTo(1, 9)
  })
  it('and devices that cost nothing cost nothing to land in', () => {
    const free = place({ ...ideal, landing: 1, set: { devicePrice: 0 } })
    expect(optionOf(free, disk).residency).toBe(0)
  })
})

describe('a stage', () => {
  const staged = place({ ...ideal, landing: 1, stage: ddr })

  it('in DDR5 avoids most of the room of a load from disk, at the price of DDR5', () => {
    const direct = optionOf(place({ ...ideal, landing: 1 }), disk)
    const option = optionOf(staged, disk)
    expect(option.stage).toBe(ddr)
    expect(option.residency).toBeLessThan(direct.residency / 50)
    expect(option.residency).toBeGreaterThan(0)
    expect(option.loadTime).toBeGreaterThan(direct.loadTime ?? 0)
    expect(optionOf(staged, ddr).stage).toBeUndefined()
    expect(staged.notes.join(' ')).toContain('land in ddr5-rdimm-server first')
  })
  it('smaller than the conversation is refused, and so is one that is none of the tiers', () => {
    const small = { id: 'small', tierCapacity: 1e9, tierBandwidth: 100e9, purchasePrice: 1, lifetime: 1e8 }
    expect(() => place({ ...ideal, tiers: [small, disk], drives: {}, stage: 'small' })).toThrow(
      'The stage small holds 1000000000 B, less than one conversation of 10737418240 B: name a larger one.',
    )
    expect(() => place({ ...ideal, stage: 'ddr' })).toThrow(/Unknown tier to land in "?ddr"?/i)
  })
})

describe('ratings', () => {
  it('of 550 TB a year make reading a disk cost $0.0797 a million tokens, writing it as much, draining it 19.9 days', () => {
    const option = optionOf(place({ ...ideal, ratings: 'on' }), disk)
    expect([option.retrieve, option.write].map((cost) => perMillion(cost).toFixed(4))).toEqual(['0.0797', '0.0797'])
    const { tierCapacity = 0, ratedWorkload = 0 } = tier(disk) as { tierCapacity?: number; ratedWorkload?: number }
    expect(drainTime({ tierCapacity, tierBandwidth: ratedWorkload }) / day).toBeCloseTo(19.9, 1)
    expect(perMillion(optionOf(place({ ...ideal, ratings: 'on', writes: 'free' }), disk).write)).toBe(0)
  })
  it('can be switched off: they are warranties, not physics', () => {
    const off = place({ ...ideal, ratings: 'off' })
    expect([tlc, qlc, disk].map((name) => optionOf(off, name).write)).toEqual([0, 0, 0])
    expect(optionOf(off, disk).fleet?.workload).toBeUndefined()
    expect(off.notes.join(' ')).toContain('Ratings are off')
  })
  it('that nobody knows bind nothing, and the answer says so', () => {
    const { tierCapacity, tierBandwidth, purchasePrice, lifetime } = tier(disk) as unknown as Record<string, number>
    const unrated = { id: 'old', ...{ tierCapacity, tierBandwidth, purchasePrice, lifetime } } as const
    const placed = place({ ...ideal, ratings: 'on', tiers: [unrated as never], drives: {} })
    expect(optionOf(placed, 'old').write).toBe(0)
    expect(optionOf(placed, 'old').fleet?.workload).toBeUndefined()
    expect(placed.notes.join(' ')).toContain('No rating is known of old')
  })
})

describe('a fleet', () => {
  const question = { ...ideal, attention: 'leave-out', holdTime: day } as const

  it('pays for what binds most, and names it: space, reads, endurance or workload', () => {
    const placed = place({ ...question, ratings: 'on' })
    expect([ddr, tlc, qlc, disk].map((name) => optionOf(placed, name).binding)).toEqual([
      ...['space', 'endurance', 'endurance', 'workload'],
    ])
    const { space = 0, reads = 0, endurance = 0, total = 0 } = optionOf(placed, tlc).fleet ?? {}
    expect(total).toBe(Math.max(space, reads, endurance))
  })
  it('of TLC pays for one day at the least, 39 times its drain time', () => {
    const { tierCapacity = 0, tierBandwidth = 0 } = tier(tlc) as { tierCapacity?: number; tierBandwidth?: number }
    expect(day / drainTime({ tierCapacity, tierBandwidth })).toBeCloseTo(39, 0)
    const at = (holdTime: number): number => optionOf(place({ ...question, holdTime }), tlc).fleet?.total ?? 0
    expect(at(60) / at(day)).toBeCloseTo(1, 12)
    expect(at(2 * day) / at(day)).toBeCloseTo(2, 12)
  })
  it.each([
    ['39 %', '31 %', "another maker's rating of its writes, as published", published],
    ['22 %', '13 %', 'its own', ideal],
  ])('%s must return to a server for QLC to pay for a day, %s to a fleet, by %s', (server, many, _, by) => {
    const placed = place({ ...question, ...by, holdTime: day })
    const { hold, write, retrieve, fleet } = optionOf(placed, qlc)
    const remat = optionOf(placed, 'remat').total
    const percent = (share: number) => `${Math.round(100 * share)} %`
    expect(percent((hold + write) / (remat - retrieve))).toBe(server)
    expect(percent((fleet?.total ?? 0) / remat)).toBe(many)
  })
  it('a disk has one arm for reads and writes', () => {
    const { fleet, retrieve } = optionOf(place(question), disk)
    expect((fleet?.reads ?? 0) / retrieve).toBeCloseTo(2, 12)
  })
})

describe('money', () => {
  it('at 10 % over 5 years makes what is bought 1.32 times as dear, and leaves rent alone', () => {
    const [free, dear] = [0, 0.1].map((capitalCost) => place({ ...ideal, capitalCost }))
    const ratio = (name: string) => optionOf(dear as Placement, name).total / optionOf(free as Placement, name).total
    expect([ddr, tlc, qlc, disk].map((name) => ratio(name).toFixed(2))).toEqual(['1.32', '1.32', '1.32', '1.32'])
    expect(['hbm', 'remat'].map(ratio)).toEqual([1, 1])
    expect(optionOf(dear as Placement, ddr).capital).toBeGreaterThan(0)
  })
  it('tends to straight-line depreciation as it costs less and less', () => {
    const [free, cheap] = [0, 1e-7].map((capitalCost) => optionOf(place({ ...ideal, capitalCost }), ddr).total)
    expect((cheap ?? 0) / (free ?? 1) - 1).toBeLessThan(1e-6)
    expect((cheap ?? 0) / (free ?? 1)).toBeGreaterThan(1)
  })
  it('at 1,000 % a year is refused, and so is a building that uses less energy than its machines', () => {
    expect(() => place({ ...ideal, capitalCost: 10 })).toThrow('capitalCost is 10: expected a share between 0 and 1.')
    expect(() => place({ ...ideal, pue: 0.5 })).toThrow('pue is 0.5: expected 1, all energy in machines, or more.')
  })
  it('for power grows with the building around it, on the basis that counts power', () => {
    const [one, more] = [1, 1.5].map((pue) => optionOf(place({ ...ideal, basis: 'owned', pue }), ddr).hold)
    expect(more).toBeGreaterThan(one ?? 0)
    expect(optionOf(place({ ...ideal, pue: 1.5 }), ddr).hold).toBe(optionOf(place(ideal), ddr).hold)
  })
})

describe('a price of the wait', () => {
  it('takes the place of the rule, and is paid by the second: the wait over the tokens', () => {
    const placed = place({ ...ideal, waitPrice: 1 / 3600 })
    expect(placed.limit).toEqual({ seconds: Number.POSITIVE_INFINITY, rule: 'price' })
    const { wait, loadTime = 0 } = optionOf(placed, disk)
    expect(wait).toBeCloseTo(loadTime / 3600 / 32_768, 15)
    expect(optionOf(placed, 'hbm').wait).toBe(0)
    expect(placed.perToken.every(({ inTime }) => inTime)).toBe(true)
  })
  it('dear enough leaves HBM alone in the race of a short pause', () => {
    expect(place({ ...ideal, holdTime: 1, waitPrice: 100 }).cheapest).toBe('hbm')
  })
})

it('every share of every option adds up to its total, whatever is switched on (seed 13)', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const some = fc.record({
    ...{ landing: share, capitalCost: share, waitPrice: share, stall: share },
    bandwidthUse: fc.double({ min: 0.01, max: 1, noNaN: true }),
    fill: fc.double({ min: 0.01, max: 1, noNaN: true }),
    reuses: fc.double({ min: 0, max: 9, noNaN: true }),
    holdTime: fc.double({ min: 0, max: 1e8, noNaN: true }),
    ratings: fc.constantFrom('on', 'endurance', 'off'),
    memory: fc.constantFrom('all', 'after-weights'),
    stage: fc.constantFrom(undefined, ddr),
  })
  fc.assert(
    fc.property(some, ({ stage, ...asked }) => {
      const placed = place({ ...ideal, ...asked, ...(stage && { stage }) } as Question)
      for (const option of placed.perToken) {
        const { hold, retrieve, residency, write, capital, remat, wait, other = 0, total } = option
        const sum = hold + retrieve + residency + write + capital + remat + wait + other
        expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-12 * Math.abs(total))
        for (const part of [hold, retrieve, residency, write, capital, remat, wait])
          expect(part).toBeGreaterThanOrEqual(-1e-12 * total)
        // Of numbers below the smallest normal one no figures are left.
        if (total > 1e-290) expect(other).toBe(0)
        // The most of several is no more than all of them; a server's bill leaves out the arm of a disk that writes.
        if (option.fleet && option.option !== disk) expect(option.fleet.total).toBeLessThanOrEqual(total * (1 + 1e-12))
      }
    }),
    { seed: 13, numRuns: 200 },
  )
})
