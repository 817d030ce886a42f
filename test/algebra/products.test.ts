import katex from 'katex'
import { describe, expect, it } from 'vitest'
import {
  call,
  check,
  constant,
  derivative,
  elasticity,
  equation,
  evaluate,
  explain,
  formulaLatex,
  given,
  input,
  latex,
  parse,
  print,
  replaced,
  solve,
  sweep,
} from '../../src/algebra'

const words = (unit: string, symbol: string) => ({ unit, symbol, says: symbol })
const layers = input('layers', words('1', 'L'))
const kvHeads = input('kvHeads', words('1', 'n_{kv}'))
const price = input('price', words('USD/(B*s)', 'p'))
const holdTime = input('holdTime', words('s', 'T'))
const two = constant('two', 2, { unit: 'B/token', says: 'bytes' })
const bytes = equation('bytes', {
  ...words('B/token', 'b'),
  inputs: { layers, kvHeads, two },
  expression: 'two * layers * kvHeads',
})
const hold = equation('hold', {
  ...words('USD/token', 'h'),
  inputs: { bytes, price, holdTime },
  expression: 'bytes * price * holdTime',
})
const at = { layers: 80, kvHeads: 8, price: 1e-12, holdTime: 60 }

describe('one declaration, many products', () => {
  it('a call takes the leaves of the whole DAG', () => {
    expect(hold.leaves).toEqual(['layers', 'kvHeads', 'price', 'holdTime'])
    expect(hold(at)).toBe(2 * 80 * 8 * 1e-12 * 60)
    // @ts-expect-error a missing name is a compile error
    expect(() => hold({ layers: 80 })).toThrow('hold needs kvHeads, price, holdTime: expected numbers in base units.')
  })
  it('explain walks the DAG: formula, numbers in it, value with unit', () => {
    const { steps } = explain(hold, at)
    expect(steps.map((step) => step.name)).toEqual(['bytes', 'hold'])
    expect(steps[0]).toMatchObject({ formula: 'b = 2\\,L\\,n_{kv}', value: 1280, text: '1.28 kB/token' })
  })
  it('every LaTeX is KaTeX-strict clean, also with numbers in it', () => {
    const texts = [latex(hold), ...explain(hold, at).steps.flatMap((s) => [s.formula, s.substituted])]
    texts.push(formulaLatex('-max(a, -c^2) / (b + 1) * exp(-k * t) + 1e-9 * sqrt(abs(x_1)) - (a - b)'))
    for (const text of texts)
      expect(() => katex.renderToString(text, { strict: 'error', throwOnError: true })).not.toThrow()
  })
  it('a product chain is one fraction', () => {
    expect(formulaLatex('a * 2 / (b * c) * d')).toBe('\\frac{2\\,a\\,d}{b\\,c}')
    expect(formulaLatex('a - (b - c)')).toBe('a - \\left(b - c\\right)')
    expect(formulaLatex('(a / b)^2')).toBe('{\\left(\\frac{a}{b}\\right)}^{2}')
  })
  it('a derivative agrees with a difference quotient, also through max, roots and powers', () => {
    for (const text of [
      'a^3 / (a + c)',
      'max(a * c, a^2)',
      'sqrt(a) * log(a)',
      'exp(-a / c)',
      'a^c',
      'min(a, c, 2 * a)',
      'abs(a - c)',
    ]) {
      const [value, step] = [{ a: 2.5, c: 1.75 }, 1e-6]
      const f = (a: number): number => evaluate(parse(text), { ...value, a })
      expect(evaluate(derivative(text, 'a'), value)).toBeCloseTo((f(2.5 + step) - f(2.5 - step)) / (2 * step), 6)
    }
  })
  it('elasticity of a product is 1 in each factor', () => {
    expect(elasticity(hold, 'price', at)).toBeCloseTo(1, 14)
  })
  it('sweep equals the call at every point, with invariants hoisted', () => {
    const times = Float64Array.of(1, 10, 100)
    expect([...sweep(hold, { ...at, holdTime: times })]).toEqual(
      [...times].map((holdTime) => hold({ ...at, holdTime })),
    )
  })
  it('an equation can be replaced, and everything above follows', () => {
    const mine = equation('mine', { ...words('B/token', 'b'), inputs: { layers, two }, expression: 'two * layers' })
    const changed = replaced(hold, { bytes: mine })
    expect(changed.leaves).toEqual(['layers', 'price', 'holdTime'])
  })
  it('what two equations rest on stays one when it changes', () => {
    const left = equation('left', { ...words('B/token', 'l'), inputs: { bytes }, expression: 'bytes' })
    const right = equation('right', { ...words('B/token', 'r'), inputs: { bytes }, expression: 'bytes / 2' })
    const top = equation('top', { ...words('B/token', 't'), inputs: { left, right }, expression: 'left + right' })
    expect(given(top, ['bytes']).leaves).toEqual(['bytes'])
    expect(call(top, { bytes: 4 })).toBe(6)
    expect(call(top, { left: 1, bytes: 4 })).toBe(3)
    expect(call(top, { name: 'a record', bytes: 4, notes: [] })).toBe(6)
    expect(() => call(top, { bytes: '4' })).toThrow('top needs layers, kvHeads')
  })
})

