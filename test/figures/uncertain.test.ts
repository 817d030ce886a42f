// Do the figures of odds and bands say what was drawn? They are tested as data, not as pixels.
import { describe, expect, it } from 'vitest'
import { cheapestOdds, colourOf, costBands } from '../../src/figures'
import { toMime } from '../../src/notebook'
import { costBandsOf, placeUncertain, settled } from '../../src/placement'

const question = settled({ model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 3600 })
const drawing = { samples: 500, seed: 2 }
const odds = placeUncertain(question, drawing)
const figures = {
  cheapestOdds: cheapestOdds(odds),
  costBands: costBands(costBandsOf(question, drawing), odds.placement),
}

describe.each(Object.entries(figures))('%s', (_, drawn) => {
  it('has a title, a caption, words for those who cannot see it, and only finite numbers', () => {
    for (const text of [drawn.title, drawn.caption, drawn.alt]) expect(text).toMatch(/\w.*\w/)
    expect(() => toMime(drawn)).not.toThrow()
  })
  it('draws only traces that the small Plotly bundle knows', () => {
    expect(new Set(drawn.data.map(({ type }) => type))).toEqual(new Set(['scatter']))
  })
})

describe('the odds that each option is cheapest', () => {
  const { data, title } = figures.cheapestOdds
  it('fill the plot: the areas add up to one at every hold time', () => {
    for (const i of odds.times.keys()) {
      expect(data.reduce((sum, { y }) => sum + ((y as number[])[i] as number), 0)).toBeCloseTo(1, 4)
    }
  })
  it('have the colour of each option, and hatch the second of one colour', () => {
    const seen = odds.options.filter(({ bestAt }) => bestAt.some((share) => share > 0))
    expect(data.map(({ fillcolor }) => fillcolor)).toEqual(seen.map(({ option }) => colourOf(option)))
    const hatched = data.filter(({ fillpattern }) => fillpattern !== undefined).map(({ name }) => name)
    expect(hatched).toEqual(['NVMe QLC'])
  })
  it('name the likeliest at the hold time and its probability', () => {
    const best = odds.options.find(({ option }) => option === odds.best)
    expect(title).toContain(`with a probability of ${Math.round(100 * (best?.best ?? 0))}%`)
  })
})

describe('the bands of costs', () => {
  it('are three curves an option and three of the cheapest, low under middle under high', () => {
    const { data } = figures.costBands
    expect(data.length).toBe(3 * (odds.options.length + 1))
    for (let i = 0; i < data.length; i += 3) {
      const [low, high, middle] = data.slice(i, i + 3).map(({ y }) => y as number[]) as [number[], number[], number[]]
      for (const k of low.keys()) {
        expect(low[k]).toBeLessThanOrEqual(middle[k] as number)
        expect(middle[k]).toBeLessThanOrEqual(high[k] as number)
      }
    }
  })
})
