import { describe, expect, it } from 'vitest'
import { accelerator, acceleratorIds, rentedAccelerator } from '../../src/catalog'
import { rentedAccelerators } from '../../src/catalog/priced'
import { chooseRental, type Rental } from '../../src/catalog/quote'

const perHour = (price: number | undefined) => (price ?? Number.NaN) * 3600

describe('an accelerator', () => {
  it('H100 drains in 25.5 ms over the capacity its driver reports', () => {
    const { memoryCapacity, memoryBandwidth, marketedCapacity } = accelerator('h100-sxm')
    expect(memoryCapacity).toBe(81559 * 2 ** 20)
    expect(marketedCapacity).toBe(80e9)
    expect(memoryCapacity / memoryBandwidth).toBeCloseTo(0.0255, 4)
  })

  it('H100 balances near 295 FLOP per byte in bf16 and twice that in fp8', () => {
    const balance = ({ flops, memoryBandwidth }: { flops: number; memoryBandwidth: number }) => flops / memoryBandwidth
    // To half a FLOP/B: vendors print both factors to four digits at most.
    expect(balance(accelerator('h100-sxm'))).toBeCloseTo(295.3, 0)
    expect(balance(accelerator('h100-sxm', { precision: 'fp8' }))).toBeCloseTo(590.7, 0)
  })

  it('falls back on the marketed capacity where no driver figure is known', () => {
    const { memoryCapacity, marketedCapacity } = accelerator('mi300x')
    expect(memoryCapacity).toBe(marketedCapacity)
  })

  it('is frozen with everything in it', () => {
    const record = accelerator('b200-hgx')
    expect(Object.isFrozen(record) && Object.isFrozen(record.facts) && Object.isFrozen(record.quotes[0])).toBe(true)
  })

  it('has as plain numbers exactly the values of its facts', () => {
    for (const id of acceleratorIds()) {
      const record = accelerator(id)
      for (const [name, fact] of Object.entries(record.facts)) expect(record).toHaveProperty(name, fact.value)
    }
  })

  it('is never slower in half as many bits', () => {
    for (const id of acceleratorIds()) {
      const peaks = (['bf16', 'fp8', 'fp4'] as const).flatMap((precision) => {
        try {
          return accelerator(id, { precision }).flops ?? []
        } catch {
          return []
        }
      })
      expect(peaks, id).toEqual([...peaks].sort((a, b) => a - b))
    }
  })

  it('has a rent where the type of its record says so, and only there', () => {
    const rented = acceleratorIds().filter((id) => accelerator(id).devicePrice !== undefined)
    expect(rented.sort()).toEqual([...rentedAccelerators].sort())
  })

  it('marks what the vendor page did not confirm', () => {
    expect(accelerator('mi355x').doubtful).toEqual(['scaleUpBandwidth', 'hostBandwidth'])
    expect(accelerator('mi355x').facts.hostBandwidth?.kind).toBe('assumed')
  })
})

describe('the rental quote', () => {
  it('is the newest typical one, and stays with its source', () => {
    const { devicePrice, facts, quotes, quoteRule } = accelerator('h100-sxm')
    expect(perHour(devicePrice)).toBeCloseTo(2.6, 12)
    expect(facts.devicePrice).toMatchObject({ band: 'typical', period: '2026-06/2026-07', basis: 'rented' })
    expect(quotes).toHaveLength(12)
    expect(quoteRule).toMatch(/^The newest quote of the typical band/)
  })

  it.each([
    ['2026-05', 2.95],
    ['2026-Q1', 2.35],
    ['2025', 1.7],
  ])('as of %s an H100 costs %d USD/h', (asOf, price) => {
    expect(perHour(accelerator('h100-sxm', { asOf }).devicePrice)).toBeCloseTo(price, 12)
  })

  it('is the lower middle of all where none is typical, and low in confidence', () => {
    const quote = (value: number): Rental =>
      ({ ...accelerator('h100-sxm').facts.devicePrice, value, band: 'high' }) as Rental
    expect(chooseRental([4, 1, 3, 2].map(quote))).toMatchObject({ value: 2, confidence: 'low' })
    expect(chooseRental([])).toBeUndefined()
  })
  it('counts from the day it is dated, and of two days the later one counts', () => {
    const on = (asOf: string, value: number): Rental =>
      ({ ...accelerator('h100-sxm').facts.devicePrice, asOf, value, band: 'typical' }) as Rental
    const quotes = [on('2026-05-02', 2), on('2026-05-01', 1)]
    const chosen = ['2026-04-30', '2026-05-01', '2026-05-02', undefined].map((day) => chooseRental(quotes, day)?.value)
    expect(chosen).toEqual([undefined, 1, 2, 2])
  })

  it('is missing where nobody has quoted one, and said to be', () => {
    const rubin = accelerator('vr200-nvl72')
    expect(rubin.missing).toEqual(['devicePrice'])
    expect(rubin).not.toHaveProperty('devicePrice')
    expect(accelerator('apple-m5-max').missing).toEqual(['flops', 'devicePrice'])
  })

  it('exists for exactly the ids whose type promises it', () => {
    const complete = acceleratorIds().filter((id) => accelerator(id).missing.length === 0)
    expect(complete).toEqual([...rentedAccelerators])
  })
})

describe('an accelerator is refused', () => {
  it.each([
    [
      () => rentedAccelerator('vr200-nvl72'),
      'No rental price for vr200-nvl72 in the catalogue: give --set devicePrice=…USD/h.',
    ],
    [
      () => rentedAccelerator('h100-sxm', { asOf: '2020' }),
      'No rental price for h100-sxm in the catalogue by 2020-12-31 (the earliest is of 2024-Q4): give --set devicePrice=…USD/h.',
    ],
    [
      () => rentedAccelerator('apple-m5-max'),
      'No dense bf16 peak for apple-m5-max in the catalogue: give --set flops=…TFLOP/s.',
    ],
    [
      () => accelerator('a100-80gb-sxm', { precision: 'fp8' }),
      'No dense fp8 peak for a100-80gb-sxm in the catalogue: it has bf16.',
    ],
    [() => accelerator('h100'), 'Unknown accelerator "h100": did you mean h100-sxm or h100-pcie or h100-nvl?'],
  ])('%#: with one clear sentence', (act, message) => {
    expect(act).toThrow(message)
  })
})