describe('solve', () => {
  it('rearranges what is linear, and proves it', () => {
    const solution = solve('2*N/(F*mfu)*p', 'b/W*d + b*h*T', 'T')
    if (solution.kind !== 'closed-form') throw new Error(solution.kind)
    expect(solution.proof.verdict).toBe('proved')
    expect(check(solution.expression, '(2*N*p/(F*mfu) - b*d/W)/(b*h)').verdict).toBe('proved')
  })
  it('clears a denominator: mfu from a target time', () => {
    const solution = solve('2*N/(F*mfu)', 't', 'mfu')
    expect(solution.kind === 'closed-form' && check(solution.expression, '2*N/(F*t)').verdict).toBe('proved')
  })
  it('goes through max arm by arm, and keeps the active one', () => {
    expect(solve('max(a, x)', '2 * a', 'x', { at: { a: 3 } })).toMatchObject({ kind: 'piecewise', roots: [6] })
  })
  it('brackets what cannot be rearranged, and agrees with the known root', () => {
    const solution = solve('x^2 + x', '6', 'x', { at: {} })
    expect(solution.kind === 'numeric' && solution.roots[0]).toBeCloseTo(2, 12)
  })
  it('finds several roots', () => {
    const solution = solve('x^2 + 6', '5 * x', 'x', { at: {} })
    expect(solution.kind === 'numeric' && solution.roots.map((x) => Number(x.toFixed(9)))).toEqual([2, 3])
  })
  it('no crossover is an answer', () => {
    expect(solve('a + x', 'b', 'x', { at: { a: 2, b: 1 } })).toMatchObject({ kind: 'none' })
    expect(solve('x + 1', 'x + 2', 'x')).toMatchObject({ kind: 'none' })
    expect(solve('a * x + 1', '2 * a * x - x * a', 'x')).toMatchObject({ kind: 'none' })
    expect(solve('exp(x)', '0 - 1', 'x', { at: {} })).toMatchObject({ kind: 'none' })
  })
  it('asks for numbers when it needs them', () => {
    expect(() => solve('exp(x)', 'a', 'x')).toThrow('give numbers for a')
    expect(() => solve('a', 'b', 'x')).toThrow('There is no x to solve for: expected one of a, b.')
  })
})

describe('a declaration that does not hold together is refused', () => {
  const declare = (inputs: Record<string, ReturnType<typeof input>>, expression: string, unit = 'B') =>
    equation('f', { ...words(unit, 'f'), inputs, expression })

  it('a name that was not given', () => {
    expect(() => declare({ layers }, 'layers * heads')).toThrow(
      'f uses heads in "layers * heads" but does not list it as an input.',
    )
  })
  it('an input never used', () => {
    expect(() => declare({ layers, kvHeads }, 'layers')).toThrow('f has an input kvHeads that "layers" never uses.')
  })
  it('unlike things added, quoting where', () => {
    expect(() => declare({ layers, holdTime }, '2 * (layers + holdTime)')).toThrow(
      'Cannot put 1 and s together in "layers + holdTime"',
    )
  })
  it('a dimension that does not close, naming the missing factor', () => {
    expect(() => declare({ holdTime }, 'holdTime')).toThrow(
      'f is declared in B but its formula is in s: a factor in B/s is missing.',
    )
  })
  it('two different leaves of one name', () => {
    const other = input('layers', words('1', 'L'))
    const inner = equation('inner', { ...words('1', 'i'), inputs: { layers: other }, expression: 'layers' })
    expect(() =>
      equation('f', { ...words('1', 'f'), inputs: { layers, inner }, expression: 'layers * inner' }),
    ).toThrow('f rests on two different quantities called layers.')
  })
  it('an exponential of something with a unit', () => {
    expect(() => declare({ holdTime }, 'exp(holdTime)')).toThrow(
      'exp needs a number without unit but "exp(holdTime)" gives it s.',
    )
  })
  it('a value that is not finite says which argument did it', () => {
    const rate = equation('rate', { ...words('1/s', 'r'), inputs: { holdTime }, expression: '1 / holdTime' })
    expect(() => rate({ holdTime: 0 })).toThrow('rate has no finite value (it came out Infinity) at holdTime = 0.')
  })
  it('a derivative by a name that is not there', () => {
    expect(() => derivative('a * b', 'x')).toThrow(
      'There is no x in the formula to differentiate by: expected one of a, b.',
    )
    expect(print(derivative('a * b', 'a'))).toBe('b')
  })
})
