import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { model } from '../../src/catalog'
import { cachePrice, operatorCost } from '../../src/lecture'

const fiveMinutes = { write: 1.25, read: 0.1 }

describe('hits that pay back a write', () => {
  it('are (write - 1) / (1 - read): one hit for 1.25 and a tenth, two for a write at 2', () => {
    const { hitsToPayBack, wholeHits } = cachePrice(fiveMinutes)
    expect(hitsToPayBack).toBeCloseTo(0.25 / 0.9, 12)
    expect(wholeHits).toBe(1)
    expect(cachePrice({ write: 2, read: 0.1 }).wholeHits).toBe(2)
  })
  it('are none where writing costs no more than input, and none is enough where a hit is no cheaper', () => {
    expect(cachePrice({ write: 1, read: 0.1 }).hitsToPayBack).toBe(0)
    expect(cachePrice({ write: 1.25, read: 1 })).toMatchObject({
      hitsToPayBack: null,
      wholeHits: null,
      breakEvenHitRate: null,
    })
  })
  it('a whole number of hits is not rounded up by a last bit', () => {
    expect(cachePrice({ write: 1.9, read: 0.1 }).wholeHits).toBe(1)
    expect(cachePrice({ write: 1.3, read: 0.7 }).wholeHits).toBe(1)
  })
  it('the mean price is below input exactly from those hits on', () => {
    const price = fc.double({ min: 0.01, max: 0.95, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 1.01, max: 4, noNaN: true }), price, (write, read) => {
        const { hitsToPayBack } = cachePrice({ write, read })
        const at = (hits: number) => cachePrice({ write, read, hits }).meanPrice ?? Number.NaN
        const needed = hitsToPayBack ?? Number.NaN
        return at(needed * 1.01) < 1 && at(needed * 0.99) > 1
      }),
      { seed: 11 },
    )
  })
})

describe('strategies over a pause', () => {
  const tariff = { ...fiveMinutes, longWrite: 2 }
  const price = (pause: number, strategy: string, of = tariff) =>
    cachePrice({ ...of, pause }).pauseStrategies?.find((each) => each.strategy === strategy)
  it('within five minutes a plain write and a hit are cheapest', () => {
    const [best] = cachePrice({ ...tariff, pause: 200 }).pauseStrategies ?? []
    expect(best).toMatchObject({ strategy: 'write once', price: expect.closeTo(1.35, 12) })
  })
  it('an hour takes eleven pings: 1.25 + 11 x 0.1, then the hit; the hour tier is cheaper', () => {
    expect(price(3600, 'write and ping')).toMatchObject({ pings: 11, price: expect.closeTo(2.45, 12) })
    expect(price(3600, 'write to the longer cache')?.price).toBeCloseTo(2.1, 12)
  })
  it('where hits cost a twentieth, pinging for an hour is cheaper than the hour tier', () => {
    const cheap = { ...tariff, read: 0.05 }
    expect(price(3600, 'write and ping', cheap)?.price).toBeLessThan(
      price(3600, 'write to the longer cache', cheap)?.price ?? 0,
    )
  })
  it('up to the pings that are worth a long write, and not beyond, pinging wins', () => {
    expect(cachePrice(tariff).pingsWorth).toBeCloseTo(7.5, 12)
    const better = (pause: number) =>
      (price(pause, 'write and ping')?.price ?? 0) < (price(pause, 'write to the longer cache')?.price ?? 0)
    expect([better(2399), better(2401)]).toEqual([true, false])
  })
  it('beyond the life a plain write expires and is paid twice; at the very end of its life it still hits', () => {
    expect(price(301, 'write once')?.price).toBeCloseTo(2.5, 12)
    expect(price(300, 'write once')?.price).toBeCloseTo(1.35, 12)
  })
})

describe('refusals', () => {
  it('say what was asked and what was expected', () => {
    expect(() => cachePrice({ write: -1, read: 0.1 })).toThrow('write is -1: expected a number that is not negative.')
    expect(() => cachePrice({ write: Number.NaN, read: 0.1 })).toThrow('write is NaN')
    expect(() => cachePrice({ ...fiveMinutes, life: 0 })).toThrow('life is 0: expected a time longer than that.')
  })
})

describe('what the operator pays', () => {
  it('for Llama 3.1 70B on H100: a forward pass, and for five minutes in HBM more than that', () => {
    const { forwardPass, keptInMemory, keptCheapest } = operatorCost({
      model: model('llama-3.1-70b'),
      acceleratorId: 'h100-sxm',
      life: 300,
    })
    expect(forwardPass * 1e6).toBeGreaterThan(0.1)
    expect(keptInMemory.hold).toBeGreaterThan(forwardPass)
    expect(keptCheapest.total).toBeLessThan(keptInMemory.total)
  })
})

const published = '../shared/truth/published.json'
describe.skipIf(!existsSync(published))('published tariffs (skipped where ../shared is absent)', () => {
  interface Row {
    readonly id: string
    readonly inputs: Record<string, number>
    readonly expected: number | number[]
  }
  const rows: readonly Row[] = existsSync(published) ? JSON.parse(readFileSync(published, 'utf8')) : []
  const expected = (id: string) => rows.find((row) => row.id === id)?.expected
  it('hit rate that breaks even on five-minute writes: 0.217, three digits as printed', () => {
    expect(cachePrice(fiveMinutes).breakEvenHitRate).toBeCloseTo(expected('anth-breakeven-hitrate-5m') as number, 3)
  })
  it('whole reads that pay: one at five minutes, two at an hour', () => {
    expect(cachePrice(fiveMinutes).wholeHits).toBe(expected('anth-reads-5m'))
    expect(cachePrice({ write: 2, read: 0.1 }).wholeHits).toBe(expected('anth-reads-1h'))
  })
  it('mean price over 1, 2 and 3 requests, printed to three digits', () => {
    const means = [0, 1, 2].map((hits) => cachePrice({ ...fiveMinutes, hits }).meanPrice)
    expect(means).toEqual((expected('anth-avg-cost-5m') as number[]).map((value) => expect.closeTo(value, 3)))
  })
})
