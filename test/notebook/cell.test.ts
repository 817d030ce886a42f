import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { check, derivative, explain, solve } from '../../src/algebra'
import { groupedQueryBytes, layers } from '../../src/derivations'
import { assume, exercise, type Host, type MimeBundle, type Reply, show, table, toMime } from '../../src/notebook'

const key = Symbol.for('servemath.host')
const holder = globalThis as { [key]?: Host | undefined }
let displayed: MimeBundle[]

beforeEach(() => {
  displayed = []
  holder[key] = { display: (bundle) => displayed.push(bundle) }
})
afterEach(() => {
  delete holder[key]
})

const figure = {
  kind: 'figure',
  title: 'Holding grows',
  caption: 'Read it so.',
  alt: 'A rising line',
  data: [{ y: Float64Array.of(1, 2) }],
  layout: { height: 300 },
} as const

describe('show', () => {
  it('displays each value once, in several MIME types, with text for all', () => {
    show('**bold**', figure, groupedQueryBytes)
    expect(displayed.map((bundle) => Object.keys(bundle))).toEqual([
      ['text/markdown', 'text/plain'],
      ['application/vnd.plotly.v1+json', 'text/plain'],
      ['text/latex', 'text/plain', 'application/vnd.servemath.note+json'],
    ])
  })

  it('refuses what it does not know, also where types were not checked', () => {
    expect(() => show({ kind: 'cake' } as never)).toThrow('show() was given something it cannot show')
    expect(() => show(undefined as never)).toThrow('show() was given something it cannot show')
  })
})

describe('toMime', () => {
  it('turns a figure into plain JSON that carries its words', () => {
    const bundle = toMime(figure)
    expect(bundle['application/vnd.plotly.v1+json']).toEqual({
      data: [{ y: [1, 2] }],
      layout: { title: { text: 'Holding grows' }, height: 300, meta: { alt: 'A rising line', caption: 'Read it so.' } },
    })
    expect(bundle['text/plain']).toBe('Holding grows\nRead it so.\n[A rising line]')
  })

  it('refuses a figure with a hole that JSON would hide', () => {
    expect(() => toMime({ ...figure, data: [{ y: [1, Number.NaN] }] })).toThrow(
      'The figure holds NaN at data[0].y[1]: expected a number, or null for a gap.',
    )
  })

  it('sets a table in Markdown and in aligned text, numbers to the right', () => {
    const bundle = toMime(
      table({
        columns: ['tier', 'bytes'],
        rows: [
          ['a|b', 327680],
          ['c', 0.12345],
        ],
        caption: 'C',
      }),
    )
    expect(bundle['text/markdown']).toBe(
      '| tier | bytes |\n| :--- | ---: |\n| a\\|b | 327,680&puncsp;&numsp;&numsp;&numsp; |\n| c | 0.123 |\n\n*C*',
    )
    expect(bundle['text/plain']).toBe('tier        bytes\na|b   327,680\nc           0.123\nC')
    expect(() => table({ columns: ['a'], rows: [[1, 2]] })).toThrow('Row 1 of the table has 2 cells: expected 1')
  })

  it('shows formulas, symbols, derivations, checks and solutions', () => {
    const args = { layers: 80, kvHeads: 8, headDim: 128, bytesPerElement: 2 }
    expect(toMime(groupedQueryBytes)['text/plain']).toContain('groupedQueryBytes = keysAndValues * layers')
    expect(toMime(layers)['text/plain']).toContain('layers  [1]')
    expect(toMime(derivative('a * b^2', 'b'))['text/latex']).toMatch(/^\$\$.*\$\$$/)
    expect(toMime(explain(groupedQueryBytes, args))['text/plain']).toContain('groupedQueryBytes = 328 kB/token  from ')
    expect(toMime(check('2 * (a + b)', '2 * a + 2 * b'))['text/plain']).toMatch(/^Proved on positive reals: equal/)
    expect(toMime(check('a', 'a + 1'))['text/markdown']).toMatch(/^\*\*Different\*\* on positive reals: at a = /)
    expect(toMime(solve('a * x', 'b', 'x'))['text/plain']).toBe('b / a  (proved)')
    expect(toMime({ kind: 'none', reason: 'No crossover.' })['text/plain']).toBe('No crossover.')
  })
})

