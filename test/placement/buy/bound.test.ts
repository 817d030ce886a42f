import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provenBound, whole } from '../../../src/placement/buy/bound'
import { entriesOf, type Row } from '../../../src/placement/buy/linear'
import { seed } from '../../trace/traces'

// Eighths: sums and products of such are exact as doubles too.
const eighth = fc.integer({ min: -64, max: 64 }).map((n) => n / 8)
const anything = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })

describe('a bound without rounding', () => {
  it('a double is a whole number of the smallest double, and none is lost', () => {
    expect(whole(Number.MIN_VALUE)).toBe(1n)
    expect(whole(1)).toBe(1n << 1074n)
    expect(whole(-0.75)).toBe(-(3n << 1072n))
    expect(whole(0)).toBe(0n)
    fc.assert(
      fc.property(anything, anything, (a, b) => whole(a) < whole(b) === a < b),
      { seed },
    )
  })

  it('with the right prices it is the optimum: min -x - 2y over x + y <= 1.5 in a unit square is -2.5', () => {
    const columns = [-1, -2].map((cost, i) => ({ name: `${i}`, cost, lower: 0, upper: 1 }))
    const rows: Row[] = [
      {
        entries: entriesOf([
          [0, 1],
          [1, 1],
        ]),
        atMost: 1.5,
      },
    ]
    const bound = provenBound(columns, rows, [-1])
    expect(bound).toBeLessThanOrEqual(-2.5)
    expect(bound).toBeCloseTo(-2.5, 14)
    // Without a price for the row only the square holds.
    expect(provenBound(columns, rows, [0])).toBeCloseTo(-3, 14)
  })

  it(`no prices whatever prove more than some point costs (seed ${seed})`, () => {
    const problem = fc.record({
      costs: fc.array(eighth, { minLength: 3, maxLength: 3 }),
      point: fc.array(
        fc.integer({ min: 0, max: 8 }).map((n) => n / 8),
        { minLength: 3, maxLength: 3 },
      ),
      rows: fc.array(
        fc.record({ at: fc.array(eighth, { minLength: 3, maxLength: 3 }), slack: fc.nat(8), equal: fc.boolean() }),
        {
          maxLength: 4,
        },
      ),
      prices: fc.array(anything, { minLength: 4, maxLength: 4 }),
    })
    const dot = (a: readonly number[], b: readonly number[]): number =>
      a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)
    fc.assert(
      fc.property(problem, ({ costs, point, rows, prices }) => {
        const columns = costs.map((cost, i) => ({ name: `${i}`, cost, lower: 0, upper: 1 }))
        const written = rows.map(({ at, slack, equal }): Row => {
          const level = dot(at, point)
          return { entries: entriesOf(at.entries()), atMost: equal ? level : level + slack / 8, equal }
        })
        return provenBound(columns, written, prices) <= dot(costs, point)
      }),
      { seed, numRuns: 500 },
    )
  })

  it('a price of the wrong sign, or none at all, proves nothing false', () => {
    const columns = [{ name: 'x', cost: 1, lower: 0, upper: 1 }]
    const rows: Row[] = [{ entries: entriesOf([[0, -1]]), atMost: -0.5 }]
    expect(provenBound(columns, rows, [7])).toBeCloseTo(0, 12)
    expect(provenBound(columns, rows, [Number.NaN])).toBeCloseTo(0, 12)
    expect(provenBound(columns, rows, [-1])).toBeCloseTo(0.5, 12)
  })
})
