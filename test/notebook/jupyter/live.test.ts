import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as library from '../../../src/index'
import { assume, live } from '../../../src/notebook'
import { decoded, encoded } from '../../../src/notebook/jupyter/data'
import { packed } from '../../../src/notebook/jupyter/travel'

const names = new Set(Object.keys(library))
const drawing = { kind: 'figure', title: 't', caption: 'c', alt: 'a', data: [], layout: {} } as const
assume('holdTime', { value: '5m', min: '1 ms', max: '1 y' })
assume('stall', { value: 0, min: 0, max: 1 })
assume('mfu', { value: 0.4 })

// As tslab writes a name of another cell.
const exports: Readonly<Record<string, unknown>> = { ...library, question: {}, helper: () => 1 }
const drawn = (draw: (values: { holdTime: number }) => unknown, using = {}) =>
  packed(live(['holdTime'], draw as never, { using }), names)
const refusal = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing was refused'
}

describe('a live figure', () => {
  it('is drawn with the values in force, and moves within the ranges of its assumptions', () => {
    const seen: unknown[] = []
    const { assumptions } = live(['holdTime', 'stall'], (values) => {
      seen.push(values)
      return drawing
    })
    expect(seen).toEqual([{ holdTime: 300, stall: 0 }])
    expect(assumptions.map(({ min, max }) => [min, max])).toEqual([
      [0.001, 31_557_600],
      [0, 1],
    ])
  })

  it('refuses a name that was not assumed, one without a range, none, and a function that gives no figure', () => {
    expect(refusal(() => live(['devices'], () => drawing))).toBe(
      "live() cannot move devices, which was not assumed: write assume('devices', …) in a cell above.",
    )
    expect(refusal(() => live(['mfu'], () => drawing))).toBe(
      'live() cannot move mfu, which has no range: give its assume() a min and a max.',
    )
    expect(refusal(() => live([], () => drawing))).toMatch(/^live\(\) has no names/)
    expect(refusal(() => live(['stall'], () => 3 as never))).toMatch(/^The function of live\(\) gave no figure/)
  })
})

describe('the function of a live figure', () => {
  it('may use the library, the language, its own names and what it is handed, as tslab writes them or bare', () => {
    const compiled = drawn(({ holdTime }) => (exports.place === exports.question ? Math.max(holdTime, 1) : drawing), {
      question: {},
      drawing: drawing,
    })
    expect(compiled.takes).toEqual(['drawing'])
    expect(compiled.source).toContain('exports.question')
  })

  it('is refused by the first name the page would not know', () => {
    expect(refusal(() => drawn(() => exports.helper && drawing, { drawing: drawing }))).toBe(
      'The function of live() runs in the page, where helper is not known: hand it over with { using: { helper: helper } }.',
    )
    expect(refusal(() => drawn(() => drawing))).toMatch(/where drawing is not known/)
    expect(refusal(() => drawn(() => (String(globalThis) === '' ? drawing : drawing), { drawing: drawing }))).toMatch(
      /globalThis is not known/,
    )
  })

  it('is refused where it has no text to travel, or looks names up as it runs', () => {
    const bound = function (this: unknown) {
      return drawing
    }.bind(null)
    expect(refusal(() => drawn(bound))).toMatch(/^live\(\) needs a function written in place/)
    const key = 'place'
    expect(refusal(() => drawn(() => exports[key] && drawing, { drawing: drawing, key: key }))).toMatch(
      /looks up a name at run time/,
    )
  })
})

describe('what a live figure is handed', () => {
  it('arrives as it was, for any plain data, infinities and NaN too', () => {
    const plain = fc.letrec((tie) => ({
      value: fc.oneof(
        fc.double(),
        fc.string(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          fc.string({ minLength: 2 }).filter((key) => key !== '$number' && key !== '__proto__'),
          tie('value'),
          { maxKeys: 4 },
        ),
      ),
    })).value
    fc.assert(
      fc.property(plain, (value) => {
        expect(decoded(JSON.parse(JSON.stringify(encoded(value, 'using'))))).toEqual(zeroed(value))
      }),
      { seed: 20261125 },
    )
  })

  it('may come from another realm', () => {
    expect(encoded(runInNewContext('({ a: [1, { b: 2 }] })'), 'using')).toEqual({ a: [1, { b: 2 }] })
  })

  it.each([
    ['a function', { mine: () => 1 }, 'using.mine is a function'],
    ['an instance', { at: [new Date(0)] }, 'using.at[0] is a Date'],
    ['a map', { m: new Map() }, 'using.m is a Map'],
    ['a typed array', { y: new Float64Array(2) }, 'using.y is a Float64Array'],
    ['a big integer', { n: 1n }, 'using.n is a bigint'],
    ['a circle', circle(), 'using.self is a part of itself'],
    [
      'ten megabytes',
      { text: 'x'.repeat(10_000_000) },
      'using is too heavy to travel to the page: 10000011 characters, at most 2000000',
    ],
  ])('is refused by its path where it is %s', (_, value, says) => {
    expect(refusal(() => encoded(value, 'using'))).toContain(says)
  })
})

function circle(): object {
  const round: Record<string, unknown> = {}
  round.self = round
  return round
}

// JSON knows one zero.
function zeroed(value: unknown): unknown {
  if (Object.is(value, -0)) return 0
  if (Array.isArray(value)) return value.map(zeroed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, zeroed(inner)]))
}
