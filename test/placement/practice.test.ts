// Do the options practitioners have beside whole caches cost and wait what their equations say, by hand?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equation, input } from '../../src/algebra'
import * as derivations from '../../src/derivations'
import { type PlacedOption, type Placement, place, type Question } from '../../src/placement'

const [ddr, tlc, disk] = ['ddr5-rdimm-server', 'nvme-tlc-gen5', 'hdd-hamr'] as const
const question = {
  ...{ model: 'llama-3.1-70b', accelerator: 'h100-sxm', devices: 2, context: 32_768, holdTime: 300, mfu: 0.5 },
  tiers: [ddr, tlc, disk],
} as const satisfies Question
const asked = (more: Partial<Question> = {}): Placement => place({ ...question, ...more } as Question)

const optionOf = ({ perToken }: Placement, name: string): PlacedOption => {
  const found = perToken.find(({ option }) => option === name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}
/** Nothing counted beside holding, retrieving and writing: no stall, no room of a load. */
const free = { stall: 0, landing: 0 } as const
const share = fc.double({ min: 0, max: 1, noNaN: true })
const close = (a: number, b: number, within = 1e-12): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(within * Math.abs(b))

/** A keepCost of the reader's own, which knows nothing of parts of a cache. */
const flat = equation('keepCost', {
  ...{ symbol: 'k', unit: 'USD/token', says: 'what I pay', source: 'test' },
  inputs: { writeCost: derivations.writeCost, holdCost: derivations.holdCost },
  expression: 'writeCost + holdCost',
})

describe('loading the back of a context while its front is computed', () => {
  const rematLatency = (placed: Placement): number =>
    (optionOf(placed, 'remat').loadTime ?? 0) - (placed.inputs.requestTime ?? 0)

  it('waits until both meet: a load of 3 s beside a forward pass of 6 s takes 2 s, and a third of the front is computed', () => {
    const placed = asked({ ...free, parallel: true, set: { requestTime: 0 } })
    const { sequenceBytes = 0 } = placed.inputs
    const remat = rematLatency(placed)
    const half = { id: 'half', tierCapacity: 1e13, tierBandwidth: sequenceBytes / (remat / 2), tierPrice: 1e-5 }
    const met = asked({ ...free, parallel: true, tiers: [half], set: { requestTime: 0 } })
    const [whole, both, none] = ['half', 'half+remat', 'remat'].map((name) => optionOf(met, name))
    close(whole?.loadTime ?? 0, remat / 2)
    close(both?.loadTime ?? 0, remat / 3)
    close(both?.remat ?? 0, (none?.total ?? 0) / 3)
    close(both?.hold ?? 0, (2 / 3) * (whole?.hold ?? 0))
    close(both?.retrieve ?? 0, (2 / 3) * (whole?.retrieve ?? 0))
  })
  it('by hand for every tier: 1 / (1/t_c + 1/t_l) after the time of the request, and t_l / (t_l + t_c) of it computed', () => {
    const placed = asked({ ...free, parallel: true })
    const [computing, { requestTime = 0 }] = [rematLatency(placed), placed.inputs]
    for (const name of question.tiers) {
      const [whole, both] = [optionOf(placed, name), optionOf(placed, `${name}+remat`)]
      const loading = whole.loadTime ?? 0
      const front = loading / (loading + computing)
      close(both.loadTime ?? 0, requestTime + 1 / (1 / computing + 1 / loading))
      close(both.total, (1 - front) * whole.total + front * optionOf(placed, 'remat').total, 1e-9)
    }
  })
  it('is never slower than either alone beside the request, and costs something between the two (seed 41)', () => {
    const some = fc.record({
      tierBandwidth: fc.double({ min: 1e6, max: 1e13, noNaN: true }),
      holdTime: fc.double({ min: 0, max: 1e7, noNaN: true }),
      reuses: fc.double({ min: 0.01, max: 9, noNaN: true }),
      context: fc.integer({ min: 100, max: 60_000 }),
    })
    fc.assert(
      fc.property(some, ({ tierBandwidth, ...more }) => {
        const tier = { id: 'mine', tierCapacity: 1e13, tierBandwidth, tierPrice: 1e-5 }
        const placed = asked({ ...free, ...more, parallel: true, tiers: [tier] })
        const [whole, both, remat] = ['mine', 'mine+remat', 'remat'].map((name) => optionOf(placed, name))
        const { requestTime = 0 } = placed.inputs
        const waits = (both?.loadTime ?? 0) - requestTime
        expect(waits).toBeLessThanOrEqual((whole?.loadTime ?? 0) * (1 + 1e-9) + 1e-12)
        expect(both?.loadTime ?? 0).toBeLessThanOrEqual((remat?.loadTime ?? 0) * (1 + 1e-12))
        const ends = [whole?.total ?? 0, remat?.total ?? 0]
        expect(both?.total ?? 0).toBeGreaterThanOrEqual(Math.min(...ends) * (1 - 1e-9))
        expect(both?.total ?? 0).toBeLessThanOrEqual(Math.max(...ends) * (1 + 1e-9))
        if (both?.fleet) expect(both.fleet.total).toBeLessThanOrEqual(both.total * (1 + 1e-12))
      }),
      { seed: 41, numRuns: 100 },
    )
  })
  it.each([
    ['a tier of endless speed is loaded in no time, and nothing is computed', 1e30, 0],
    ['a tier that hardly answers leaves all to be computed', 1, 1],
  ])('%s', (_, tierBandwidth, computed) => {
    const tier = { id: 'mine', tierCapacity: 1e13, tierBandwidth, tierPrice: 1e-12 }
    const placed = asked({ ...free, parallel: true, tiers: [tier] })
    const { loadTime = 0, remat } = optionOf(placed, 'mine+remat')
    expect(remat / optionOf(placed, 'remat').total).toBeCloseTo(computed, 6)
    expect(loadTime).toBeCloseTo((placed.inputs.requestTime ?? 0) + computed * rematLatency(placed), 6)
  })
  it('pays devices for computing and for no stall or room in HBM besides', () => {
    for (const more of [{ stall: 1 }, { landing: 1 }]) {
      const { residency, retrieve } = optionOf(asked({ ...free, ...more, parallel: true }), `${disk}+remat`)
      expect(residency).toBe(0)
      expect(retrieve).toBe(optionOf(asked({ ...free, parallel: true }), `${disk}+remat`).retrieve)
    }
  })
  it('by way of a stage loads as slowly as that takes, and pays for the room its back has there', () => {
    const placed = asked({ landing: 1, stage: ddr, parallel: true })
    const [whole, both] = [optionOf(placed, disk), optionOf(placed, `${disk}+remat`)]
    const [loading, computing, { requestTime = 0 }] = [whole.loadTime ?? 0, rematLatency(placed), placed.inputs]
    close(both.loadTime ?? 0, requestTime + 1 / (1 / computing + 1 / loading))
    expect(both.stage).toBe(ddr)
    const back = computing / (loading + computing)
    // A part of the bytes, for the same part of the time; what is not the room of DDR5 in the whole is that of HBM.
    const inStage = asked({ ...question, landing: 1, stage: ddr, memory: { ...freeMemory(placed) } })
    close(both.residency, back ** 2 * optionOf(inStage, disk).residency, 1e-9)
  })
  it('is not offered where the speed of a tier is not known', () => {
    const service = { id: 'store', holdPrice: 1e-17, retrievePrice: 1e-12 }
    const { perToken } = asked({ ...free, parallel: true, tiers: [service] })
    expect(perToken.map(({ option }) => option)).toEqual(['hbm', 'store', 'remat'])
  })
  it('needs a keepCost that knows of the front, where the reader gives one', () => {
    expect(() => asked({ parallel: true, equations: { keepCost: flat } })).toThrow(
      'The keepCost given does not ask for frontShare: without it, it takes a part of a cache for the whole.',
    )
  })
})

/** HBM as a part that costs nothing, so that all room counted is that of a stage. */
const freeMemory = ({ inputs }: Placement) => ({
  ...{ id: 'hbm', tierPrice: 0, tierCapacity: inputs.memoryCapacity ?? 1, tierBandwidth: inputs.memoryBandwidth ?? 1 },
})

describe('a compressed cache', () => {
  const packed = (compression: { ratio: number; decodeTime?: number }, more: Partial<Question> = {}) =>
    asked({ ...more, compress: { fp8: compression } })

  it('by a ratio of 1, unpacked in no time, is the tier itself', () => {
    const placed = packed({ ratio: 1 }, { landing: 1, capitalCost: 0.1, waitPrice: 1e-4 })
    for (const name of question.tiers) {
      const [whole, same] = [optionOf(placed, name), optionOf(placed, `${name}/fp8`)]
      for (const part of ['hold', 'retrieve', 'residency', 'write', 'capital', 'wait', 'total'] as const)
        close(same[part], whole[part])
      expect(same).toEqual({
        ...same,
        remat: 0,
        loadTime: whole.loadTime,
        binding: whole.binding,
        inTime: whole.inTime,
      })
    }
  })
  it('by a ratio of 2 has half the bytes to hold, read and write, and half the wait, on a server and in a fleet', () => {
    const placed = packed({ ratio: 2 }, free)
    for (const name of question.tiers) {
      const [whole, half] = [optionOf(placed, name), optionOf(placed, `${name}/fp8`)]
      for (const part of ['hold', 'retrieve', 'write', 'total'] as const) close(half[part], whole[part] / 2)
      close(half.loadTime ?? 0, (whole.loadTime ?? 0) / 2)
      close(half.fleet?.total ?? 0, (whole.fleet?.total ?? 0) / 2)
    }
  })
  it('lands in the room of the whole: by hand, all its bytes in HBM for half the time', () => {
    const placed = packed({ ratio: 2 }, { landing: 1 })
    const { bytesPerToken = 0, sequenceBytes = 0, memoryCapacity = 0, devicePrice = 0 } = placed.inputs
    const { residency, loadTime = 0 } = optionOf(placed, `${disk}/fp8`)
    const bandwidth = sequenceBytes / 2 / loadTime
    close(residency, (sequenceBytes * devicePrice * (bytesPerToken / 2)) / memoryCapacity / bandwidth, 1e-9)
  })
  it('is unpacked by devices, at every use', () => {
    const placed = packed({ ratio: 2, decodeTime: 1e-6 }, { ...free, reuses: 3 })
    close(optionOf(placed, `${ddr}/fp8`).remat, 3 * 1e-6 * (placed.inputs.devicePrice ?? 0), 1e-9)
  })
  it('keeps the user waiting for the unpacking where that is slower than the load: 32,768 tokens of 1 ms on two devices', () => {
    const slow = packed({ ratio: 2, decodeTime: 1e-3 })
    expect(optionOf(slow, `${ddr}/fp8`).loadTime).toBeCloseTo((32_768 * 1e-3) / 2, 12)
    const quick = packed({ ratio: 2, decodeTime: 1e-9 })
    expect(optionOf(quick, `${disk}/fp8`).loadTime).toBe(optionOf(packed({ ratio: 2 }), `${disk}/fp8`).loadTime)
  })
  it('may be one of several, each named, and says what is not counted', () => {
    const { perToken, notes } = asked({ compress: { fp8: { ratio: 2 }, gen: { ratio: 4, decodeTime: 2e-6 } } })
    expect(perToken.map(({ option }) => option).filter((name) => name.startsWith(disk))).toEqual([
      ...[disk, `${disk}/fp8`, `${disk}/gen`],
    ])
    expect(notes).toContain(
      'In gen a cache has 4 times fewer bytes and is unpacked in 2 µs of a device a token, while it loads; what that does to answers is left out.',
    )
  })
  it.each([
    [{ ratio: 0.5 }, 'The ratio of fp8 is 0.5: expected bytes before over bytes after, 1 or more.'],
    [{ ratio: Number.NaN }, 'The ratio of fp8 is NaN: expected bytes before over bytes after, 1 or more.'],
    [{ ratio: 2, decodeTime: -1 }, 'The decodeTime of fp8 is -1: expected s per token, 0 or more.'],
  ])('cannot be %j', (compression, message) => {
    expect(() => packed(compression)).toThrow(message)
  })
  it('that takes time to unpack needs a keepCost that knows of it, where the reader gives one', () => {
    expect(() => packed({ ratio: 2, decodeTime: 1 }, { equations: { keepCost: flat } })).toThrow(
      'The keepCost given does not ask for decodeTime',
    )
    const { hold, total, write } = optionOf(packed({ ratio: 2 }, { equations: { keepCost: flat } }), `${tlc}/fp8`)
    close(total, hold + write)
  })
})

describe('a prefix of which a part still matches', () => {
  it('by hand: written and held whole, the matching part retrieved, the rest computed, at every use', () => {
    const [placed, plain] = [0.7, 1].map((hitShare) => asked({ ...free, hitShare, reuses: 3 }))
    const remat = optionOf(plain as Placement, 'remat').total / 3
    for (const name of ['hbm', ...question.tiers]) {
      const [part, whole] = [placed, plain].map((one) => optionOf(one as Placement, name))
      close(part?.hold ?? 0, whole?.hold ?? 0, 1e-9)
      close(part?.write ?? 0, whole?.write ?? 0, 1e-9)
      expect(part?.retrieve).toBeCloseTo(0.7 * (whole?.retrieve ?? 0), 18)
      close(part?.remat ?? 0, 3 * 0.3 * remat, 1e-9)
    }
  })
  it('waits for the request, its part of the load and its part of the forward pass', () => {
    const [placed, plain] = [asked({ hitShare: 0.7 }), asked()]
    const [{ requestTime = 0 }, load, remat] = [
      placed.inputs,
      optionOf(plain, disk).loadTime ?? 0,
      optionOf(plain, 'remat').loadTime ?? 0,
    ]
    close(optionOf(placed, disk).loadTime ?? 0, requestTime + 0.7 * load + 0.3 * (remat - requestTime))
    close(optionOf(placed, 'hbm').loadTime ?? 0, requestTime + 0.3 * (remat - requestTime))
  })
  it('that is all of it is the plain answer', () => {
    const { inputs: _, ...all } = asked({ hitShare: 1, landing: 1 })
    const { inputs: __, ...plain } = asked({ landing: 1 })
    expect(all).toEqual(plain)
  })
  it('that is none of it pays for keeping and for the whole forward pass, and waits as long as that', () => {
    const [placed, plain] = [asked({ ...free, hitShare: 0, reuses: 2 }), asked({ ...free, reuses: 2 })]
    const remat = optionOf(placed, 'remat')
    for (const name of ['hbm', ...question.tiers]) {
      const [none, whole] = [optionOf(placed, name), optionOf(plain, name)]
      expect(none.retrieve).toBe(0)
      close(none.total, whole.hold + whole.write + remat.total, 1e-9)
      close(none.loadTime ?? 0, remat.loadTime ?? 0)
    }
    expect(placed.cheapest).toBe('remat')
  })
  it('costs the more the less of it matches (seed 43)', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((hitShare) => asked({ hitShare }))
        for (const name of question.tiers.slice(0, 2)) {
          const [dear, cheap] = [less, more].map((one) => optionOf(one as Placement, name).total)
          expect(dear).toBeGreaterThanOrEqual((cheap ?? 0) * (1 - 1e-12))
        }
      }),
      { seed: 43, numRuns: 30 },
    )
  })
  it('is read by a fleet in part: a quarter that matches is a quarter of the reads', () => {
    const reads = (hitShare: number): number =>
      optionOf(asked({ ...free, ratings: 'off', hitShare }), ddr).fleet?.reads ?? 0
    close(reads(0.25), reads(1) / 4)
  })
  it('is said in the notes, and refused beside the options that keep parts of their own', () => {
    expect(asked({ hitShare: 0.7 }).notes).toContain(
      'Of a kept prefix 70 % still matches: the rest is computed at every use, in HBM too.',
    )
    for (const more of [{ parallel: true }, { compress: { fp8: { ratio: 2 } } }]) {
      expect(() => asked({ hitShare: 0.7, ...more })).toThrow(
        'hitShare is asked together with parallel or compress: ask one of them at a time.',
      )
    }
    expect(() => asked({ hitShare: 1.5 })).toThrow('hitShare is 1.5: expected a share between 0 and 1.')
    expect(() => asked({ hitShare: 0.5, equations: { keepCost: flat } })).toThrow(
      'The keepCost given does not ask for hitShare',
    )
  })
  it("is priced by the reader's own keepCost where that knows of it", () => {
    const hitShare = input('hitShare', { symbol: 'x', unit: '1', says: 'what matches' })
    const keepCost = equation('keepCost', {
      ...{ symbol: 'k', unit: 'USD/token', says: 'what I pay', source: 'test' },
      inputs: { holdCost: derivations.holdCost, hitShare },
      expression: 'holdCost * hitShare',
    })
    const { total } = optionOf(asked({ hitShare: 0.5, equations: { keepCost } }), tlc)
    close(total, optionOf(asked(), tlc).hold / 2)
  })
})

