import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CacheSession, type CacheTariff, lastReturn, sessionPrice } from '../../src/lecture'

const tariff: CacheTariff = { write: 1.25, read: 0.1, longWrite: 2, life: 300, longLife: 3600 }
const session: CacheSession = { turns: 3, prompt: 1000, grow: 100, pause: 60 }
const price = (strategy: string, of = tariff, asked = session) =>
  sessionPrice(of, asked).strategies.find((each) => each.strategy === strategy)

describe('three turns of 1,000, 1,100 and 1,200 tokens a minute apart', () => {
  it('write 1,000, then 100 twice, and read 1,000 and 1,100: 1250 + 225 + 235', () => {
    expect(price('write once')).toMatchObject({ price: expect.closeTo(1710, 9), computed: 1200, read: 2100 })
  })
  it('cost all their tokens where nothing is cached', () => {
    expect(price('send again')?.price).toBe(3300)
    expect(sessionPrice(tariff, session).tokens).toBe(3300)
  })
  it('write everything every time once the pause outlives the cache', () => {
    expect(price('write once', tariff, { ...session, pause: 301 })?.price).toBeCloseTo(3300 * 1.25, 9)
  })
  it('ping the prompt so far: one ping a pause adds a tenth of 1,000 and of 1,100', () => {
    const pinged = price('write and ping', tariff, { ...session, pause: 600 })
    expect(pinged).toMatchObject({ pings: 1, price: expect.closeTo(1710 + 210, 9), read: 4200 })
  })
  it('keep tokens for as long as they wait: 1,000 and 1,100 of them for a minute', () => {
    expect(price('write once')?.kept).toBe(2100 * 60)
    expect(price('send again')?.kept).toBe(0)
  })
})

describe('two turns of one prompt', () => {
  it('cost what the pause strategies say, token by token (seed 8)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 100_000 }), (pause, prompt) => {
        const { strategies } = sessionPrice(tariff, { turns: 2, prompt, pause })
        const pairs = lastReturn(tariff, pause).map(({ strategy, price: one }) => [strategy, one * prompt] as const)
        expect(strategies.length).toBe(pairs.length)
        for (const [strategy, whole] of pairs) {
          expect((strategies.find((each) => each.strategy === strategy)?.price ?? 0) / whole).toBeCloseTo(1, 12)
        }
      }),
      { seed: 8 },
    )
  })
})

describe('a long session', () => {
  it('comes to the price of a hit, as one write is spread over ever more turns', () => {
    const { strategies, tokens } = sessionPrice(tariff, { turns: 100_000, prompt: 1000, pause: 60 })
    expect((strategies[0]?.price ?? 0) / tokens).toBeCloseTo(0.1, 4)
  })
})

describe('the rules of a provider', () => {
  it('price turns below the least that is cached as plain input, and say so', () => {
    const small = { ...tariff, minimumPrefix: 1100 }
    // 1,000 plain; 1,100 written, as nothing was there to hit; 1,100 read and 100 written.
    expect(price('write once', small)?.price).toBeCloseTo(1000 + 1375 + 110 + 125, 9)
    expect(sessionPrice(small, session).notes).toEqual([
      'In 1 turn the prompt is below 1100 tokens, the least that is cached: all plain input.',
    ])
  })
  it('let a life that reads do not renew end in the middle of a session', () => {
    const fixed = { ...tariff, renewed: false, life: 100 }
    const flat = { turns: 4, prompt: 1000, pause: 60 }
    // Written, read at 60 s, written again at 120 s, read at 180 s.
    expect(price('write once', fixed, flat)?.price).toBeCloseTo(1250 + 100 + 1250 + 100, 9)
  })
  it('use a life up by the request itself where it is counted from the start', () => {
    const slow = { ...tariff, requestTime: 30 }
    const at = { ...session, pause: 280 }
    expect(price('write once', slow, at)?.price).toBeCloseTo(1710, 9)
    expect(price('write once', { ...slow, countedFrom: 'start' as const }, at)?.price).toBeCloseTo(3300 * 1.25, 9)
  })
  it('hit in whole steps of the prefix: 896 of 1,000 tokens at 128 a step', () => {
    const stepped = { ...tariff, prefixStep: 128 }
    expect(price('write once', stepped, { turns: 2, prompt: 1000, pause: 60 })).toMatchObject({
      read: 896,
      computed: 1104,
    })
  })
  it('charge storage by the token and the second, requests included', () => {
    const stored: CacheTariff = { write: 1, read: 0.1, storage: 0.001, requestTime: 10 }
    const two = sessionPrice(stored, { turns: 2, prompt: 1000, pause: 90 })
    expect(two.strategies.find(({ strategy }) => strategy === 'write and store')?.price).toBeCloseTo(
      1000 + 100 + 100,
      9,
    )
  })
  it('charge the whole of a long prompt more, and say from how many turns', () => {
    const long = { ...tariff, longContext: { threshold: 1100, input: 2, cachedInput: 3 } }
    expect(price('send again', long)?.price).toBe(1000 + 1100 + 2400)
    expect(price('write once', long)?.price).toBeCloseTo(1250 + 225 + 1100 * 0.1 * 3 + 125 * 2, 9)
    expect(sessionPrice(long, session).notes).toEqual([
      'In 1 turn it is above 1100 tokens and charged as a long prompt.',
    ])
  })
})

describe('refusals', () => {
  it.each([
    [{ turns: 0 }, 'turns is 0: expected a whole number, 1 or more.'],
    [{ turns: 2.5 }, 'turns is 2.5: expected a whole number, 1 or more.'],
    [{ prompt: 0 }, 'prompt is 0: expected the tokens of the first prompt.'],
    [{ grow: -1 }, 'grow is -1: expected a number that is not negative.'],
  ])('of %j: %s', (wrong, says) => {
    expect(() => sessionPrice(tariff, { ...session, ...wrong })).toThrow(says)
  })
})
