import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/algebra'

const file = '../shared/truth/identities.json'

describe('check says how strong an agreement is', () => {
  it('a rational identity is proved, with the Schwartz–Zippel bound on being wrong', () => {
    const verdict = check('(a + c)^2', 'a^2 + 2*a*c + c^2')
    expect(verdict).toMatchObject({ verdict: 'proved', trials: 24 })
    expect(verdict.verdict === 'proved' && verdict.bound).toBeLessThan(1e-200)
  })
  it('a piecewise identity is tested exactly on every arm, which is not a proof', () => {
    expect(check('max(a, c) + min(a, c)', 'a + c')).toMatchObject({ verdict: 'no-counterexample', arms: 4 })
  })
  it('exp, log and roots agree to 60 digits, which is not a proof', () => {
    expect(check('log(a * c)', 'log(a) + log(c)')).toMatchObject({ verdict: 'numerically-equal', digits: 60 })
    expect(check('a^1.5', 'a * sqrt(a)').verdict).toBe('numerically-equal')
    expect(check('log2(8 * a)', '3 + log2(a)').verdict).toBe('numerically-equal')
  })
  it('a difference comes with a point where it shows', () => {
    const verdict = check('a / (b + c)', 'a / b + a / c')
    if (verdict.verdict !== 'different') throw new Error(`expected different, got ${verdict.verdict}`)
    const { a = 0, b = 0, c = 0 } = verdict.witness
    expect(a / (b + c)).not.toBeCloseTo(a / b + a / c)
  })
  it('the same seed gives the same verdict', () => {
    expect(check('a + 1', 'a', { seed: 7 })).toEqual(check('a + 1', 'a', { seed: 7 }))
  })
})

describe('check is not fooled', () => {
  it.each([
    ['a * 1.0000000000001', 'a'],
    ['1e15 * a + c', '1e15 * a + 2 * c'],
    ['exp(a) * (1 + 1e-40)', 'exp(a)'],
    ['sqrt(a^2 + 1e-30)', 'a'],
    ['floor(a)', 'a'],
    ['a^2', 'a^3'],
    ['max(a, c)', 'max(a, c, a + c)'],
  ])('%s is not %s', (left, right) => {
    expect(check(left, right).verdict).toBe('different')
  })
  it.each([
    ['max(a, 1e-30 * c)', 'a', 'arm-not-reached'],
    ['max(a, a / 2)', 'a', 'arm-not-reached'],
    ['floor(a / 1e30) * c', '0', 'arm-not-reached'],
    ['1 / (a - a)', '2 / (a - a)', 'poles'],
    ['exp(1e6 * a)', 'exp(1e6 * a) + 1', 'poles'],
    ['((a^64)^64)^64', 'a', 'too-large'],
  ])('%s against %s is unknown, because %s', (left, right, reason) => {
    expect(check(left, right)).toMatchObject({ verdict: 'unknown', reason })
  })
})

describe.skipIf(!existsSync(file))(
  'sixty identities of this subject, known true or false (skipped where ../shared is absent)',
  () => {
    const { true: equal = [], false: unequal = [] } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
    const rational = (text: string): boolean => !/max|min|abs|sqrt|exp|log|floor|ceil|\^[a-z]/.test(text)

    it.each(equal as [string, string][])('true: %s = %s', (left, right) => {
      const { verdict } = check(left, right)
      expect(['proved', 'no-counterexample', 'numerically-equal']).toContain(verdict)
      expect(verdict === 'proved').toBe(rational(left + right))
    })
    it.each(unequal as [string, string][])('false: %s = %s', (left, right) => {
      expect(['different', 'unknown']).toContain(check(left, right).verdict)
    })
  },
)
