// Which cost turns the answer: is each switched on alone, and does the answer name the one that did it?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Flip, type FlipOptions, flipsOf, type PlacedOption, settled } from '../../src/placement'

const [ddr, tlc, qlc, disk] = ['ddr5-rdimm-server', 'nvme-tlc-gen5', 'nvme-qlc', 'hdd-hamr'] as const
const usual = settled({ model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 300 })
/** Two H100 with one part of each tier, every rate at its peak. */
const ideal = settled({
  ...{ model: 'llama-3.1-70b', accelerator: 'h100-sxm', devices: 2, context: 32_768, holdTime: 300 },
  ...{ efficiency: 'ideal', mfu: 0.5, drives: { [tlc]: 1, [qlc]: 1, [disk]: 1 } },
  // The rating with which the borders below were published.
  tiers: [ddr, tlc, { like: qlc, driveWritesPerDay: 0.26 / 86_400 }, disk],
})

const kept = ({ placement }: Flip): readonly PlacedOption[] =>
  placement.perToken.filter(({ option }) => option !== 'remat')
const rematOf = ({ placement }: Flip): number => placement.perToken.at(-1)?.total ?? 0
const named = (flips: readonly Flip[], cost: Flip['cost']): Flip => {
  const found = flips.find((flip) => flip.cost === cost)
  if (found === undefined) throw new Error(`no ${cost}`)
  return found
}

