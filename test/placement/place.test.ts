import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equation, input } from '../../src/algebra'
import * as derivations from '../../src/derivations'
import { type CostLine, costAt, lowerEnvelope, place, type Question } from '../../src/placement'

const year = 31_557_600
const llama = {
  bytesPerToken: 327_680,
  activeParams: 70_553_706_496,
  totalParams: 70_553_706_496,
  bytesPerParam: 2,
  layers: 80,
  queryHeads: 64,
  headDim: 128,
}
const h100 = { flops: 989e12, memoryBandwidth: 3.35e12, memoryCapacity: 80e9, devicePrice: 2.5 / 3600 }
const tiers = [
  { id: 'ddr', tierCapacity: 2e12, tierBandwidth: 300e9, purchasePrice: 10_000, lifetime: 4 * year },
  { id: 'nvme', tierCapacity: 30e12, tierBandwidth: 50e9, purchasePrice: 3000, lifetime: 5 * year },
  { id: 'hdd', tierCapacity: 24e12, tierBandwidth: 250e6, purchasePrice: 360, lifetime: 5 * year },
]
const { activeParams, devicePrice } = derivations
/** The conventions of the independent results, asked for: no attention in a remat, no room for a load, any wait, parts one by one. */
const question = {
  ...{ model: llama, accelerator: h100, tiers, holdTime: 300, devices: 8, mfu: 0.5 },
  ...{ attention: 'leave-out', landing: 0, deadline: Number.POSITIVE_INFINITY },
} as const satisfies Question
const usual: Question = { model: llama, accelerator: h100, tiers, holdTime: 300, devices: 8 }

const file = '../shared/truth/placement.json'
describe.skipIf(!existsSync(file))(
  'independent results, stall 0, no writes, one reuse (skipped where ../shared is absent)',
  () => {
    const truth = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).crossovers_sigma0 : {}
    const close = (a: number, b: number): void => expect(Math.abs(a / b - 1)).toBeLessThan(1e-9)
    const placed = place(question)

    it('every crossover between tiers, and against remat', () => {
      for (const [pair, time] of Object.entries<number>(truth.pairs_s)) close(placed.crossovers.tiers[pair] ?? 0, time)
      for (const [option, time] of Object.entries<number>(truth.remat_s))
        close(placed.crossovers.remat[option] ?? 0, time)
      expect(Object.keys(placed.crossovers.tiers).length).toBe(Object.keys(truth.pairs_s).length)
    })
    it('the lower envelope, interval by interval', () => {
      expect(placed.envelope.map(({ option }) => option)).toEqual(
        truth.envelope.map(({ option }: { option: string }) => option),
      )
      placed.envelope.forEach(({ from, to }, i) => {
        if (i > 0) close(from, truth.envelope[i].from_s)
        if (to !== null) close(to, truth.envelope[i].to_s)
      })
      expect(placed.envelope.at(-1)?.to).toBeNull()
    })
    it('hold, retrieve and remat per token', () => {
      for (const { option, hold, retrieve, total } of placed.perToken) {
        if (option === 'remat') close(total, truth.remat_usd_per_token)
        else {
          close(hold / 300, truth.tiers[option].hold_usd_per_token_s)
          if (option === 'hbm') expect(retrieve).toBe(0)
          else close(retrieve, truth.tiers[option].retrieve_usd_per_token)
        }
      }
    })
  },
)

