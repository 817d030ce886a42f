// Does the winner win at every price in a box?
import { describe, expect, it } from 'vitest'
import { random } from '../../../src/algebra/random'
import {
  billsOf,
  boxAround,
  type Certificate,
  certify,
  checkCertificate,
  largestBox,
  place,
  pricedAt,
  type Settled,
  settled,
} from '../../../src/placement'
import { winnerOf } from '../../../src/placement/robust/winner'
import { logUniform, plain, questions } from './cases'

const seed = 20262
const payers = ['server', 'fleet'] as const

/** The largest box of a question, or nothing where its winner ties. */
function largest(question: Settled, payer: (typeof payers)[number]): Certificate | undefined {
  return largestBox(billsOf(question, payer)).certificate
}

describe('a box of prices', () => {
  it('by hand: DDR wins within the square root of the ratio of the bills, and not beyond', () => {
    const most = Math.sqrt(1e-9 / 1.1e-11)
    const around = (factor: number) => certify(plain, boxAround(['devicePrice', 'price of ddr'], factor))
    expect(around(most * 0.999999).kind).toBe('certificate')
    const beyond = around(most * 1.000001)
    expect(beyond).toMatchObject({ kind: 'counterexample', rival: 'hbm' })
  })
  it('certificates of its own are proved, for both payers', () => {
    for (const question of questions(20, seed)) {
      for (const payer of payers) {
        const found = largest(question, payer)
        if (found !== undefined) expect(checkCertificate(found, question)).toEqual({ verdict: 'proved' })
      }
    }
  })
  it('a counterexample is one: placed there, the rival costs no more', () => {
    for (const question of questions(20, seed + 1)) {
      const { prices } = billsOf(question)
      const found = certify(question, boxAround(prices, 900))
      if (found.kind === 'certificate') continue
      const { perToken } = place({ ...pricedAt(question, found.factors), holdTime: found.holdTime })
      const cost = (option: string) => perToken.find((one) => one.option === option)?.total ?? Number.NaN
      expect(cost(found.rival)).toBeLessThanOrEqual(cost(found.winner) * (1 + 1e-12))
    }
  })
  it(`no price vector of 20,000 contradicts its certificate, nor one beside a corner (seed ${seed + 2})`, () => {
    const draw = random(seed + 2)
    const contradictions: unknown[] = []
    for (const question of questions(20, seed + 2)) {
      for (const payer of payers) {
        const found = largest(question, payer)
        for (let i = 0; found !== undefined && i < 500; i++) {
          // Half of them at corners, where it is closest.
          const factors = Object.fromEntries(
            Object.entries(found.box.prices).map(([name, [low, high]]) => [
              name,
              i % 2 === 0 ? logUniform(draw, low, high) : draw.unit() < 0.5 ? low : high,
            ]),
          )
          if (winnerOf(pricedAt(question, factors), payer) !== found.winner) contradictions.push({ factors, found })
        }
      }
    }
    expect(contradictions).toEqual([])
  })
  it('a fleet over many hold times is certified piece by piece: where something else binds is among its cases', () => {
    const question = settled({ model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 86_400, context: 32_768 })
    const { prices } = billsOf(question, 'fleet')
    const found = certify(question, { ...boxAround(prices, 1), holdTimes: [43_200, 172_800] }, 'fleet') as Certificate
    expect(found.kind).toBe('certificate')
    // Flash of one drive write a day: room binds where a byte stays longer than a day.
    expect(found.at.some(({ holdTime }) => Math.abs(holdTime / 86_400 - 1) < 1e-9)).toBe(true)
    expect(checkCertificate(found, question)).toEqual({ verdict: 'proved' })
    for (let holdTime = 43_200; holdTime <= 172_800; holdTime += 1800)
      expect(place({ ...question, holdTime }).bestInFleet).toBe(found.winner)
  })
})

describe('a certificate that was changed is refuted', () => {
  const found = largest(plain, 'server') as Certificate
  const [first] = found.at
  const forged = (changes: Partial<Certificate>) => checkCertificate({ ...found, ...changes }, plain)

  it('another winner', () => expect(forged({ winner: 'hbm' })).toMatchObject({ verdict: 'refuted' }))
  it('a larger box', () =>
    expect(forged({ box: boxAround(['devicePrice', 'price of ddr'], 20) })).toMatchObject({
      because: expect.stringMatching(/no dearer/),
    }))
  it('a rival left out', () =>
    expect(forged({ at: [{ holdTime: 100, cases: first?.cases.slice(1) ?? [] }] })).toMatchObject({
      because: expect.stringMatching(/no case/),
    }))
  it('an easier corner', () => {
    const cases = first?.cases.map((one) => ({
      ...one,
      corner: { devicePrice: 'high', 'price of ddr': 'low' } as const,
    }))
    expect(forged({ at: [{ holdTime: 100, cases: cases ?? [] }] })).toMatchObject({ verdict: 'refuted' })
  })
  it('an easier corner with its own difference', () => {
    // At one point there is no worse end: what is certified there is true of it, but not of the box.
    const { 'price of ddr': range = [1, 1], ...others } = found.box.prices
    const cheap = certify(plain, { prices: { ...others, 'price of ddr': [range[0], range[0]] } }) as Certificate
    const cases = cheap.at[0]?.cases.map((one) => ({
      ...one,
      corner: { ...one.corner, 'price of ddr': 'low' } as const,
    }))
    expect(forged({ at: [{ holdTime: 100, cases: cases ?? [] }] })).toMatchObject({
      because: expect.stringMatching(/price of ddr does worse at its other end/),
    })
  })
  it('other hold times', () => expect(forged({ at: [] })).toMatchObject({ verdict: 'refuted' }))
  it('the question at another price', () =>
    expect(checkCertificate(found, pricedAt(plain, { devicePrice: 0.5 }))).toMatchObject({ verdict: 'refuted' }))
})

describe('a box that is none', () => {
  it('is refused', () => {
    expect(() => boxAround(['devicePrice'], 0.5)).toThrow(/from 1 on/)
    expect(() => certify(plain, { prices: { 'price of tape': [1, 2] } })).toThrow(/price of ddr/)
    expect(() => certify(plain, { prices: { devicePrice: [2, 1] } })).toThrow(/lower first/)
    expect(() => certify(plain, { prices: {}, holdTimes: [10, 1] })).toThrow(/shorter first/)
    expect(() =>
      billsOf(pricedAt({ ...plain, deployment: { ...plain.deployment, tiers: [] } }, { devicePrice: 0 })),
    ).toThrow(/has a price/)
    expect(() => pricedAt(plain, { devicePrice: Number.NaN })).toThrow(/not negative/)
  })
})
