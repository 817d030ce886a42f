// Are the formulas of an uncertain placement those of place? At every sample, to the last figures.
import { describe, expect, it } from 'vitest'
import { drawn, equation } from '../../../src/algebra'
import { memoryPart } from '../../../src/deployment'
import { rematTime } from '../../../src/derivations'
import { devicePrice } from '../../../src/derivations/vocabulary'
import { type Asking, place, settled } from '../../../src/placement'
import { uncertaintyOf } from '../../../src/placement/uncertain/lines'
import { withValues } from '../../../src/placement/uncertain/named'

const base = { model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 300 } as const
const uniform = (low: number, high: number) => ({ kind: 'uniform', low, high }) as const
const wide = {
  devicePrice: uniform(3e-4, 2e-3),
  flops: uniform(5e14, 1e15),
  mfu: uniform(0.2, 0.9),
  memoryCapacity: uniform(8e10, 1e11),
  memoryShare: uniform(0.1, 1),
  requestTime: uniform(0.01, 1),
  reuses: uniform(0.2, 4),
  stall: uniform(0, 0.5),
  fill: uniform(0.5, 1),
  landing: uniform(0.1, 1),
  bandwidthUse: uniform(0.1, 0.9),
  pathBandwidth: uniform(5e9, 3e11),
  pue: uniform(1, 1.6),
  lifetime: uniform(5e7, 3e8),
  'ddr5-rdimm-server.purchasePrice': uniform(5e3, 6e4),
  'ddr5-rdimm-server.tierCapacity': uniform(1e12, 2e12),
  'nvme-tlc-gen5.driveWritesPerDay': uniform(1e-6, 1e-4),
  'nvme-tlc-gen5.tierBandwidth': uniform(5e9, 2e10),
  'hdd-hamr.ratedWorkload': uniform(5e6, 5e7),
  'hdd-hamr.lifetime': uniform(5e7, 3e8),
}
const object = {
  id: 'store',
  holdPrice: 8.7e-18,
  retrievePrice: 0,
  writePrice: 1e-13,
  pathBandwidth: 1e10,
  firstByteTime: 0.02,
}
const ofStore = {
  'store.holdPrice': uniform(1e-18, 1e-17),
  'store.writePrice': uniform(1e-14, 1e-12),
  'store.firstByteTime': uniform(0.001, 0.5),
}

const mine = equation('mine', {
  ...{ symbol: 'q', unit: 'USD/token', says: 'twice the device time' },
  inputs: { rematTime, devicePrice },
  expression: '2 * rematTime * devicePrice',
})

const asked: Readonly<Record<string, readonly [Partial<Asking> & object, object]>> = {
  'as usual, with the ranges of the catalogue': [{}, {}],
  'with everything in a range': [{}, wide],
  'with capital and a price of the wait': [
    {},
    { ...wide, capitalCost: uniform(0.01, 0.2), waitPrice: uniform(1e-4, 1e-2) },
  ],
  'for any wait': [{ deadline: Number.POSITIVE_INFINITY }, wide],
  'without ratings and writes': [
    { ratings: 'off', writes: 'free' },
    { mfu: wide.mfu, devicePrice: wide.devicePrice },
  ],
  'with HBM after the weights': [{ memory: 'after-weights' }, wide],
  'with HBM as a part': [
    { memory: memoryPart(), capitalCost: 0.1 },
    { mfu: wide.mfu, capitalCost: uniform(0.01, 0.2), 'hbm3e-on-package.purchasePrice': uniform(100, 3000) },
  ],
  'with owned parts, whose power is paid': [
    { basis: 'owned' } as object,
    { energyPrice: uniform(1e-9, 1e-7), pue: wide.pue },
  ],
  'with a service that answers late': [
    { tiers: ['ddr5-rdimm-server', object] } as object,
    { ...ofStore, mfu: wide.mfu },
  ],
  "with an equation of the reader's own": [{ equations: { rematCost: mine } }, wide],
  'at a short context on another machine': [{ context: 1000, accelerator: 'b200-hgx' } as object, { mfu: wide.mfu }],
}

describe('the lines of an uncertain placement', () => {
  it.each(Object.entries(asked))('are those of place at 40 random samples %s', (_, [asking, ranges]) => {
    const question = settled({ ...base, ...asking } as Parameters<typeof settled>[0])
    const uncertainty = uncertaintyOf(question, ranges as never)
    const samples = 40
    const columns = Object.values(drawn(uncertainty.ranges, { samples, seed: 17 }))
    const lines = uncertainty.linesAt(columns, samples)
    const limits = uncertainty.limitsOf(lines, samples)
    const names = Object.keys(uncertainty.ranges)
    expect(names.length).toBeGreaterThan(0)
    for (let i = 0; i < samples; i++) {
      const values = Object.fromEntries(names.map((name, k) => [name, columns[k]?.[i] as number]))
      const placed = place(withValues(question, values))
      expect(placed.limit.rule).toBe(uncertainty.middle.limit.rule)
      expect((limits[i] as number) / placed.limit.seconds || 1).toBeCloseTo(1, 12)
      expect(placed.perToken.map(({ option }) => option)).toEqual(uncertainty.options)
      for (const [k, { total, loadTime, inTime }] of placed.perToken.entries()) {
        const [once, rate, wait] = [lines.once, lines.rate, lines.wait].map((column) => column[k]?.[i] as number) as [
          number,
          number,
          number,
        ]
        expect(Math.abs((once + rate * 300) / total - 1)).toBeLessThan(1e-12)
        if (loadTime === undefined) expect(wait).toBe(Number.POSITIVE_INFINITY)
        else expect(Math.abs(wait - loadTime)).toBeLessThanOrEqual(1e-12 * loadTime)
        expect(wait <= (limits[i] as number)).toBe(inTime)
      }
    }
  })
})
