// Are fractions, roots, solutions and tidied formulas right where rounding and signs would hide an error?
import { describe, expect, it } from 'vitest'
import { evaluate, parse, print, solve } from '../../src/algebra'
import { exact, fraction, fromDecimal, toNumber } from '../../src/algebra/rational'
import { brent, roots } from '../../src/algebra/roots'
import { tidy } from '../../src/algebra/simplify'

describe('fractions', () => {
  it.each([
    [7n, 2n, 3n],
    [-7n, 2n, -4n],
    [-8n, 2n, -4n],
    [-1n, 3n, -1n],
    [0n, 3n, 0n],
    [7n, -2n, -4n],
  ])('the floor of %s/%s is %s, away from zero below it', (over, under, floor) => {
    expect(exact.floor(fraction(over, under))).toEqual({ over: floor, under: 1n })
  })
  it('are in lowest terms with the sign above', () => {
    expect(fraction(6n, -4n)).toEqual({ over: -3n, under: 2n })
    expect(fraction(-6n, -4n)).toEqual({ over: 3n, under: 2n })
  })
  it('add, negate, multiply, invert and compare as on paper', () => {
    const [half, third] = [fraction(1n, 2n), fraction(1n, 3n)]
    expect(exact.add(half, third)).toEqual({ over: 5n, under: 6n })
    expect(exact.negate(half)).toEqual({ over: -1n, under: 2n })
    expect(exact.multiply(half, third)).toEqual({ over: 1n, under: 6n })
    expect(exact.invert(fraction(-2n, 3n))).toEqual({ over: -3n, under: 2n })
    expect(exact.invert(fraction(0n))).toBeUndefined()
    expect([exact.compare(half, third), exact.compare(third, half), exact.compare(half, half)]).toEqual([1, -1, 0])
  })
  it('read decimals as what they are, and come back as the nearest double', () => {
    expect(fromDecimal('1e-13')).toEqual({ over: 1n, under: 10n ** 13n })
    expect(fromDecimal('2.50e1')).toEqual({ over: 25n, under: 1n })
    expect(fromDecimal('.5')).toEqual({ over: 1n, under: 2n })
    expect(toNumber(fraction(10n ** 400n, 4n * 10n ** 400n))).toBe(0.25)
    expect(toNumber(fraction(-7n, 2n))).toBe(-3.5)
    // One more than 10^20 parts of 10^25 rounds to the double nearest to 10^-5, not to one below it.
    expect(toNumber(fraction(10n ** 20n + 1n, 10n ** 25n))).toBe(1e-5)
    expect(toNumber(fraction(-(10n ** 20n) - 1n, 10n ** 25n))).toBe(-1e-5)
    expect(toNumber(fraction(1n, 10n ** 320n))).toBe(1e-320)
  })
})

describe('a scan for roots', () => {
  it('tells apart two roots less than a tenth of a decade from each other, and would not if they stood much closer', () => {
    const pair = (ratio: number) => (x: number) => (x - 1.01) * (x - 1.01 * ratio)
    expect(roots(pair(1.15), [1e-3, 1e3]).map((root) => root.toFixed(9))).toEqual(['1.010000000', '1.161500000'])
    expect(roots(pair(1.0001), [1e-3, 1e3])).toEqual([])
  })
  it('looks at 24 points a decade from a positive start, else at 64 in all', () => {
    const looks = (from: number, to: number): number => {
      let count = 0
      roots(() => ++count, [from, to])
      return count
    }
    expect(looks(1, 1000)).toBe(73)
    expect(looks(0, 1000)).toBe(65)
  })
  it('names a root on a point of the scan once, also at either end', () => {
    expect(roots((x) => x - 1, [1, 10])).toEqual([1])
    expect(roots((x) => x - 10, [1, 10])).toEqual([10])
    expect(roots((x) => x, [-64, 64])).toEqual([0])
  })
  it('narrows to the last bits', () => {
    expect(brent((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15)
    expect(brent((x) => Math.cos(x) - x, 0, 1)).toBeCloseTo(0.739_085_133_215_160_6, 15)
  })
})

describe('solve', () => {
  it('of the arms of a max takes only those that are active where they cross', () => {
    expect(solve('max(x, 5)', 'k', 'x', { at: { k: 7 } })).toMatchObject({ kind: 'piecewise', roots: [7] })
    expect(solve('max(x, 5)', 'k', 'x', { at: { k: 3 } })).toMatchObject({ kind: 'none' })
  })
  it('does not take an arm for active that misses by a millionth', () => {
    expect(solve('max(x, c)', 'k', 'x', { at: { c: 3.000003, k: 3 } })).toMatchObject({ kind: 'none' })
    expect(solve('max(x, c)', 'k', 'x', { at: { c: 3.00000001, k: 3 } })).toMatchObject({ kind: 'none' })
  })
  it('takes one that rounding alone moves', () => {
    // 3 x = 0.3 at x = 0.3/3, where 3 x rounds to another double than 0.1 + 0.2 does.
    expect(solve('max(3 * x, 0.05)', 'a + b', 'x', { at: { a: 0.1, b: 0.2 } })).toMatchObject({ kind: 'piecewise' })
    expect(solve('max(49 * x, 1e-9)', 'k', 'x', { at: { k: 1 } })).toMatchObject({ roots: [1 / 49] })
  })
  it('in closed form: 2 x + 1 = k', () => {
    expect(solve('2 * x + 1', 'k', 'x', { at: { k: 7 } })).toMatchObject({ kind: 'closed-form', roots: [3] })
    expect(solve('2 * x + 9', 'k', 'x', { at: { k: 7 } })).toMatchObject({ kind: 'none' })
    expect(solve('x + 1', 'x + 2', 'x')).toMatchObject({ kind: 'none' })
  })
  it('by bracketing: x^2 = k', () => {
    const solution = solve('x^2', 'k', 'x', { at: { k: 9 } })
    expect(solution.kind).toBe('numeric')
    expect(solution.kind === 'numeric' && solution.roots[0]).toBeCloseTo(3, 12)
  })
})

describe('tidying', () => {
  it.each([
    ['x^0', '1'],
    ['x^1', 'x'],
    ['x * 1', 'x'],
    ['1 * x', 'x'],
    ['x * 0', '0'],
    ['0 * x', '0'],
    ['x + 0', 'x'],
    ['0 + x', 'x'],
    ['x - 0', 'x'],
    ['0 - x', '-x'],
    ['--x', 'x'],
    ['x / 1', 'x'],
    ['0 / x', '0'],
    ['x + -y', 'x - y'],
    ['x - -y', 'x + y'],
    ['-x * y', '-(x * y)'],
    ['x * -y', '-(x * y)'],
    ['(x^0 + y) * 2', '(1 + y) * 2'],
  ])('%s is %s', (formula, tidied) => {
    expect(print(tidy(parse(formula)))).toBe(print(parse(tidied)))
    const at = { x: 1.7, y: 0.3 }
    expect(evaluate(tidy(parse(formula)), at)).toBeCloseTo(evaluate(parse(formula), at), 14)
  })
})