describe('placement', () => {
  it('the columns add up to the total for every option', () => {
    for (const { hold, retrieve, write, total, option } of place({ ...question, reuses: 3, stall: 1 }).perToken) {
      if (option !== 'remat') expect((hold + retrieve + write) / total).toBeCloseTo(1, 12)
    }
  })
  it('a load that stalls eight devices costs the node for the load time on top', () => {
    const [hidden, stalled] = [0, 1].map(
      (stall) => place({ ...question, stall }).perToken.find(({ option }) => option === 'ddr')?.retrieve ?? 0,
    )
    expect((stalled ?? 0) - (hidden ?? 0)).toBeCloseTo((327_680 / 300e9) * 8 * (2.5 / 3600), 18)
  })
  it('fewer devices are chosen when none are asked for: four H100 of 80 GB hold 141 GB of weights and 4 x 10.7 GB of cache', () => {
    const { devices: _, ...chosen } = question
    expect(place(chosen).inputs.devices).toBe(4)
    expect(place({ ...chosen, context: 1024 }).inputs.devices).toBe(2)
  })
  it('HBM charged on the bytes the weights leave crosses remat earlier: 54.3 s instead of 69.7', () => {
    expect(place({ ...question, memory: 'after-weights' }).crossovers.remat.hbm).toBeCloseTo(54.3, 1)
  })
  it('the HBM crossover does not move with the price of the device', () => {
    const dear = place({ ...question, accelerator: { ...h100, devicePrice: 1 } })
    expect(dear.crossovers.remat.hbm).toBeCloseTo(place(question).crossovers.remat.hbm ?? 0, 9)
  })
  it('one write at one drive write a day costs exactly a day of holding', () => {
    const flash = { ...tiers[1], id: 'nvme', driveWritesPerDay: 1 / 86_400 }
    const option = place({ ...question, tiers: [flash], holdTime: 86_400 }).perToken[1]
    expect((option?.write ?? 0) / (option?.hold ?? 1)).toBeCloseTo(1, 12)
    expect(place({ ...question, tiers: [flash], writes: 'free' }).perToken[1]?.write).toBe(0)
  })
  it('a service gives its own prices, and its load time is not known without a path', () => {
    const service = { id: 's3', basis: 'rented', holdPrice: 8.7e-18, retrievePrice: 1e-12, writePrice: 1e-11 }
    const [, option] = place({ ...question, tiers: [service], context: 1000 }).perToken
    expect(option).toMatchObject({ option: 's3', basis: 'rented', hold: 327_680 * 8.7e-18 * 300 })
    expect(option).not.toHaveProperty('loadTime')
  })
  it('attention makes a remat of 131,072 tokens 2.2 times dearer', () => {
    const at = (context: number): number => place({ ...usual, context }).perToken.at(-1)?.total ?? 0
    expect(at(131_072) / place(question).perToken.at(-1)!.total).toBeCloseTo((1 + 3.435005903619536) / 2, 9)
  })
  it('an option too slow for the deadline leaves the race, and the answer says so', () => {
    const placed = place({ ...question, context: 100_000, deadline: 1, holdTime: 1e5 })
    expect(placed.perToken.filter(({ inTime }) => !inTime).map(({ option }) => option)).toEqual(['hdd', 'remat'])
    expect(placed.envelope.at(-1)).toMatchObject({ option: 'nvme', to: null })
    expect(placed.notes).toContain('Options too slow for the deadline are left out of the race.')
  })
  it('the reader may replace an equation', () => {
    const cheaper = equation('mine', {
      symbol: 'q',
      unit: 'USD/token',
      says: 'a flat price',
      source: 'test',
      inputs: {
        activeParams,
        devicePrice,
        scale: input('scale', { symbol: 'k', unit: 's/token', says: 'seconds per token' }),
      },
      expression: '0 * activeParams * devicePrice * scale + devicePrice * scale',
    })
    const placed = place({
      ...question,
      equations: { rematCost: cheaper },
      set: { scale: 1 } as Record<string, number>,
    })
    expect(placed.perToken.at(-1)?.total).toBeCloseTo(2.5 / 3600, 12)
  })
})

describe('the parts of a cost', () => {
  const { writeCost, holdCost, retrieveCost, reuses } = derivations
  const usually = { symbol: 'k', unit: 'USD/token', says: 'what I pay' }
  const asked = { ...question, reuses: 3, stall: 1, tiers: [{ ...tiers[1], id: 'nvme', driveWritesPerDay: 1 }] }
  const nvme = (equations: Question['equations'], set?: Record<string, number>) => {
    const placed = place({ ...asked, ...(equations && { equations }), ...(set && { set }) } as Question)
    const found = placed.perToken.find(({ option }) => option === 'nvme')
    if (found === undefined) throw new Error('expected nvme')
    return found
  }
  const plain = nvme(undefined)

  it('are those of keepCost, retrieving counted at every use', () => {
    expect(plain.write).toBeGreaterThan(0)
    expect(plain).not.toHaveProperty('other')
    expect((plain.hold + plain.retrieve + plain.write) / plain.total).toBeCloseTo(1, 12)
    const once = place({ ...asked, reuses: 1 } as Question).perToken.find(({ option }) => option === 'nvme')
    expect(plain.retrieve / (once?.retrieve ?? 0)).toBeCloseTo(3, 12)
    expect(plain.write).toBe(once?.write)
  })
  it("add up when the reader's own keepCost counts them otherwise: written at every use, retrieved twice", () => {
    const keepCost = equation('keepCost', {
      ...usually,
      inputs: { writeCost, holdCost, reuses, retrieveCost },
      expression: 'reuses * writeCost + holdCost + 2 * retrieveCost',
    })
    const mine = nvme({ keepCost })
    expect(mine.hold).toBeCloseTo(plain.hold, 18)
    expect(mine.write / plain.write).toBeCloseTo(3, 12)
    expect(mine.retrieve / plain.retrieve).toBeCloseTo(2 / 3, 12)
    expect((mine.hold + mine.retrieve + mine.write) / mine.total).toBeCloseTo(1, 12)
    expect(mine).not.toHaveProperty('other')
  })
  it('name as `other` what it charges beside the three', () => {
    const ticket = input('ticket', { symbol: 'f', unit: 'USD/token', says: 'a fee for keeping at all' })
    const keepCost = equation('keepCost', {
      ...usually,
      inputs: { writeCost, holdCost, ticket },
      expression: 'writeCost + holdCost + ticket',
    })
    const mine = nvme({ keepCost }, { ticket: 0.25 })
    expect(mine.retrieve).toBe(0)
    expect(mine.other).toBeCloseTo(0.25, 12)
    expect(mine.hold + mine.retrieve + mine.write + (mine.other ?? 0)).toBeCloseTo(mine.total, 12)
  })
})

