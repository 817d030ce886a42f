import { describe, expect, it } from 'vitest'
import { numbersOf } from '../../../src/web/page/numbers'

const layout = { xaxis: { title: { text: 'hold time (s)' } }, yaxis: { title: { text: 'cost (USD)' } } }

describe('the numbers behind a figure', () => {
  it('are what its points belong to, with the names of its axes', () => {
    const data = [
      { name: 'DDR', x: [1, 10], y: [2, 3.000001] },
      { name: 'H100', text: ['2025'], x: [5], y: [6] },
    ]
    expect(numbersOf({ data, layout })).toEqual([
      ['of', 'hold time (s)', 'cost (USD)'],
      ['DDR', 1, 2],
      ['DDR', 10, 3.000001],
      ['H100: 2025', 5, 6],
    ])
  })

  it('of a bar that hangs in the air say from where to where', () => {
    const data = [{ type: 'bar', orientation: 'h', name: 'HBM', base: [0.001], x: [0.999], y: ['hidden'] }]
    expect(numbersOf({ data, layout })[1]).toEqual(['HBM', '0.001 to 1', 'hidden'])
  })

  it('of long curves are thinned to what can be read, the ends kept', () => {
    const long = Array.from({ length: 1001 }, (_, at) => at)
    const lines = numbersOf({ data: [{ name: 'a', x: long, y: long }], layout })
    expect(lines.length).toBeLessThan(65)
    expect(lines.at(1)).toEqual(['a', 0, 0])
    expect(lines.at(-1)).toEqual(['a', 1000, 1000])
  })
})
