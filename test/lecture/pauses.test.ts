import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CacheTariff, continuing, lastReturn, pauseBorders } from '../../src/lecture'

const minute = 60
const anthropic: CacheTariff = { write: 1.25, read: 0.1, life: 5 * minute }
const withHour: CacheTariff = { ...anthropic, longWrite: 2, longLife: 60 * minute }
const priceOf = (strategies: readonly { strategy: string; price: number }[], strategy: string) =>
  strategies.find((each) => each.strategy === strategy)?.price

describe('a session that goes on, at 1.25 and 0.1 over five minutes', () => {
  it('is pinged up to an hour: eleven reads and the hit are 1.2, the rewrite 1.25; twelve are 1.3', () => {
    const { pings } = pauseBorders(anthropic).continuing
    expect(pings).toMatchObject({ pings: 11, until: 60 * minute })
    expect(continuing(anthropic, 60 * minute)[0]).toMatchObject({ strategy: 'write and ping', pings: 11 })
    expect(continuing(anthropic, 61 * minute)[0]).toMatchObject({ strategy: 'write once' })
  })
  it('has 62.5 minutes for its limit if pings were divisible: 1.25 / 0.1 lives of five minutes', () => {
    expect(pauseBorders(anthropic).continuing.pings?.continuous).toBeCloseTo(62.5 * minute, 9)
  })
  it('is served better by an hour tier at 2.0 from 40 minutes on, as eight pings cost more than 0.75', () => {
    const { longerFrom, continuing: border } = pauseBorders(withHour)
    expect(longerFrom).toBe(40 * minute)
    expect(border.winners).toEqual([
      { strategy: 'write once', from: 0, to: 5 * minute },
      { strategy: 'write and ping', from: 5 * minute, to: 40 * minute },
      { strategy: 'write to the longer cache', from: 40 * minute, to: 60 * minute },
      { strategy: 'write once', from: 60 * minute, to: null },
    ])
  })
})

describe('a last return', () => {
  it('is pinged up to 35 minutes: 1.25 + 6 x 0.1 + 0.1 is 1.95, sending twice 2', () => {
    const { pings, rival, winners } = pauseBorders(withHour).lastReturn
    expect(rival).toBe('send again')
    expect(pings).toMatchObject({ pings: 6, until: 35 * minute, continuous: expect.closeTo(37.5 * minute, 9) })
    expect(winners.at(-1)).toEqual({ strategy: 'send again', from: 35 * minute, to: null })
  })
  it('costs the first write more than what the pause costs a session that goes on', () => {
    for (const { strategy, price } of continuing(withHour, 17 * minute)) {
      expect(priceOf(lastReturn(withHour, 17 * minute), strategy)).toBeCloseTo(price + 1.25, 12)
    }
  })
})

describe('the rules of a provider', () => {
  it('count the request into the life where it is counted from the start: two minutes less in every border', () => {
    const slow: CacheTariff = { ...withHour, requestTime: 2 * minute }
    const [fromEnd, fromStart] = [pauseBorders(slow), pauseBorders({ ...slow, countedFrom: 'start' })]
    expect(fromEnd).toEqual(pauseBorders(withHour))
    expect(fromStart.longerFrom).toBe(38 * minute)
    expect(fromStart.continuing.pings?.until).toBe(58 * minute)
    expect(fromStart.continuing.winners[0]).toEqual({ strategy: 'write once', from: 0, to: 3 * minute })
  })
  it('leave no ping where a read does not renew the life', () => {
    const border = pauseBorders({ ...withHour, renewed: false })
    expect(border.continuing.pings).toBeUndefined()
    expect(border.longerFrom).toBeUndefined()
    expect(border.continuing.winners.map(({ strategy }) => strategy)).not.toContain('write and ping')
  })
  it('leave nothing but sending again to a prompt below the least that is cached', () => {
    const short: CacheTariff = { ...withHour, prompt: 511, minimumPrefix: 512 }
    expect(lastReturn(short, minute).map(({ strategy }) => strategy)).toEqual(['send again'])
    expect(lastReturn({ ...short, prompt: 512 }, minute)[0]).toMatchObject({ strategy: 'write once' })
  })
  it('make paid storage worth it for as long as it costs less than a fresh prompt: 0.9 / 3.6 of an hour', () => {
    const stored: CacheTariff = { write: 1, read: 0.1, storage: 3.6 / 3600 }
    for (const border of [pauseBorders(stored).lastReturn, pauseBorders(stored).continuing]) {
      expect(border.winners[0]).toMatchObject({ strategy: 'write and store', to: expect.closeTo(900, 9) })
    }
  })
  it('let free reads keep a cache for ever', () => {
    const free = pauseBorders({ ...anthropic, read: 0 }).continuing
    expect(free.pings).toEqual({ pings: null, until: null, continuous: null })
    expect(free.winners.at(-1)).toMatchObject({ strategy: 'write and ping', to: null })
  })
})

describe('the winners', () => {
  it('are the cheapest strategies at any pause (seed 5)', () => {
    const tariff = fc.record({
      write: fc.double({ min: 1, max: 3, noNaN: true }),
      read: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      longWrite: fc.double({ min: 1, max: 4, noNaN: true }),
      life: fc.integer({ min: 60, max: 1800 }),
      longLife: fc.integer({ min: 600, max: 40_000 }),
      requestTime: fc.integer({ min: 0, max: 50 }),
      countedFrom: fc.constantFrom('start' as const, 'end' as const),
      renewed: fc.boolean(),
    })
    fc.assert(
      fc.property(tariff, fc.integer({ min: 1, max: 100_000 }), (asked, pause) => {
        const borders = pauseBorders(asked)
        for (const [{ winners }, at] of [
          [borders.lastReturn, lastReturn],
          [borders.continuing, continuing],
        ] as const) {
          const winner = winners.find(({ from, to }) => from < pause && (to === null || pause <= to))
          const strategies = at(asked, pause)
          expect(priceOf(strategies, winner?.strategy ?? '')).toBeCloseTo(strategies[0]?.price ?? Number.NaN, 9)
        }
      }),
      { seed: 5, numRuns: 500 },
    )
  })
})

describe('refusals', () => {
  it('say that a lifetime nobody promises must be given', () => {
    expect(() => pauseBorders({ write: 1, read: 0.1, life: null })).toThrow(
      'No lifetime of this cache is known: give life, the time to reckon with.',
    )
  })
  it('ask whether a hit dearer than a write was swapped with it', () => {
    expect(() => pauseBorders({ write: 0.1, read: 1.25 })).toThrow(
      'A hit at 1.25 of input is dearer than a write at 0.1: were the two swapped?',
    )
  })
})
