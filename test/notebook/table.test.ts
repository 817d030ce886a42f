import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { table } from '../../src/notebook/mime/table'
import { tableBundle } from '../../src/notebook/mime/tableBundle'
import { toMime } from '../../src/notebook/mime/toMime'
import { dollarsAsUnit } from '../../src/units/money'

const hold = { name: 'hold', unit: 'USD/Mtoken' }
const rows = [
  ['HBM', 8.3e-7, '–'],
  ['DDR5', 8.76e-9, 'yes'],
  ['disk', 1.39e-11, 'no'],
] as const

describe('money', () => {
  it.each([
    ['$2.60/h', '2.60 USD/h'],
    ['−$0.83/Mtoken and $1.98×10⁻⁷', '−0.83 USD/Mtoken and 1.98×10⁻⁷ USD'],
    ['from $87,072, then $5', 'from 87,072 USD, then 5 USD'],
    ['\\$21 in TeX', '21 USD in TeX'],
  ])('%s is written %s, as all Markdown reads it', (given, wanted) => {
    expect(dollarsAsUnit(given)).toBe(wanted)
  })

  it('is told from formulas, also from one that is a number', () => {
    for (const formula of ['$2$', '$20$', '$2.5$', '$$2\\,L$$', '$q_r$', '$r\\,(q_r - q_g)$', '`$`1']) {
      expect(dollarsAsUnit(formula)).toBe(formula)
    }
  })

  it('leaves no dollar sign before a figure, wherever sums and formulas meet', () => {
    const sum = fc
      .tuple(fc.nat(99_999), fc.nat(99))
      .map(([whole, cents]) => `$${whole.toLocaleString('en-US')}.${cents}`)
    const word = fc.oneof(sum, fc.constantFrom('$q_r$', '$2$', 'and', '|', '**'))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        expect(dollarsAsUnit(words.join(' ')).replaceAll('$2$', '')).not.toMatch(/\$\d/)
      }),
    )
  })

  it('stays money in plain text', () => {
    expect(toMime('At **$2.60/h**\nor $3/h.')).toEqual({
      'text/markdown': 'At **2.60 USD/h**\nor 3 USD/h.',
      'text/plain': 'At $2.60/h or $3/h.',
    })
  })
})

describe('a table', () => {
  it('has units in its head, numbers point under point, and its winner marked', () => {
    const bundle = tableBundle(table({ columns: ['option', hold, 'enough'], rows, winner: 'disk', caption: 'C' }))
    expect(String(bundle['text/markdown']).split('\n')).toEqual([
      '| option | hold (USD/Mtoken) | enough |',
      '| :--- | ---: | :--- |',
      '| HBM | 0.83&numsp;&numsp;&numsp;&numsp;&numsp; | – |',
      '| DDR5 | 0.00876&numsp;&numsp; | yes |',
      '| ▸ **disk** | **0.0000139** | **no** |',
      '',
      '*C*',
    ])
    expect(bundle['text/plain'].split('\n')).toEqual([
      '  option  hold (USD/Mtoken)  enough',
      '  HBM             0.83       –',
      '  DDR5            0.00876    yes',
      '▸ disk            0.0000139  no',
      'C',
    ])
  })

  it('aligns whole numbers and words with the figures before a point', () => {
    const bundle = tableBundle(table({ columns: [hold], rows: [[1.5e-6], [2e-6], ['–']] }))
    expect(String(bundle['text/markdown']).split('\n').slice(2)).toEqual([
      '| 1.5 |',
      '| 2&puncsp;&numsp; |',
      '| –&puncsp;&numsp; |',
    ])
  })

  it('falls back to powers of ten where a number would need more than eight decimals', () => {
    const bundle = tableBundle(table({ columns: ['n'], rows: [[1], [1.5e-9]] }))
    expect(bundle['text/plain']).toBe('        n\n        1\n1.50×10⁻⁹')
  })

  it('takes as many figures as it is told', () => {
    const columns = [
      { name: 'share', unit: '%', digits: 2 },
      { name: 'times', unit: '1', digits: 5 },
    ]
    expect(tableBundle(table({ columns, rows: [[0.4567, 1.234567]] }))['text/plain']).toBe(
      'share (%)   times\n       46  1.2346',
    )
  })

  it('keeps what stands in a cell inside it: bars, bars in formulas, line breaks', () => {
    const bundle = tableBundle(table({ columns: ['a|b'], rows: [['c|d'], ['$|x|$'], ['two\nlines']] }))
    expect(bundle['text/markdown']).toBe('| a\\|b |\n| :--- |\n| c\\|d |\n| $\\vert x\\vert $ |\n| two lines |')
  })

  it('has as many cells in each row as columns, whatever stands in them', () => {
    const cell = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (given) => {
        const text = String(tableBundle(table({ columns: ['a', hold], rows: given }))['text/markdown'])
        const lines = text.split('\n')
        expect(lines).toHaveLength(given.length + 2)
        for (const line of lines) expect(line.replace(/\\\|/g, '').match(/\|/g)).toHaveLength(3)
      }),
    )
  })

  it.each([
    [{ columns: ['a'], rows: [[1, 2]] }, 'Row 1 of the table has 2 cells: expected 1, one a column.'],
    [{ columns: [hold], rows: [[Number.NaN]] }, 'Row 1 of the table has NaN under "hold": expected a finite number'],
    [{ columns: [{ name: 'a', unit: 'USD/Mtokn' }], rows: [] }, 'Unknown unit "Mtokn": did you mean Mtoken'],
    [{ columns: ['a'], rows: [['disk']], winner: 'disc' }, 'Unknown row of the table "disc": did you mean disk?'],
    [{ columns: ['a'], rows: [['disk']], winner: -1 }, 'no row -1 to mark: expected an index from 0 to 0.'],
  ])('is refused with a sentence: %#', (parts, message) => {
    expect(() => table(parts)).toThrow(message)
  })
})