describe('the lower envelope', () => {
  it('is the minimum of all lines at every hold time, for random lines', () => {
    const line = fc.record({
      once: fc.double({ min: 0, max: 10, noNaN: true }),
      rate: fc.double({ min: 0, max: 10, noNaN: true }),
    })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (raw, time) => {
          const lines: CostLine[] = raw.map((each, i) => ({ option: String(i), ...each }))
          const intervals = lowerEnvelope(lines)
          const here = intervals.find(({ from, to }) => time >= from && (to === null || time < to))
          const winner = lines.find(({ option }) => option === here?.option)
          const least = Math.min(...lines.map((each) => costAt(each, time)))
          expect(winner && costAt(winner, time)).toBeCloseTo(least, 9)
        },
      ),
      { seed: 20260429 },
    )
  })
  it('covers all hold times without gaps', () => {
    const intervals = place(question).envelope
    expect(intervals.map(({ from }) => from)).toEqual([0, ...intervals.slice(0, -1).map(({ to }) => to)])
  })
  it('a dominated line does not appear, and of two equal ones the first is named', () => {
    const lines = [
      { option: 'a', once: 1, rate: 1 },
      { option: 'b', once: 1, rate: 1 },
      { option: 'c', once: 2, rate: 2 },
    ]
    expect(lowerEnvelope(lines)).toEqual([{ option: 'a', from: 0, to: null }])
  })
  it('of lines equal at the start the flattest is the winner, wherever it is listed', () => {
    const steep = { option: 'steep', once: 1, rate: 2 }
    const flat = { option: 'flat', once: 1, rate: 1 }
    for (const lines of [
      [steep, flat],
      [flat, steep],
    ])
      expect(lowerEnvelope(lines)).toEqual([{ option: 'flat', from: 0, to: null }])
  })
  it('three lines through one point, listed backwards: the flattest still follows', () => {
    const lines = [
      { option: 'c', once: 2, rate: 0 },
      { option: 'b', once: 1, rate: 1 },
      { option: 'a', once: 0, rate: 2 },
    ]
    expect(lowerEnvelope(lines)).toEqual([
      { option: 'a', from: 0, to: 1 },
      { option: 'c', from: 1, to: null },
    ])
  })
  it('also where rounding lets the middle one seem to win a moment: b and c meet a at 1, but each other after it', () => {
    const lines = [
      { option: 'a', once: 0, rate: 3.5 },
      { option: 'b', once: 2.1, rate: 1.4 },
      { option: 'c', once: 3.1, rate: 0.4 },
    ]
    const expected = [
      { option: 'a', from: 0, to: 1 },
      { option: 'c', from: 1, to: null },
    ]
    expect(lowerEnvelope(lines)).toEqual(expected)
    expect(lowerEnvelope([...lines].reverse())).toEqual(expected)
  })
  it('three lines through one point: the flattest follows the steepest', () => {
    const lines = [
      { option: 'a', once: 0, rate: 2 },
      { option: 'b', once: 1, rate: 1 },
      { option: 'c', once: 2, rate: 0 },
    ]
    expect(lowerEnvelope(lines).map(({ option }) => option)).toEqual(['a', 'c'])
  })
})

describe('what place refuses', () => {
  it.each([
    [{ accelerator: { ...h100, memoryCapacity: 1e9 } }, 'The weights of a model of numbers do not fit'],
    [{ holdTime: -1 }, 'holdTime is -1: expected a number that is not negative.'],
    [{ holdTime: Number.NaN }, 'holdTime is NaN: expected a finite number in base units.'],
    [{ mfu: 1.5 }, 'mfu is 1.5: expected a share between 0 and 1.'],
    [{ mfu: 0 }, 'mfu is 0: expected a positive number.'],
    [{ accelerator: { memoryCapacity: 1e12 } }, 'The cost of hbm needs devicePrice: expected numbers in base units.'],
    [{ tiers: [{ id: 'x' }] }, 'x has no capacity: expected tierCapacity in B, or a holdPrice.'],
    [{ tiers: [{ id: 'x', tierCapacity: 1 }] }, 'x has no price: expected tierPrice, or purchasePrice and lifetime.'],
  ])('%j', (change, message) => {
    expect(() => place({ ...question, ...change } as unknown as Question)).toThrow(message)
  })
})
