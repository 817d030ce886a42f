import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/algebra'

const file = '../shared/truth/identities.json'

describe('check says how strong an agreement is', () => {
  it('a rational identity is proved, with the Schwartz–Zippel bound on being wrong', () => {
    const verdict = check('(a + c)^2', 'a^2 + 2*a*c + c^2')
    expect(verdict).toMatchObject({ verdict: 'proved', trials: 12, domain: 'positive reals' })
    expect(verdict.verdict === 'proved' && verdict.bound).toBeLessThan(1e-200)
  })
  it('a piecewise identity is proved in each of its cases, and these are counted', () => {
    expect(check('max(a, c) + min(a, c)', 'a + c')).toMatchObject({ verdict: 'proved', cases: 2 })
    expect(check('max(a, c)', '(a + c + abs(a - c)) / 2')).toMatchObject({ verdict: 'proved', cases: 2 })
    expect(check('a + c', 'c + a')).not.toHaveProperty('cases')
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
    ['max(a, 1e-30 * c)', 'a'],
    ['floor(a / 1e30) * c', '0'],
    ['exp(1e6 * a)', 'exp(1e6 * a) + 1'],
    ['a^1.0000000000000000000001', 'a'],
    ['1e-150 * sqrt(a)', '2e-150 * sqrt(a)'],
    ['1e300 * sqrt(a) + 1e-300', '1e300 * sqrt(a)'],
    ['exp(a) + 1e-200 * c', 'exp(a)'],
    ['exp(-1e9 * a)', '0'],
    ['max(0, a - 3) * max(0, 4 - a)', '0'],
    ['max(0, a - 3 * c) * max(0, 3.0000000000001 * c - a) * max(0, d - 1)', '0'],
    ['max(a^2 + c^2, 2.0001 * a * c)', 'a^2 + c^2'],
    ['atLeast(a, c) + atLeast(c, a)', '1'],
  ])('%s is not %s', (left, right) => {
    expect(check(left, right).verdict).toBe('different')
  })
  it.each([
    ['1 / (a - a)', '2 / (a - a)', 'poles'],
    ['a * 1e999999999', 'a', 'too-large'],
    ['max((a + b + c + d + e + f)^60, 1)', '(a + b + c + d + e + f)^60', 'too-large'],
    ['floor(a + 1)', 'floor(a) + 1', 'floor'],
    ['((a^64)^64)^64', 'a', 'too-large'],
  ])('%s against %s is unknown, because %s', (left, right, reason) => {
    expect(check(left, right)).toMatchObject({ verdict: 'unknown', reason })
  })
})

describe('check goes through the cases of max, min, abs and steps', () => {
  it.each([
    ['an arm that is never taken is none', 'max(0, -a)', '0', 1],
    ['nor is one that is plainly smaller', 'max(a, a / 2)', 'a', 1],
    ['arms that meet in one point have no room between them', 'max(0, a - 3) * max(0, 3 - a)', '0', 2],
    ['products of maxima: contradictions of products', 'max(a, b) * max(c, d)', 'max(a*c, a*d, b*c, b*d)', 5],
    ['of sums too', 'max(a, b + c) * max(d, e)', 'max(a*d, a*e, (b + c)*d, (b + c)*e)', 10],
    ['orders: contradictions of sums', 'max(max(a, b), max(c, d))', 'max(d, c, b, a)', 10],
    ['powers: contradictions of logarithms', 'max(a, b)^3', 'max(a^3, b^3)', 2],
    ['squares in one ratio: Sturm', 'max(a^2 + b^2, 2*a*b)', 'a^2 + b^2', 2],
    ['squares in several', 'max(a^2 + b^2 + c^2, a*b + b*c + c*a)', 'a^2 + b^2 + c^2', 2],
    ['nested absolute values', 'abs(a - b) + abs(b - c)', 'max(abs(a - c), abs(2*b - a - c))', 8],
    ['denominators of either sign', 'max(1 / (a - b), 0) * (a - b)', 'atLeast(a, b)', 2],
    ['a step, also where it jumps', 'atLeast(a, b)*a + (1 - atLeast(a, b))*b', 'max(a, b)', 2],
  ])('%s: %s = %s', (_, left, right, cases) => {
    expect(check(left, right)).toMatchObject({ verdict: 'proved', cases })
  })
  it.each([
    ['exp(max(a, b))', 'max(exp(a), exp(b))', 2],
    ['max(exp(a), 1 + a)', 'exp(a)', 1],
    ['max(log(a), a - 1)', 'a - 1', 1],
    ['max(ceil(a), a)', 'ceil(a)', 1],
    ['floor(max(a, b))', 'max(floor(a), floor(b))', 2],
  ])('and uses what is true of exp, log and floor: %s = %s', (left, right, cases) => {
    expect(check(left, right)).toMatchObject({ verdict: 'proved', cases })
  })
  it('a difference between close thresholds comes with a point between them', () => {
    const verdict = check('max(0, a - 3) * max(0, 3.001 - a)', '0')
    if (verdict.verdict !== 'different') throw new Error(`expected different, got ${verdict.verdict}`)
    expect(verdict.witness.a).toBeGreaterThan(3)
    expect(verdict.witness.a).toBeLessThan(3.001)
    expect(verdict.left).toBeGreaterThan(0)
  })
  it('what stays open is named, in the words of the formula', () => {
    expect(check('max(exp(a) + exp(b), 2 * exp((a + b) / 2))', 'exp(a) + exp(b)')).toMatchObject({
      verdict: 'unknown',
      reason: 'open-case',
      case: 'exp(a) + exp(b) < 2 * exp((a + b) / 2)',
    })
  })
  it('exp, log and roots through arms agree in every case that was reached', () => {
    expect(check('max(a, c) * log(a * c)', 'max(a, c) * (log(a) + log(c))').verdict).toBe('numerically-equal')
  })
  it('more cases than 4,096 are too many', () => {
    const gap = (i: number): string => `abs(a${i} - b${i})`
    const sum = [...Array(13).keys()].map(gap).join(' + ')
    expect(check(sum, `${sum} + max(a0, b0) - (a0 + b0 + ${gap(0)}) / 2`)).toMatchObject({ reason: 'too-large' })
  })
  it('sums of 400 fractions are decided', () => {
    const terms = [...Array(400).keys()].map((i) => `c / (a + ${i + 1} * b)`)
    expect(check(terms.join(' + '), terms.reverse().join(' + ')).verdict).toBe('proved')
    expect(check(terms.join(' + '), terms.slice(1).join(' + ')).verdict).toBe('different')
  })
})

