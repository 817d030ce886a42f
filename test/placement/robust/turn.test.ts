// By which factor must a number move until the winner changes?
import { describe, expect, it } from 'vitest'
import { equation } from '../../../src/algebra'
import * as derivations from '../../../src/derivations'
import {
  billsOf,
  chargedPrices,
  type Payer,
  place,
  pricedAt,
  robustnessOf,
  type Settled,
  settled,
  turnOf,
} from '../../../src/placement'
import { firstChange } from '../../../src/placement/robust/scan'
import { runnersIn, winnerOf } from '../../../src/placement/robust/winner'
import { plain, questions } from './cases'

const seed = 20261
const payers = ['server', 'fleet'] as const
const costOf = (question: Settled, option: string, payer: Payer): number =>
  runnersIn(question, payer).find((one) => one.option === option)?.cost ?? Number.NaN

describe('a single price, by hand', () => {
  // 1000 B: DDR 1e-13 USD a second and 1e-12 a read; HBM 1e-11 a second; a remat 2e9 FLOP at 5e14 FLOP/s for 0.001 USD/s.
  const [ddr, hbm, remat] = [1e-11 + 1e-12, 1e-9, 4e-9]
  const bills = billsOf(plain)

  it('DDR loses to HBM once its price has risen by the ratio of the bills', () => {
    expect(bills.winner).toBe('ddr')
    const turn = turnOf(bills, ['price of ddr'], 'up')
    expect(turn?.winner).toBe('hbm')
    expect(turn?.factor).toBeCloseTo(hbm / ddr, 12)
  })
  it('and so does the rent of the devices fall, since what HBM and a remat pay falls with it', () => {
    const turn = turnOf(bills, ['devicePrice'], 'down')
    expect(turn?.factor).toBeCloseTo(hbm / ddr, 12)
    expect(Math.min(hbm, remat)).toBe(hbm)
  })
  it('both at once need the square root of that', () => {
    const turn = turnOf(bills, ['devicePrice', 'price of ddr'])
    expect(turn?.factor).toBeCloseTo(Math.sqrt(hbm / ddr), 12)
    expect(turn?.ways).toEqual({ devicePrice: 'down', 'price of ddr': 'up' })
  })
  it('a lower price of the winner turns nothing', () => {
    expect(turnOf(bills, ['price of ddr'], 'down')).toBeUndefined()
  })
  it('all prices of a currency together turn nothing: only their ratios decide', () => {
    for (const factor of [1e-3, 7, 1e4]) {
      const factors = Object.fromEntries(chargedPrices(plain).map((price) => [price, factor]))
      expect(winnerOf(pricedAt(plain, factors))).toBe('ddr')
    }
  })
})

describe(`the flip of every price of every question (seed ${seed})`, () => {
  it.each(payers)(
    'is where the two bills of a %s are equal to 1e-9; 1 % before it nothing changes, 1 % after it does',
    (payer) => {
      let turned = 0
      for (const question of questions(40, seed)) {
        const bills = billsOf(question, payer)
        for (const price of bills.prices) {
          for (const way of ['up', 'down'] as const) {
            const turn = turnOf(bills, [price], way)
            if (turn === undefined) continue
            turned++
            const at = (factor: number): Settled => pricedAt(question, { [price]: way === 'up' ? factor : 1 / factor })
            const there = at(turn.factor)
            expect(costOf(there, turn.winner, payer) / costOf(there, bills.winner, payer)).toBeCloseTo(1, 9)
            expect(winnerOf(at(1 + (turn.factor - 1) * 0.99), payer)).toBe(bills.winner)
            expect(winnerOf(at(turn.factor * 1.01), payer)).not.toBe(bills.winner)
          }
        }
      }
      expect(turned).toBeGreaterThan(100)
    },
  )
  it.each(payers)('no pair of prices of a %s turns sooner than the formula says', (payer) => {
    for (const question of questions(12, seed + 1)) {
      const bills = billsOf(question, payer)
      for (const [i, one] of bills.prices.entries()) {
        for (const other of bills.prices.slice(i + 1)) {
          const factor = 0.999 * (turnOf(bills, [one, other])?.factor ?? 500) + 0.001
          for (const [a, b] of [
            [factor, factor],
            [factor, 1 / factor],
            [1 / factor, factor],
            [1 / factor, 1 / factor],
          ]) {
            expect(winnerOf(pricedAt(question, { [one]: a as number, [other]: b as number }), payer)).toBe(bills.winner)
          }
        }
      }
    }
  })
})

