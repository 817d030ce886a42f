// Are drawn numbers distributed as their ranges say, the same on every machine, and is nonsense refused?
import { describe, expect, it, vi } from 'vitest'
import { equation, evaluate, input, parse } from '../../../src/algebra'
import {
  columnwise,
  drawer,
  drawn,
  normalQuantile,
  quantileOf,
  quantilesIn,
  type Range,
  sensitivity,
  uncertain,
} from '../../../src/algebra/sample'

const price: Range = { kind: 'lognormal', low: 1, high: 4 }
const ranges: Readonly<Record<string, Range>> = {
  lognormal: price,
  triangular: { kind: 'triangular', low: 0, mode: 1, high: 3 },
  uniform: { kind: 'uniform', low: -1, high: 1 },
  discrete: { kind: 'discrete', values: [8, 2, 4], weights: [1, 2, 1] },
}

describe('the normal quantile', () => {
  // Python's statistics.NormalDist, which has them from another implementation.
  it.each([
    [1e-12, -7.034483825301132],
    [1e-5, -4.2648907939228256],
    [0.0749, -1.4402382675279632],
    [0.3, -0.5244005127080407],
    [0.5, 0],
    [0.9, 1.2815515655446008],
    [0.975, 1.9599639845400536],
  ])('below %d lies z = %d', (share, z) => {
    expect(Math.abs(normalQuantile(share) - z)).toBeLessThanOrEqual(1e-14 * Math.abs(z))
  })
})

describe('a range', () => {
  it('log-normal has its 5 % and 95 % points, and their geometric mean in the middle', () => {
    const value = quantileOf(price)
    for (const [share, at] of [
      [0.05, 1],
      [0.5, 2],
      [0.95, 4],
    ] as const)
      expect(value(share)).toBeCloseTo(at, 12)
  })
  it('log-normal with a most has nothing above it, and keeps its shape below', () => {
    const whole = quantileOf(price)
    const cut = quantileOf({ kind: 'lognormal', low: 1, high: 4, most: 4 })
    expect(cut(1 - 2 ** -33)).toBeLessThanOrEqual(4)
    expect(cut(0.5)).toBeCloseTo(whole(0.475), 9)
  })
  it('triangular has its mode where the rise is over: (1 - 0) / 3 of it lies below', () => {
    const value = quantileOf(ranges.triangular as Range)
    expect([value(1 / 3), value(1 / 12)]).toEqual([1, 0.5])
    expect(value(1 - 1 / 6)).toBeCloseTo(2, 12)
  })
  it('discrete takes its values as often as their weights say, in order of size', () => {
    const value = quantileOf(ranges.discrete as Range)
    expect([0.1, 0.49, 0.51, 0.74, 0.76].map(value)).toEqual([2, 2, 4, 4, 8])
  })
  it.each([
    [{ kind: 'uniform', low: 2, high: 1 }, 'The range of x has low 2 above high 1: give the lower one first.'],
    [{ kind: 'uniform', low: 2, high: 2 }, 'The range of x is only 2: set it as a number.'],
    [{ kind: 'uniform', low: Number.NaN, high: 2 }, 'The range of x has low NaN: expected a finite number.'],
    [{ kind: 'lognormal', low: 0, high: 2 }, 'The range of x is log-normal from 0: expected a positive number'],
    [{ kind: 'triangular', low: 0, mode: 3, high: 2 }, 'The range of x has its mode 3 outside of 0 to 2.'],
    [{ kind: 'discrete', values: [1] }, 'The range of x has 1 values: expected two or more.'],
    [{ kind: 'discrete', values: [1, 2], weights: [1] }, 'The range of x has 2 values but 1 weights'],
    [{ kind: 'discrete', values: [1, 2], weights: [1, -1] }, 'The range of x has -1 in it'],
    [{ kind: 'discrete', values: [1, 2], weights: [0, 0] }, 'The range of x has only weights of 0'],
  ] as const)('%o is refused', (range, message) => {
    expect(() => drawn({ x: range as Range })).toThrow(message)
  })
})

