import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dimensionText,
  formatApart,
  formatDuration,
  formatMoney,
  formatQuantity,
  parseQuantity,
  parseUnit,
  sameDimension,
  toBase,
} from '../../src/units'

describe('units are read', () => {
  it('USD/(GB*month) is dollars per byte-second, a month being a twelfth of a Julian year', () => {
    const unit = parseUnit('USD/(GB*month)')
    expect(dimensionText(unit.dimension)).toBe('USD/(B*s)')
    expect(unit.scale).toBeCloseTo(1 / (1e9 * 2_629_800), 25)
  })
  it('GB and GiB are different words', () => {
    expect(toBase(1, 'GiB') - toBase(1, 'GB')).toBe(73_741_824)
  })
  it('the dot, the middle dot and the star all multiply', () => {
    for (const text of ['USD/(GB.s)', 'USD/(GB·s)', 'USD/GB/s'])
      expect(parseUnit(text)).toEqual(parseUnit('USD/(GB*s)'))
  })
  it('a watt is a joule per second and a kWh is 3.6 MJ', () => {
    expect(sameDimension(parseUnit('W').dimension, parseUnit('J/s').dimension)).toBe(true)
    expect(toBase(1, 'kWh')).toBe(3.6e6)
  })
  it('a dimension written out parses back to itself', () => {
    const exponent = fc.integer({ min: -3, max: 3 })
    const dimension = fc.record({
      B: exponent,
      s: exponent,
      USD: exponent,
      token: exponent,
      FLOP: exponent,
      J: exponent,
    })
    fc.assert(
      fc.property(dimension, (powers) => sameDimension(parseUnit(dimensionText(powers)).dimension, powers)),
      { seed: 20260429 },
    )
  })
})

describe('quantities are read in base units', () => {
  it.each([
    ['5m', 's', 300],
    ['1h', 's', 3600],
    ['20 ms', 's', 0.02],
    ['989 TFLOP/s', 'FLOP/s', 989e12],
    ['80 GiB', 'B', 85_899_345_920],
    ['2.5 USD/h', 'USD/s', 2.5 / 3600],
    ['40%', '1', 0.4],
    ['1e-3', 's', 0.001],
    ['140_000', 'token', 140_000],
  ])('%s as %s is %d', (text, unit, value) => {
    expect(parseQuantity(text, unit)).toBeCloseTo(value, 12)
  })
})

describe('quantities are written for a reader', () => {
  it('70.3 kB is not 68.6 KiB', () => {
    expect(formatQuantity(70_272, 'B/token')).toBe('70.3 kB/token')
    expect(formatQuantity(70_272, 'B/token', { prefix: 'iec' })).toBe('68.6 KiB/token')
  })
  it('a number that rounds up takes the next prefix', () => {
    expect(formatQuantity(999_600, 'B')).toBe('1 MB')
    expect(formatDuration(0.9999)).toBe('1 s')
  })
  it('durations use the unit a person would say', () => {
    expect([0.03056, 69.67, 300, 15_260, 953_612, 31_557_600].map((s) => formatDuration(s))).toEqual([
      '30.6 ms',
      '69.7 s',
      '5 min',
      '4.24 h',
      '11 d',
      '1 year',
    ])
  })
  it('money keeps cents, groups thousands and shrinks to a power of ten', () => {
    expect([2.5, 87_072, 1.9816e-7, 0].map((usd) => formatMoney(usd))).toEqual(['$2.50', '$87,072', '$1.98×10⁻⁷', '$0'])
  })
  it('two numbers that differ are written with as many figures as show it', () => {
    expect(formatApart(1, 2)).toEqual(['1', '2'])
    expect(formatApart(1, 1.00001)).toEqual(['1', '1.00001'])
    expect(formatApart(2.5, 2.5)[1]).toBe('2.5 as well, up to the sixteen digits shown by a double')
  })
  it('prices are quoted in the amounts people buy', () => {
    expect(formatQuantity(1.981623e-7, 'USD/token')).toBe('$0.198/Mtoken')
    expect(formatQuantity(8.2e-15, 'USD/(B*s)')).toBe('$8.20×10⁻⁶/(GB·s)')
    expect(formatQuantity(2.5 / 3600, 'USD/s')).toBe('$2.50/h')
  })
})

describe('what cannot be read is refused', () => {
  it('a quantity of another dimension says what was expected', () => {
    expect(() => parseQuantity('5GB', 's', 'holdTime')).toThrow(
      'holdTime cannot be "5GB", which is in B: expected a quantity in s such as 20 ms, 5m or 1h.',
    )
  })
  it('an unknown unit names the nearest', () => {
    expect(() => parseUnit('Gb/s')).toThrow('Unknown unit "Gb": did you mean GB')
    expect(() => parseUnit('EUR/kWh')).toThrow(
      'Prices are in USD, and no rate of EUR is known: write the price in USD.',
    )
  })
  it.each(['', 'B//s', 'B s', '(B', 'B^x', '2*B'])('"%s" is not a unit', (text) => {
    expect(() => parseUnit(text)).toThrow('Cannot read the unit')
  })
  it('words are not numbers', () => {
    expect(() => parseQuantity('soon', 's')).toThrow('cannot be "soon"')
  })
})