describe('assumptions narrow the domain', () => {
  it.each([
    [['a > b']],
    [['a >= b']],
    [['2*b < a']],
    [['a > c', 'c > b']],
    [['a / b > 1']],
    [['a >= b', 'b >= a']],
    [['(a - b)^3 >= 0', 'a > 1']],
  ])('max(a, b) is a where %j', (assume) => {
    expect(check('max(a, b)', 'a', { assume })).toMatchObject({
      verdict: 'proved',
      domain: `positive reals with ${assume.join(' and ')}`,
    })
  })
  it('and a difference is looked for inside it alone, however small it is', () => {
    const assume = ['a > b', 'a < 1.0000001 * b', 'a > 1e9']
    const verdict = check('a', 'b', { assume })
    if (verdict.verdict !== 'different') throw new Error(`expected different, got ${verdict.verdict}`)
    const { a = 0, b = 0 } = verdict.witness
    expect(a > b && a < 1.0000001 * b && a > 1e9).toBe(true)
    expect(check('max(a, b)', 'b', { assume: ['a >= b', '2 * b > a'] }).verdict).toBe('different')
  })
  it('loose points of a domain count: where (a - 1)^2 (a - 2) >= 0 lies a = 1', () => {
    const loose = check('max(0, 2 - a)', '0', { assume: ['(a - 1)^2 * (a - 2) >= 0'] })
    expect(loose).toMatchObject({ verdict: 'different', witness: { a: 1 } })
  })
  it.each([
    [
      ['a > b > c'],
      'Cannot read the assumption "a > b > c": expected two formulas with one of >, <, >= and <= between them.',
    ],
    [['a = b'], 'Cannot read the assumption "a = b": expected two formulas with one of >, <, >= and <= between them.'],
    [['a >'], 'Cannot read the assumption "a >": expected two formulas with one of >, <, >= and <= between them.'],
    [['a > 2 b'], 'Cannot read " 2 b": expected an operator before "b" (write * for every product).'],
    [['a > b', 'b > a'], 'The assumptions "a > b" and "b > a" leave no room: no positive values fulfil them all.'],
    [['a < 0'], 'The assumption "a < 0" leaves no room: no positive values fulfil it.'],
    [['a^2 + b^2 < 2*a*b'], 'The assumption "a^2 + b^2 < 2*a*b" leaves no room: no positive values fulfil it.'],
  ])('%j is refused', (assume, message) => {
    expect(() => check('a', 'a', { assume })).toThrow(message)
  })
})

describe.skipIf(!existsSync(file))(
  'sixty identities of this subject, known true or false (skipped where ../shared is absent)',
  () => {
    const { true: equal = [], false: unequal = [] } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
    const transcendental = (text: string): boolean => /exp|log|\^[a-z]/.test(text)

    it.each(equal as [string, string][])('true: %s = %s', (left, right) => {
      const { verdict } = check(left, right)
      expect(verdict).toBe(transcendental(left + right) ? 'numerically-equal' : 'proved')
    })
    it.each(unequal as [string, string][])('false: %s = %s', (left, right) => {
      expect(check(left, right).verdict).toBe('different')
    })
  },
)