describe('drawing', () => {
  it('is the same for the same seed on every machine: these numbers were drawn once, on Node 20', () => {
    const firsts = Object.values(drawn(ranges, { samples: 1000, seed: 7 })).map((column) => column[0])
    const plain = Object.values(drawn(ranges, { samples: 1000, seed: 7, method: 'plain' })).map((column) => column[0])
    const known = [1.7471366959014576, 1.1140687959225322, 0.5394360098948237, 2]
    const knownPlain = [1.264819391981582, 1.0181172066225872, -0.1807083731982857, 4]
    for (const [i, value] of [...firsts, ...plain].entries()) {
      const expected = [...known, ...knownPlain][i] as number
      expect(Math.abs((value as number) / expected - 1)).toBeLessThan(1e-12)
    }
  })
  it('another seed draws others, and a number keeps its draws whatever comes after it', () => {
    const [one, other] = [1, 2].map((seed) => drawn({ price }, { samples: 10, seed }).price)
    expect(one).not.toEqual(other)
    expect(drawn({ price, more: price }, { samples: 10, seed: 1 }).price).toEqual(one)
  })
  it('in blocks is what it is at once', () => {
    const draw = drawer({ price }, { samples: 100, seed: 3 })
    const [first, second] = [new Float64Array(64), new Float64Array(36)]
    draw([first], 64)
    draw([second], 36)
    expect([...first, ...second]).toEqual([...(drawn({ price }, { samples: 100, seed: 3 }).price ?? [])])
  })
  it('in a Latin hypercube has exactly one number in each of 1000 layers', () => {
    const layers = [...(drawn({ x: { kind: 'uniform', low: 0, high: 1000 } }, { samples: 1000 }).x ?? [])].map(
      Math.floor,
    )
    expect(layers.sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i))
  })
  it('plainly has the shares of each range to within four standard errors', () => {
    for (const [name, column] of Object.entries(drawn(ranges, { samples: 40_000, seed: 11, method: 'plain' }))) {
      const middle = quantileOf(ranges[name] as Range)(0.7499)
      const below = column.filter((value) => value <= middle).length / 40_000
      expect(Math.abs(below - 0.75)).toBeLessThan(
        4 * Math.sqrt((0.75 * 0.25) / 40_000) + (name === 'discrete' ? 0.01 : 0),
      )
    }
  })
  it('two numbers are independent: their correlation is that of chance', () => {
    const { a = new Float64Array(), b = new Float64Array() } = drawn(
      { a: ranges.uniform as Range, b: ranges.uniform as Range },
      { samples: 10_000 },
    )
    const correlation = a.reduce((sum, value, i) => sum + value * (b[i] as number), 0) / 10_000 / (1 / 3)
    expect(Math.abs(correlation)).toBeLessThan(0.04)
  })
  it.each([
    [{ samples: 0 }, '0 samples cannot be drawn: expected a whole number, 1 or more.'],
    [{ samples: 1e12 }, '1000000000000 samples are more than are drawn: expected at most 5000000.'],
    [{ samples: 1.5 }, '1.5 samples cannot be drawn'],
    [{ seed: -1 }, 'The seed is -1: expected a whole number from 0 to 4294967295.'],
  ])('%o is refused', (drawing, message) => {
    expect(() => drawn({ price }, drawing)).toThrow(message)
  })
})

describe('quantiles', () => {
  it('are those of the sorted numbers, in proportion between neighbours', () => {
    const seed = 5
    const column = drawn({ price }, { samples: 999, seed }).price as Float64Array
    const sorted = [...column].sort((a, b) => a - b)
    const shares = [0, 0.05, 0.123, 0.5, 0.95, 1]
    const expected = shares.map((share) => {
      const [below, part] = [Math.floor(share * 998), (share * 998) % 1]
      return (sorted[below] as number) + part * ((sorted[below + 1] ?? 0) - (sorted[below] as number))
    })
    for (const [i, value] of quantilesIn(column, shares).entries()) expect(value).toBeCloseTo(expected[i] as number, 12)
  })
  it('of equal numbers are that number, and of none are refused', () => {
    expect(quantilesIn(new Float64Array(5).fill(2), [0.1, 0.5])).toEqual([2, 2])
    expect(() => quantilesIn(new Float64Array(), [0.5])).toThrow('There are no numbers')
    expect(() => quantilesIn(Float64Array.of(1), [2])).toThrow('A quantile of 2 was asked for')
  })
})