describe('every other number, bracketed', () => {
  const question = { model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 300, context: 32_768 } as const
  const found = robustnessOf(question)
  const single = (name: string) => found.singles.find((one) => one.name === name)

  it('the race that is searched is the race that is placed', () => {
    for (const one of questions(60, seed + 2)) {
      const placed = place(one)
      expect([winnerOf(one), winnerOf(one, 'fleet')]).toEqual([placed.best, placed.bestInFleet])
    }
  })
  it('the hold time turns at the ends of its interval of the envelope', () => {
    const { envelope, best } = place(question)
    const interval = envelope.find(({ option }) => option === best)
    expect(single('holdTime')?.up?.value).toBe(interval?.to)
    expect(single('holdTime')?.down?.value).toBe(interval?.from)
  })
  it('a bandwidth turns where the load becomes as slow as a remat, and says that it is not by cost', () => {
    const down = single('pathBandwidth')?.down
    const { sequenceBytes = 0 } = settled(question).deployment.numbers
    expect(down?.because).toBe('wait')
    expect((down?.value ?? 0) * (place(question).limit.seconds / sequenceBytes)).toBeCloseTo(1, 9)
  })
  it('arithmetic turns where a remat costs as much as keeping', () => {
    const { perToken, best } = place(question)
    const cost = (option: string) => perToken.find((one) => one.option === option)?.total ?? Number.NaN
    expect(single('flops')?.up?.factor).toBeCloseTo(cost('remat') / cost(best), 9)
  })
  it('a share is looked at as far as it can be, and no further', () => {
    expect(single('mfu')?.up).toBeUndefined()
    const limited = firstChange((factor) => (0.5 * factor > 0.99 ? 'other' : 'same'), 'same', 'up', { furthest: 2 })
    expect(limited?.factor).toBeCloseTo(1.98, 12)
  })
  it('nothing is 0 times itself: a stall that is 0 turns at a value', () => {
    const hour = robustnessOf({ ...question, holdTime: 1200 }, 'server', { pairs: false })
    const stall = hour.singles.find(({ name }) => name === 'stall')
    expect(stall?.today).toBe(0)
    expect(stall?.up?.factor).toBeUndefined()
    const at = (value: number) => place({ ...question, holdTime: 1200, stall: value }).best
    expect(at((stall?.up?.value ?? 0) * 0.999)).toBe(hour.winner)
    expect(at((stall?.up?.value ?? 0) * 1.001)).toBe(stall?.up?.winner)
  })
  it('a context turns at a whole number of tokens', () => {
    const near = { ...question, deadline: 0.05 }
    const context = robustnessOf(near, 'server', { pairs: false }).singles.find(({ name }) => name === 'context')
    const tokens = context?.up?.value ?? 0
    expect(Number.isInteger(tokens)).toBe(true)
    expect(place({ ...near, context: tokens }).best).toBe(context?.up?.winner)
    expect(place({ ...near, context: tokens - 1 }).best).toBe(place(near).best)
  })
  it('the best pair is sooner than any number alone', () => {
    const alone = found.singles.flatMap(({ up, down }) => [up?.factor ?? 1e9, 1 / (down?.factor ?? 1e-9)])
    expect(found.pair?.factor).toBeLessThan(Math.min(...alone))
  })
})

describe('what is not linear in the prices', () => {
  const { tierPrice, tierBandwidth, devicePrice } = derivations
  const capped = equation('retrievePrice', {
    symbol: 'r',
    unit: 'USD/B',
    says: 'reads that are never charged more than a device',
    inputs: { tierPrice, tierBandwidth, devicePrice },
    expression: 'min(tierPrice, devicePrice) / tierBandwidth',
    source: 'test',
  })
  it('is refused by the formulas and searched instead', () => {
    const bent: Settled = { ...plain, equations: { retrievePrice: capped } }
    expect(() => billsOf(bent)).toThrow(/prices/)
    const found = robustnessOf(bent)
    expect(found.whyNot).toMatch(/prices/)
    expect(found.prices).toBeUndefined()
    expect(found.singles.find(({ name }) => name === 'price of ddr')?.how).toBe('bracketed')
  })
  it('HBM as a part beside a stall is refused, saying what to ask instead', () => {
    const memory = { id: 'hbm-part', tierCapacity: 1e11, tierBandwidth: 1e12, tierPrice: 1e-4 }
    expect(() => billsOf({ ...plain, memory, stall: 0.5, landing: 1 })).toThrow(/ask with stall 0/)
    expect(billsOf({ ...plain, memory, landing: 1 }).prices).toContain('price of hbm-part')
  })
})