describe('the costs that turn an answer', () => {
  const flips = flipsOf(usual)
  const [bare, all] = [flips[0] as Flip, flips.at(-1) as Flip]

  it('of five minutes: the bare bill says NVMe TLC, its wear disk, ratings and all together DDR5, nothing else any other', () => {
    expect(flips.map(({ cost, cheapest, flips }) => [cost ?? '', cheapest, flips])).toEqual([
      ['', tlc, false],
      ['stall', tlc, false],
      ['residency', tlc, false],
      ['attention', tlc, false],
      ['wear', disk, true],
      ['ratings', ddr, true],
      ['capital', tlc, false],
      ['wait', tlc, false],
      ['', ddr, true],
    ])
  })
  it('are each switched on alone: every other share is zero', () => {
    const paid = (flip: Flip): string[] =>
      (['residency', 'write', 'capital', 'wait'] as const).filter((share) => kept(flip).some((one) => one[share] !== 0))
    expect(flips.map(paid)).toEqual([
      [],
      [],
      ['residency'],
      [],
      ['write'],
      ['write'],
      ['capital'],
      ['wait'],
      ['residency', 'write', 'capital', 'wait'],
    ])
  })
  it('that are no share of their own make a retrieval dearer, or a remat', () => {
    const [stalled, attending] = [named(flips, 'stall'), named(flips, 'attention')]
    for (const [i, { option, retrieve }] of kept(stalled).entries()) {
      if (option !== 'hbm') expect(retrieve).toBeGreaterThan(kept(bare)[i]?.retrieve ?? 0)
    }
    expect(rematOf(attending)).toBeGreaterThan(rematOf(bare))
    expect(kept(attending)).toEqual(kept(bare).map((one, i) => ({ ...one, loadTime: kept(attending)[i]?.loadTime })))
  })
  it('by hand: a byte on the bare bill is held and read, and HBM gives way to DDR5 where the difference is a read', () => {
    const [hbm, ddr5] = kept(bare)
    const { inputs } = bare.placement
    const { bytesPerToken = 0, devicePrice = 0, memoryCapacity = 0 } = inputs
    expect(hbm?.hold ?? 0).toBeCloseTo((bytesPerToken * devicePrice * 300) / memoryCapacity, 18)
    const meeting = (300 * (ddr5?.retrieve ?? 0)) / ((hbm?.hold ?? 0) - (ddr5?.hold ?? 0))
    expect((bare.placement.cheapestEnvelope[0]?.to ?? 0) / meeting).toBeCloseTo(1, 9)
  })
  it('that are nothing turn nothing: no stall, free money, a user who waits for nothing', () => {
    const nothing = flipsOf(usual, { stall: 0, capitalCost: 0, waitPrice: 0 })
    for (const cost of ['stall', 'capital', 'wait'] as const)
      expect(named(nothing, cost).placement.perToken).toEqual(bare.placement.perToken)
  })
  it('that are dear enough turn it: a user worth a dollar a second waits in HBM for half a minute', () => {
    const { cheapest, flips } = named(flipsOf({ ...usual, holdTime: 30 }, { waitPrice: 1 }), 'wait')
    expect([cheapest, flips]).toEqual(['hbm', true])
  })
  it('leave every wait in the race, whatever the question asked', () => {
    const strict = flipsOf({ ...usual, deadline: 0.01, stall: 1, landing: 1, capitalCost: 0.2 })
    expect(strict.map(({ cheapest }) => cheapest)).toEqual(flips.map(({ cheapest }) => cheapest))
  })
  it('cannot be impossible', () => {
    expect(() => flipsOf(usual, { capitalCost: 10 })).toThrow('capitalCost is 10: expected a share between 0 and 1.')
    expect(() => flipsOf(usual, { waitPrice: -1 })).toThrow('waitPrice is -1: expected a number that is not negative.')
  })
  it('only add, and all of them add more than each but the stall (seed 51)', () => {
    const some = fc.record({
      holdTime: fc.double({ min: 0, max: 1e7, noNaN: true }),
      capitalCost: fc.double({ min: 0, max: 1, noNaN: true }),
      waitPrice: fc.double({ min: 0, max: 1, noNaN: true }),
      stall: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(some, ({ holdTime, ...options }: { holdTime: number } & FlipOptions) => {
        const found = flipsOf({ ...usual, holdTime }, options)
        const [first, most] = [found[0] as Flip, found.at(-1) as Flip]
        for (const { cost, placement, cheapest, flips } of found) {
          expect(flips).toBe(cheapest !== first.cheapest)
          for (const [i, { total }] of placement.perToken.entries()) {
            expect(total).toBeGreaterThanOrEqual((first.placement.perToken[i]?.total ?? 0) * (1 - 1e-12))
            if (cost !== 'stall')
              expect(total).toBeLessThanOrEqual((most.placement.perToken[i]?.total ?? 0) * (1 + 1e-12))
          }
        }
      }),
      { seed: 51, numRuns: 40 },
    )
  })
  it('keep loads hidden where all are counted', () => {
    expect(all.placement.inputs.stall).toBe(0)
    expect(all.label).toBe('all, loads hidden')
  })
})

describe('the bars of single parts at their peaks', () => {
  const [minute, hour, day] = [60, 3600, 86_400]
  // Worked out from the crossovers of the cost lines, to four figures.
  it.each([
    [undefined, { hbm: 0.01778, [ddr]: 55.36, [tlc]: 46.87 * minute, [qlc]: 3.619 * hour, [disk]: 50.22 * day }],
    ['residency', { hbm: 0.1026, [ddr]: 121.8, [tlc]: 1.738 * hour, [qlc]: 8.481 * day, [disk]: 23.22 * day }],
    ['wear', { hbm: 0.01778, [ddr]: 171.6, [disk]: 50.22 * day }],
    ['ratings', { hbm: 0.01778, [ddr]: 38.23 * minute, [qlc]: 7.434 * day, [disk]: 11.64 * day }],
    ['stall', { hbm: 1.368, [ddr]: 18.55 * minute, [tlc]: 16.03 * hour, [qlc]: 8.422 * day }],
    ['attention', { hbm: 0.01778, [ddr]: 55.36, [tlc]: 46.87 * minute, [qlc]: 3.619 * hour, [disk]: 64.36 * day }],
  ] as const)('with %s alone end where their lines cross', (cost, ends) => {
    const { placement } = flipsOf(ideal).find((flip) => flip.cost === cost) as Flip
    expect(placement.cheapestEnvelope.map(({ option }) => option)).toEqual([...Object.keys(ends), 'remat'])
    for (const { option, to } of placement.cheapestEnvelope) {
      const end = (ends as Readonly<Record<string, number>>)[option]
      if (end === undefined) expect(to).toBeNull()
      else expect(Math.abs((to ?? 0) / end - 1), option).toBeLessThan(5e-4)
    }
  })
})