describe('columns of formulas', () => {
  const formulas = ['max(a, b) * exp(-a) + a * b', 'min(a, 2, b) / (a * b) - -3', '2 ^ a + atLeast(a, b)', 'a'].map(
    (text) => parse(text),
  )
  const columns = ['a', 'b'].map((name, i) => drawn({ [name]: price }, { samples: 50, seed: i })[name] as Float64Array)
  const runs = (): readonly Float64Array[] => {
    const outs = formulas.map(() => new Float64Array(50))
    columnwise(formulas, ['a', 'b'])(columns, outs, 50)
    return outs
  }
  it('are to the last bit what each formula is at each sample, with generated code and without', () => {
    const expected = formulas.map((formula) =>
      Float64Array.from({ length: 50 }, (_, i) =>
        evaluate(formula, { a: columns[0]?.[i] ?? 0, b: columns[1]?.[i] ?? 0 }),
      ),
    )
    expect(runs()).toEqual(expected)
  })
})

describe('an uncertain equation', () => {
  const [a, b] = ['a', 'b'].map((name) => input(name, { symbol: name, unit: '1', says: name }))
  const product = equation('product', {
    symbol: 'p',
    unit: '1',
    says: 'a product',
    inputs: { a, b } as never,
    expression: 'a * b',
  })
  it('a product of log-normals is log-normal: middles multiply, and squared widths of logarithms add', () => {
    const { low, middle, high, drawing } = uncertain(product, {}, { a: price, b: price } as never, { samples: 100_000 })
    const width = Math.exp(Math.log(2) * Math.SQRT2)
    expect(middle).toBeCloseTo(4, 1)
    expect(low / (4 / width)).toBeCloseTo(1, 1)
    expect(high / (4 * width)).toBeCloseTo(1, 1)
    expect(drawing).toEqual({ samples: 100_000, seed: 1, method: 'latin' })
  })
  it('what is known stays: with b = 3 the points are three times those of a', () => {
    const { low, high } = uncertain(product, { b: 3 }, { a: price }, { samples: 100_000 })
    expect(low).toBeCloseTo(3, 2)
    expect(high).toBeCloseTo(12, 1)
  })
  it('says which number matters: of a, four times as wide in its logarithm, the larger share', () => {
    const { indices, swings } = sensitivity(
      product,
      {},
      { a: price, b: { kind: 'lognormal', low: 1.9, high: 2.1 } },
      {},
    )
    expect(swings.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(indices[0]?.first.value).toBeGreaterThan(0.95)
  })
  it('refuses a range of what it does not depend on, no range at all, a missing number, and a pole within', () => {
    expect(() => uncertain(product, { b: 1 }, { c: price })).toThrow('Unknown input of product "c"')
    expect(() => uncertain(product, { a: 1, b: 1 }, {})).toThrow('Nothing that product depends on has a range.')
    expect(() => uncertain(product, {}, { a: price })).toThrow('product needs b')
    const ratio = equation('ratio', {
      symbol: 'r',
      unit: '1',
      says: 'a ratio',
      inputs: { a, b } as never,
      expression: 'a / (b - b)',
    })
    expect(() => uncertain(ratio, { a: 1 }, { b: price })).toThrow(
      'ratio has no finite value somewhere within the ranges',
    )
  })
})

describe('without generated code', () => {
  it('a page that forbids it gets the same numbers', async () => {
    const before = drawn({ price }, { samples: 20 }).price as Float64Array
    const formula = parse('price * price + 1')
    const generated = new Float64Array(20)
    columnwise([formula], ['price'])([before], [generated], 20)
    vi.resetModules()
    vi.stubGlobal('Function', () => {
      throw new EvalError('forbidden')
    })
    const { columnwise: plain } = await import('../../../src/algebra/sample/columns')
    const out = new Float64Array(20)
    plain([formula], ['price'])([before], [out], 20)
    vi.unstubAllGlobals()
    expect(out).toEqual(generated)
  })
})
