// Is a number as uncertain as its source says, and one that is known not uncertain at all?
import { describe, expect, it } from 'vitest'
import { rangesOf, resolve, usualFactors } from '../../src/deployment'
import { possibleRange, usualRange } from '../../src/deployment/ranges'

const known = { value: 8, unit: '1', source: 'a page' }

describe('the usual range', () => {
  it('is log-normal a factor either way by kind and confidence: a quoted price of medium confidence within half', () => {
    const range = usualRange('devicePrice', { ...known, kind: 'quoted', confidence: 'medium' })
    expect(range).toEqual({ kind: 'lognormal', low: 8 / 1.5, high: 12 })
  })
  it('is none where a number is read off a data sheet, was given, is zero, or is a choice', () => {
    expect(usualRange('flops', { ...known, kind: 'spec', confidence: 'high' })).toBeUndefined()
    expect(usualRange('mfu', known)).toBeUndefined()
    expect(usualRange('power', { ...known, value: 0, kind: 'assumed', confidence: 'low' })).toBeUndefined()
    expect(usualRange('context', { ...known, kind: 'assumed', confidence: 'low' })).toBeUndefined()
  })
  it('of a share ends at one', () => {
    const range = usualRange('mfu', { ...known, value: 0.9, kind: 'assumed', confidence: 'low' })
    expect(range).toEqual({ kind: 'lognormal', low: 0.6, high: 1, most: 1 })
  })
  it('is no narrower where confidence is lower', () => {
    for (const { high, medium, low } of Object.values(usualFactors)) {
      expect(high).toBeGreaterThanOrEqual(1)
      expect(medium).toBeGreaterThan(high)
      expect(low).toBeGreaterThan(medium)
    }
  })
})

describe('the ranges of a deployment', () => {
  const ranges = rangesOf(resolve({ model: 'llama-3.1-70b', accelerator: 'h100-sxm', basis: 'owned' }))
  it("are those of prices, lives and shares by name, a tier's own by its id, and of nothing on a data sheet", () => {
    expect(Object.keys(ranges)).toEqual(
      expect.arrayContaining(['mfu', 'devicePrice', 'hdd-hamr.purchasePrice', 'energyPrice']),
    )
    for (const name of ['flops', 'memoryBandwidth', 'ddr5-rdimm-server.tierBandwidth', 'context', 'devices'])
      expect(ranges[name]).toBeUndefined()
  })
  it('are none for what was set', () => {
    const set = rangesOf(
      resolve({
        model: 'llama-3.1-70b',
        accelerator: { like: 'h100-sxm', devicePrice: '$2/h' },
        set: { mfu: 0.4, lifetime: '4y' },
      }),
    )
    expect(Object.keys(set).filter((name) => /^(mfu|devicePrice)$|lifetime$/.test(name))).toEqual([])
  })
})

describe('a possible range', () => {
  it('of PUE may not be log-normal, which reaches below one', () => {
    expect(() => possibleRange('pue', { kind: 'lognormal', low: 1.1, high: 1.4 })).toThrow(
      'The range of pue is log-normal, which reaches below 1',
    )
    expect(possibleRange('pue', { kind: 'uniform', low: 1.1, high: 1.4 })).toEqual({
      kind: 'uniform',
      low: 1.1,
      high: 1.4,
    })
  })
})
