import fc from 'fast-check'
import { all, create } from 'mathjs'
import { describe, expect, it } from 'vitest'
import { evaluate, parse, print } from '../../src/algebra'
import { closures, generated } from '../../src/algebra/compile'
import { equation, input } from '../../src/algebra/declare'
import type { Expression } from '../../src/algebra/expression'

const mathjs = create(all ?? {})
const names = ['alpha', 'beta', 'gamma_', 'delta']
const seed = 20260429

/** Random trees over positive names, without the powers that leave the reals. */
const trees = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...names),
    fc.constantFrom('2', '0.5', '1e-3', '3.25'),
    fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree')).map(([l, o, r]) => `(${l} ${o} ${r})`),
    fc.tuple(tie('tree'), tie('tree')).map(([l, r]) => `max(${l}, ${r})`),
    tie('tree').map((t) => `-${t}`),
    tie('tree').map((t) => `abs(${t})^2`),
  ),
})).tree

describe('the formula language', () => {
  it.each([
    ['-2^2', -4],
    ['2^3^2', 512],
    ['2^-1', 0.5],
    ['1 - 2 - 3', -4],
    ['8 / 4 / 2', 1],
    ['1e9 * 1.5E-9', 1.5],
    ['max(1, 2, 3) + min(4, 5)', 7],
    ['log2(8) + ceil(1.2) - floor(1.8)', 4],
    ['-(-3)', 3],
  ])('%s is %d', (text, value) => {
    expect(evaluate(parse(text), {})).toBe(value)
  })

  it('mathjs, an independent reader, agrees on random formulas to the last bit', () => {
    fc.assert(
      fc.property(
        trees,
        fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (text, values) => {
          const at = Object.fromEntries(names.map((name, i) => [name, values[i] ?? 1]))
          expect(evaluate(parse(text), at)).toEqual(mathjs.evaluate(text, { ...at }))
        },
      ),
      { seed, numRuns: 300 },
    )
  })

  it('a printed formula parses back to the same tree', () => {
    fc.assert(
      fc.property(trees, (text) => {
        const tree = parse(text)
        expect(parse(print(tree))).toEqual(tree)
      }),
      { seed, numRuns: 300 },
    )
  })

  it('generated code and closures give the same bits', () => {
    const inputs = Object.fromEntries(
      ['alpha', 'beta', 'delta'].map((name) => [name, input(name, { unit: '1', symbol: name, says: name })]),
    )
    const f = equation('f', {
      unit: '1',
      symbol: 'f',
      says: 'test',
      inputs,
      expression: 'max(alpha, beta) / delta - 0.1 * alpha ^ 3',
    })
    fc.assert(
      fc.property(fc.record({ alpha: fc.double(), beta: fc.double(), delta: fc.double() }), (at) => {
        expect(generated(f)(at)).toEqual(closures(f)(at))
      }),
      { seed },
    )
  })
})

describe('what the language refuses', () => {
  it.each([
    ['2 layers', 'expected an operator before "layers" (write * for every product)'],
    ['layers(2', '"layers" is not a function servemath knows'],
    ['sqr(2)', 'expected one of sqrt'],
    ['(1 + 2', 'A parenthesis is not closed'],
    ['1 +', 'at its end'],
    ['* 2', 'before "*"'],
    ['', 'at its end'],
    ['a = b', '"=" is not part of a formula'],
    ['max(1)', 'max takes at least 2 arguments but got 1'],
    ['sqrt(1, 2)', 'sqrt takes 1 arguments but got 2'],
    ['a; process.exit()', '";" is not part of a formula'],
  ])('%s', (text, message) => {
    expect(() => parse(text)).toThrow(message)
  })

  it('no name reaches the prototype: constructor is a name like any other', () => {
    const tree: Expression = parse('constructor + 1')
    expect(evaluate(tree, { constructor: 2 } as unknown as Record<string, number>)).toBe(3)
  })
})