it('every share of every further option adds up to its total, whatever is switched on (seed 42)', () => {
  const some = fc.record({
    ...{ landing: share, capitalCost: share, waitPrice: share, stall: share },
    reuses: fc.double({ min: 0, max: 9, noNaN: true }),
    holdTime: fc.double({ min: 0, max: 1e8, noNaN: true }),
    ratings: fc.constantFrom('on', 'endurance', 'off'),
    memory: fc.constantFrom('all', 'after-weights'),
    stage: fc.constantFrom(undefined, ddr),
  })
  const practice = fc.oneof(
    fc.record({ hitShare: share }),
    fc.record({
      parallel: fc.boolean(),
      compress: fc.record({
        fp8: fc.record({
          ratio: fc.double({ min: 1, max: 50, noNaN: true }),
          decodeTime: fc.double({ min: 0, max: 1e-3, noNaN: true }),
        }),
      }),
    }),
  )
  fc.assert(
    fc.property(some, practice, ({ stage, ...more }, options) => {
      const placed = asked({ ...more, ...options, ...(stage && { stage }) } as Partial<Question>)
      for (const { option, fleet, binding, ...part } of placed.perToken) {
        const { hold, retrieve, residency, write, capital, remat, wait, other = 0, total } = part
        const parts = [hold, retrieve, residency, write, capital, remat, wait]
        const sum = parts.reduce((a, b) => a + b) + other
        expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-12 * Math.abs(total))
        for (const one of parts) expect(one).toBeGreaterThanOrEqual(-1e-12 * total)
        // Of numbers below the smallest normal one no figures are left.
        if (total > 1e-290) expect(other).toBe(0)
        if (fleet && !option.startsWith(disk)) expect(fleet.total).toBeLessThanOrEqual(total * (1 + 1e-9))
      }
    }),
    { seed: 42, numRuns: 150 },
  )
})
