// Are dimensions told apart by sign and size of every exponent?
import { describe, expect, it } from 'vitest'
import { equation, input } from '../../src/algebra'
import { combine, dimensionText, parseUnit, sameDimension } from '../../src/units'

const of = (unit: string) => parseUnit(unit).dimension

describe('dimensions', () => {
  it.each([
    ['B/s', 's/B'],
    ['B', '1/B'],
    ['B', 'B^2'],
    ['B/s', 'B'],
    ['USD/(B*s)', 'USD*B/s'],
    ['FLOP', 'token'],
    ['J', '1'],
  ])('%s is not %s', (one, other) => {
    expect(sameDimension(of(one), of(other))).toBe(false)
    expect(sameDimension(of(other), of(one))).toBe(false)
    expect(sameDimension(of(one), of(one))).toBe(true)
  })
  it('multiply, divide and are raised', () => {
    expect(combine(of('B/s'), of('s'))).toEqual(of('B'))
    expect(combine(of('B'), of('B/s'), -1)).toEqual(of('s'))
    expect(combine(of('1'), of('B/s'), 3)).toEqual({ B: 3, s: -3 })
    expect(combine(of('B'), of('B'), -1)).toEqual({})
  })
  it('are written with powers, and with parentheses under more than one', () => {
    expect(['FLOP/token^2', 'USD/(B*s)', '1/s', '1', 'USD*B/s^3'].map((unit) => dimensionText(of(unit)))).toEqual([
      'FLOP/token^2',
      'USD/(B*s)',
      '1/s',
      '1',
      'USD*B/s^3',
    ])
  })
  it('a bandwidth declared upside down is refused', () => {
    const bytes = input('bytes', { symbol: 'n', unit: 'B', says: 'bytes' })
    const time = input('time', { symbol: 't', unit: 's', says: 'seconds' })
    const bandwidth = (unit: string) =>
      equation('bandwidth', {
        ...{ symbol: 'b', unit, says: 'bytes a second', inputs: { bytes, time } },
        expression: 'bytes / time',
      })
    expect(bandwidth('B/s')({ bytes: 6, time: 2 })).toBe(3)
    expect(() => bandwidth('s/B')).toThrow('bandwidth is declared in s/B but its formula is in B/s')
  })
})
