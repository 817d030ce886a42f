// Does every figure keep the shared habits: words, units, labels where the data are, a title that fits?
import { describe, expect, it } from 'vitest'
import { figure, holdTimeAxis, placeOf, shortName } from '../../src/figures'
import { spread } from '../../src/figures/spread'
import { wrapped } from '../../src/figures/theme'

const spec = {
  title: 'A line rises',
  caption: 'Read upward.',
  alt: 'A rising line.',
  x: { quantity: 'context', unit: 'token', log: true },
  y: { quantity: 'cost', unit: 'USD/Mtoken' },
  data: [{ type: 'scatter', x: [1, 10], y: [1, 2] }],
}

describe('a figure', () => {
  it('refuses to go without a title, a caption or an alternative text', () => {
    expect(() => figure({ ...spec, alt: ' ' })).toThrow('A figure has no alt: expected a sentence.')
  })

  it('puts quantity and unit on its axes, and refuses a unit that is none', () => {
    const { xaxis, yaxis } = figure(spec).layout as Record<string, { title: { text: string } }>
    expect(xaxis?.title.text).toBe('context (token)')
    expect(yaxis?.title.text).toBe('cost (USD/Mtoken)')
    expect(() => figure({ ...spec, x: { quantity: 'x', unit: 'parsecs' } })).toThrow('parsecs')
  })

  it('places labels and milestones by logarithm on a log axis and by value on a linear one', () => {
    const { annotations, shapes } = figure({
      ...spec,
      labels: [{ x: 10, y: 2, text: 'here' }],
      milestones: [{ x: 100, text: 'there' }],
    }).layout
    expect(annotations).toMatchObject([
      { x: 1, y: 2, text: 'here' },
      { x: 2, text: 'there' },
    ])
    expect(shapes).toMatchObject([{ x0: 100, x1: 100 }])
  })
})

describe('the axis of hold times', () => {
  it('is marked in words people use, within its range', () => {
    expect(holdTimeAxis([0.5, 4000]).marks?.map(([, text]) => text)).toEqual(['1 s', '10 s', '1 min', '10 min', '1 h'])
  })
})

describe('a title', () => {
  it('is broken between words, but not between a number and its unit', () => {
    expect(wrapped('HBM is cheapest up to 17.8 ms', 27)).toEqual(['HBM is cheapest up to', '17.8\u00a0ms'])
  })
})

describe('labels at the right edge', () => {
  it('are moved apart, stay in order and within the frame', () => {
    const label = (y: number, text: string) => ({ x: 1, y, text })
    const moved = spread([label(1, 'a'), label(1, 'b'), label(1000, 'c'), label(1000, 'd')], [1, 1000])
    const heights = Object.fromEntries(moved.map(({ text, y }) => [text, y]))
    expect(heights.b ?? 0).toBeGreaterThan((heights.a ?? 0) * 1.3)
    expect(heights.d ?? 0).toBeGreaterThan((heights.c ?? 0) * 1.3)
    expect(Math.max(...Object.values(heights))).toBeLessThanOrEqual(1000)
    expect(Math.min(...Object.values(heights))).toBeGreaterThanOrEqual(1)
  })
})

describe('the place of an option', () => {
  it('is its medium in the catalogue, or what its name says', () => {
    expect(['ddr5-rdimm-server', 'nvme-qlc', 'gcs-standard', 'hbm', 'remat'].map(placeOf)).toEqual([
      'ddr',
      'flash',
      'object',
      'hbm',
      'remat',
    ])
    expect(['my-ssd', 'hdd', 'host-dram', 'somewhere'].map(placeOf)).toEqual(['flash', 'disk', 'ddr', 'object'])
  })

  it('has a short name, its own where none is known', () => {
    expect([shortName('ddr5-rdimm-server'), shortName('mine')]).toEqual(['DDR5', 'mine'])
  })
})
