import { describe, expect, it } from 'vitest'
import { accelerator, acceleratorIds, link, linkIds, priceHistory, tier, tierIds, tiers } from '../../src/catalog'
import { apiPrice, apiPriceIds } from '../../src/catalog/apiPrices'
import { assumption, assumptionNames } from '../../src/catalog/assumptions'
import type { Fact } from '../../src/catalog/fact'
import { amortizedPrice, rematCost } from '../../src/derivations'

type Named = readonly [where: string, fact: Fact]
const named = (id: string, facts: object): Named[] =>
  Object.entries(facts).map(([name, fact]: [string, Fact]) => [`${id} ${name}`, fact])

const prices: Named[] = [
  ...acceleratorIds().flatMap((id) => [...named(id, accelerator(id).quotes), ...named(id, accelerator(id).purchases)]),
  ...tierIds().flatMap((id) => named(id, priceHistory(id))),
  ...apiPriceIds().flatMap((id) => named(id, apiPrice(id).facts)),
]
const all: Named[] = [
  ...prices,
  ...acceleratorIds().flatMap((id) => named(id, accelerator(id).facts)),
  ...(['component', 'owned', 'rented'] as const).flatMap((basis) =>
    tiers({ basis }).flatMap(({ id, facts }) => named(id, facts)),
  ),
  ...linkIds().flatMap((id) => named(id, link(id).facts)),
  ...assumptionNames().map((name): Named => [name, assumption(name)]),
]

describe('every number of the catalogue', () => {
  it('has a unit, a date, a kind, and a page or the word assumed', () => {
    expect(all.length).toBeGreaterThan(500)
    for (const [where, fact] of all) {
      expect(Number.isFinite(fact.value), where).toBe(true)
      expect(fact.unit, where).not.toBe('')
      expect(fact.asOf, where).toMatch(/^\d{4}-\d\d-\d\d$/)
      if (fact.source.url === '') expect(fact.kind, where).toBe('assumed')
      else expect(fact.source.url, where).toMatch(/^https?:\/\//)
    }
  })

  it('that is a price has a basis', () => {
    for (const [where, fact] of prices) expect(fact.basis, where).toMatch(/^(component|owned|rented)$/)
  })
})

describe('a record', () => {
  it('spreads into an equation under the names of the vocabulary', () => {
    // 2 FLOP a parameter and token, at 2.60 USD/h and half of 989.4 TFLOP/s.
    const cost = rematCost({ ...accelerator('h100-sxm'), activeParams: 70e9, mfu: 0.5 })
    expect(cost).toBeCloseTo((140e9 / (989.4e12 * 0.5)) * (2.6 / 3600), 15)
  })
  it('of a part gives the price of holding it for a second', () => {
    // 24 modules of 900 USD over five years of 31,557,600 s, power not counted for a bare part.
    expect(amortizedPrice({ ...tier('ddr5-rdimm-server') })).toBeCloseTo(21600 / (5 * 31557600), 12)
  })
})