describe('assume', () => {
  it('answers in base units and takes its unit from the vocabulary', () => {
    expect(assume('holdTime', { value: '5m', min: '1 ms', max: '1 year' })).toBe(300)
    expect(displayed[0]?.['text/plain']).toMatch(/^holdTime = 5 min \(1 ms … 1 year\): /)
    expect(displayed[0]?.['application/vnd.servemath.assume+json']).toMatchObject({
      name: 'holdTime',
      value: 300,
      min: 0.001,
      scale: 'log',
      unit: 's',
    })
  })

  it('takes a name of its own with its unit, and shows no slider without a range', () => {
    expect(assume('cupOfCoffee', { value: 4, unit: 'MB', says: 'a guess' })).toBe(4e6)
    expect(displayed).toEqual([
      { 'text/markdown': '**cupOfCoffee** = 4 MB: a guess', 'text/plain': 'cupOfCoffee = 4 MB: a guess' },
    ])
  })

  it('gives the value the host has chosen', () => {
    holder[key] = { display: () => undefined, assume: (name, { value }) => (name === 'batch' ? value * 2 : 0) }
    expect(assume('batch', { value: 8, min: 1, max: 512 })).toBe(16)
  })

  it('refuses a value outside its range, a wrong unit, an unknown name', () => {
    expect(() => assume('holdTime', { value: '2 h', max: '1h' })).toThrow(
      'holdTime cannot be 2 h: expected a value from −∞ to 1h.',
    )
    expect(() => assume('holdTime', { value: '5 GB' })).toThrow('holdTime cannot be "5 GB", which is in B')
    expect(() => assume('holdTime', { value: 5, unit: 'GB' })).toThrow('holdTime is in s everywhere')
    expect(() => assume('holdTme', { value: 5 })).toThrow('The vocabulary has no holdTme (did you mean holdTime?)')
    expect(() => assume('batch', { value: 1, min: 3, max: 2 })).toThrow('The range of batch is empty')
    expect(() => assume('batch', { value: 1, min: 0, max: 2, scale: 'log' })).toThrow('so its min must be above 0')
    expect(() => assume('batch', { value: Number.NaN })).toThrow('batch cannot be NaN')
  })
})

describe('an exercise', () => {
  const ask = () =>
    exercise('kv-70b', { ask: 'How many bytes?', answer: 327.68, unit: 'kB/token', hints: { layers: 80 } })

  it('is asked without giving the answer away', () => {
    ask()
    expect(JSON.stringify(displayed)).not.toMatch(/327|0\.01|layers/)
    expect(displayed[0]?.['text/markdown']).toBe('**Exercise.** How many bytes? *(answer in kB/token)*')
  })

  it.each<[number | string, Reply['verdict']]>([
    [327.68, 'right'],
    ['327.7', 'right'],
    ['327680 B/token', 'right'],
    ['320 KiB/token', 'right'],
    ['327.68 KiB/token', 'wrong unit'],
    ['327.68 MB/token', 'wrong unit'],
    ['327.68 kB', 'wrong unit'],
    ['5 s', 'wrong unit'],
    [163.84, 'off by 2'],
    ['655.36 kB/token', 'off by 2'],
    [327.68 / 80, 'off by layers'],
    ['0.32768', 'off by 1000'],
    [327.68 * 8, 'off by 8'],
    [320, 'off by 1.024'],
    [327.68 * 1.073741824, 'off by 1.074'],
    [400, 'off'],
    ['about three', 'unreadable'],
    ['5 parsecs', 'unreadable'],
    ['', 'unreadable'],
    [Number.NaN, 'unreadable'],
  ])('answered with %s is judged: %s', (given, verdict) => {
    expect(ask().check(given)).toMatchObject({ kind: 'reply', verdict })
  })

  it('says what a wrong answer looks like, without giving the right one', () => {
    expect(ask().check(327.68 / 80).says).toBe('Too low by a factor of 80 (layers?).')
    expect(ask().check('327.68 kB').says).toBe('The number is right, but its unit is not: expected kB/token.')
    expect(ask().check(400).says).toBe('Too high.')
  })

  it('never throws, whatever is typed', () => {
    for (const given of [undefined, null, {}, [], () => 1, Symbol('x'), 10n, true]) {
      expect(ask().check(given as never)).toMatchObject({ kind: 'reply', verdict: 'unreadable' })
    }
  })

  it('is refused when it cannot be answered', () => {
    expect(() => exercise('x', { ask: '?', answer: Number.NaN })).toThrow('Exercise x has no finite answer: got NaN.')
    expect(() => exercise('x', { ask: '?', answer: 1, tolerance: 2 })).toThrow('Exercise x has the tolerance 2')
    expect(() => exercise('x', { ask: '?', answer: 1, unit: 'cakes' })).toThrow('Unknown unit "cakes"')
  })
})
