import { describe, expect, it } from 'vitest'
import { model, modelIds } from '../../src/catalog'
import { drainTimes, type Figure, hitRatios, impliedBytes, pauseCosts, storagePrices } from '../../src/figures'
import {
  cachePrice,
  contradictions,
  drainConfigurations,
  holdLadder,
  priceAssumptions,
  priceReadings,
} from '../../src/lecture'
import { toMime } from '../../src/notebook'

const models = modelIds().map(model)
const lists = priceReadings()
const ladder = holdLadder(priceAssumptions())
const buyer = (read: number) => (pause: number) =>
  cachePrice({ write: 1.25, read, longWrite: 2, pause }).pauseStrategies ?? []

const figures: Readonly<Record<string, () => Figure>> = {
  impliedBytes: () => impliedBytes(contradictions(), models),
  hitRatios: () => hitRatios(lists),
  storagePrices: () => storagePrices(lists, ladder, 100e3),
  pauseCosts: () => pauseCosts(buyer(0.1), 'A list'),
  drainTimes: () => drainTimes(drainConfigurations()),
}

describe.each(Object.entries(figures))('the figure %s', (_, make) => {
  const made = make()

  it('has words for its finding, its reading and its look', () => {
    for (const words of [made.title, made.caption, made.alt]) expect(words).toMatch(/^[A-Z\d].{20,}/)
  })

  it('holds only finite numbers', () => {
    expect(() => toMime(made)).not.toThrow()
  })
})

describe('implied bytes', () => {
  it('states the spread of the two ends: 148 kB over 1.67 kB is 89', () => {
    expect(impliedBytes(contradictions(), models).title).toMatch(/1\.67 kB or 148 kB, 89 times apart$/)
  })

  it('draws what a tier would mean in the colour of its medium', () => {
    const { alt } = impliedBytes(contradictions(), models)
    expect(alt).toContain('storage: DDR5')
    expect(alt).toContain('open models from')
  })

  it('refuses an empty comparison', () => {
    expect(() => impliedBytes({ id: 'none', inferences: [], spread: 1 }, models)).toThrow(/nothing to compare/)
  })
})

describe('hit ratios', () => {
  it('counts each list once', () => {
    const [{ hovertext = [] } = {}] = hitRatios(lists).data as readonly { hovertext?: string[] }[]
    expect(hovertext.flatMap((text) => text.split('<br>').slice(1))).toHaveLength(lists.length)
  })

  it('says how many keep the tenth, and the ends of the rest', () => {
    const three = [0.05, 0.1, 0.25].map((hit) => ({ provider: 'P', model: `m${hit}`, period: '2026-10', hit }))
    expect(hitRatios(three).title).toBe('1 of 3 lists charge 10% of input for a hit; the others run from 5% to 25%')
  })
})

describe('storage prices', () => {
  it('move with the size of a token: at 100 MB every list is below DDR5', () => {
    expect(storagePrices(lists, ladder, 100e6).title).toMatch(/^At 100 MB a token, 0 of \d+ lists/)
  })

  it('leave out lists that sell none, and refuse when no list is left', () => {
    const none = lists.filter(({ storage }) => storage === undefined)
    expect(() => storagePrices(none, ladder, 100e3)).toThrow(/expected lists with a price of storage/)
  })

  it('tell listed prices from those two cache writes imply', () => {
    expect(storagePrices(lists, ladder, 100e3).data.map(({ name }) => name)).toEqual(['listed', 'cache writes'])
  })
})

describe('the cost of a pause', () => {
  it('names the cheapest strategy of every stretch: at a tenth, seven pings cost as much as sending again', () => {
    expect(pauseCosts(buyer(0.1), 'A list').title).toBe(
      'A list: write once up to 5 min, write and ping up to 35 min, send again after that',
    )
  })

  it('shows that hits at a twentieth make pings outlast the hour', () => {
    expect(pauseCosts(buyer(0.05), 'A list').title).toContain('write and ping up to 70 min')
  })

  it('says so where one strategy is always cheapest: a write at twice the input, a hit for nothing less', () => {
    const dear = (pause: number) => cachePrice({ write: 2, read: 1, pause }).pauseStrategies ?? []
    expect(pauseCosts(dear, 'A dear list').title).toBe('A dear list: send again is always cheapest')
  })

  it('keeps its labels apart where two curves end together', () => {
    const { annotations } = pauseCosts(buyer(0.05), 'A list').layout as { annotations: { y: number }[] }
    const heights = annotations.map(({ y }) => y).sort((a, b) => a - b)
    for (const [i, y] of heights.slice(1).entries()) expect(y - (heights[i] ?? 0)).toBeGreaterThan(0.15)
  })

  it('refuses more strategies than it can tell apart', () => {
    const many = () => Array.from({ length: 5 }, (_, i) => ({ strategy: `s${i}`, price: i + 1 }))
    expect(() => pauseCosts(many, 'A list')).toThrow(/5 strategies in one figure/)
  })
})

describe('drain times', () => {
  it('count, per medium, the configurations that drain as was said', () => {
    expect(drainTimes(drainConfigurations()).title).toMatch(/5 of 5 of HBM.* of 10 of flash, .* of 5 of disk$/)
  })
})
