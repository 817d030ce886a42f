// Does the figure of predicted against measured show every row once, and say how many are near?
import { describe, expect, it } from 'vitest'
import { type Compared, predictedMeasured } from '../../src/figures'
import { toMime } from '../../src/notebook'

const row = (source: string, measured: number, predicted: number): Compared => ({
  ...{ id: `${source} ${measured}`, source, quantity: 'tpot_s', measured, predicted },
})
const rows = [row('one', 0.01, 0.01), row('one', 0.1, 0.125), row('two', 1, 0.5), row('two', 2, 1.7)]

describe('predicted against measured', () => {
  const made = predictedMeasured(rows, 'calibrated')
  it('says how many rows lie within 1.3x: three of four', () => {
    expect(made.title).toBe('Calibrated, the equations come within 1.3x of 75% of 4 measured rows')
    expect(predictedMeasured(rows, 'ideal').title).toMatch(/^The least time/)
    for (const words of [made.caption, made.alt]) expect(words).toMatch(/^[A-Z].{20,}/)
  })
  it('has a trace a source beside the diagonal and its band, each row a dot, on equal logarithmic axes', () => {
    const dots = made.data.filter(({ mode }) => mode === 'markers')
    expect(dots.map(({ name, x }) => [name, (x as number[]).length])).toEqual([
      ['one', 2],
      ['two', 2],
    ])
    expect(made.data.length).toBe(5)
    const { xaxis, yaxis } = made.layout as Record<string, { type: string; range: number[] }>
    expect([xaxis?.type, yaxis?.type]).toEqual(['log', 'log'])
    expect(xaxis?.range).toEqual(yaxis?.range)
  })
  it('tells more sources apart than it has colours', () => {
    const many = predictedMeasured(
      Array.from({ length: 14 }, (_, i) => row(`source ${i}`, 1, 1)),
      'ideal',
    )
    const looks = many.data
      .filter(({ mode }) => mode === 'markers')
      .map(({ marker }) => marker as { color: string; symbol: string })
    expect(new Set(looks.map(({ color, symbol }) => `${color} ${symbol}`)).size).toBe(14)
  })
  it('holds only finite numbers, and refuses to draw nothing', () => {
    expect(() => toMime(made)).not.toThrow()
    expect(() => predictedMeasured([], 'ideal')).toThrow('There is no predicted row to draw.')
  })
})
