import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { table } from '../../src/catalog/load'
import { factIn, priceIn } from '../../src/catalog/schema'

const good = { value: 3.35, unit: 'TB/s', source: 'lockwood-h100', kind: 'spec' }
const load = (fact: unknown) =>
  table('data/x.json', { h100: { speed: fact } }, v.strictObject({ speed: factIn('B/s') }))

describe('a data file', () => {
  it('gives facts in base units with their source, frozen all the way down', () => {
    const record = load(good)().get('h100')
    expect(record?.speed).toMatchObject({ value: 3.35e12, unit: 'B/s', confidence: 'high', kind: 'spec' })
    expect(record?.speed.source.url).toMatch(/^https/)
    expect(Object.isFrozen(record?.speed.source)).toBe(true)
  })

  it.each([
    [
      'a text for a number',
      { ...good, value: '3.35' },
      'field speed.value: Invalid type: Expected number but received "3.35"',
    ],
    ['a negative number', { ...good, value: -1 }, 'field speed.value: Invalid value: Expected >0 but received -1'],
    [
      'a zero, which would divide',
      { ...good, value: 0 },
      'field speed.value: Invalid value: Expected >0 but received 0',
    ],
    [
      'a missing unit',
      { ...good, unit: undefined },
      'field speed.unit: Invalid type: Expected string but received undefined',
    ],
    ['an unknown unit', { ...good, unit: 'TBps' }, 'field speed: Unknown unit "TBps"'],
    ['the wrong dimension', { ...good, unit: 'TB' }, 'field speed: Expected a quantity in B/s but "TB" is B'],
    [
      'an unknown source',
      { ...good, source: 'hearsay' },
      'field speed.source: Unknown source "hearsay", expected one of data/sources.json',
    ],
    [
      'a figure without a page called a spec',
      { ...good, source: 'assumed' },
      'field speed: "Assumption of this catalogue, stated as such" has no page, so the kind must be "assumed", not "spec"',
    ],
    [
      'an unreadable date',
      { ...good, asOf: 'soon' },
      'field speed.asOf: Expected a date like 2025, 2025-Q3, 2026-05 or 2025/2026',
    ],
    [
      'a field nobody knows',
      { ...good, asof: '2025' },
      'field speed.asof: Invalid key: Expected never but received "asof"',
    ],
  ])('with %s is refused by file, record and field', (_, fact, message) => {
    expect(load(fact)).toThrow(`data/x.json, record "h100", ${message}`)
  })

  it('does not take a price of another basis into a series', () => {
    const price = { ...good, value: 4, unit: 'USD/GB', kind: 'quoted', basis: 'rented', market: 'list' }
    const prices = table('data/x.json', { ddr: price }, priceIn('USD/B', 'component'))
    expect(prices).toThrow(
      'data/x.json, record "ddr", field basis: Invalid type: Expected "component" but received "rented"',
    )
  })

  it('is checked when first used, not when imported', () => {
    expect(() => load({})).not.toThrow()
  })
})
