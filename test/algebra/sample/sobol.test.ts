// Are the shares of a variance what they should be, and are their errors honest?
import { describe, expect, it } from 'vitest'
import { type Answer, type Ranges, sobol, tornado } from '../../../src/algebra/sample'

const angle = { kind: 'uniform', low: -Math.PI, high: Math.PI } as const
const ishigami: Ranges = { x: angle, y: angle, z: angle }
const [a, b] = [7, 0.1]
const answer: Answer = (columns, out) => {
  const [x, y, z] = columns as [Float64Array, Float64Array, Float64Array]
  for (let i = 0; i < out.length; i++) {
    const [u, v, w] = [x[i], y[i], z[i]] as [number, number, number]
    out[i] = Math.sin(u) + a * Math.sin(v) ** 2 + b * w ** 4 * Math.sin(u)
  }
}

// Ishigami and Homma (1990), in closed form.
const [pi4, pi8] = [Math.PI ** 4, Math.PI ** 8]
const ofX = (1 + (b * pi4) / 5) ** 2 / 2
const ofY = a ** 2 / 8
const both = (b ** 2 * pi8 * 8) / 225
const variance = ofX + ofY + both
const exact = { x: [ofX, ofX + both], y: [ofY, ofY], z: [0, both] } as const

const seeds = Array.from({ length: 100 }, (_, seed) => sobol(answer, ishigami, { samples: 16_384, seed }))

describe.each(['x', 'y', 'z'] as const)(
  'the shares of %s in the variance of the Ishigami function at N = 16384',
  (name) => {
    it.each(['first', 'total'] as const)(
      '%s: within 0.02 for each of 100 seeds, and the error covers in 90 or more',
      (order) => {
        const share = exact[name][order === 'first' ? 0 : 1] / variance
        const found = seeds.map(
          ({ indices }) => indices.find((index) => index.name === name)?.[order] ?? { value: 9, error: 0 },
        )
        expect(Math.max(...found.map(({ value }) => Math.abs(value - share)))).toBeLessThan(0.02)
        expect(found.filter(({ value, error }) => Math.abs(value - share) <= error).length).toBeGreaterThanOrEqual(90)
      },
    )
  },
)

describe('sobol', () => {
  const unit = { kind: 'uniform', low: 0, high: 1 } as const
  const sumOf: Answer = ([x, y], out) => {
    for (let i = 0; i < out.length; i++) out[i] = (x?.[i] ?? 0) + 2 * (y?.[i] ?? 0)
  }
  it('gives a sum the shares of its squared weights, first and total alike: 1/5 and 4/5', () => {
    const { indices, variance: found, evaluations } = sobol(sumOf, { x: unit, y: unit }, { samples: 20_000 })
    expect(found).toBeCloseTo(5 / 12, 2)
    expect(evaluations).toBe(20_000 * 6)
    for (const [i, share] of [0.2, 0.8].entries()) {
      expect(Math.abs((indices[i]?.first.value ?? 9) - share)).toBeLessThan(0.01)
      expect(Math.abs((indices[i]?.total.value ?? 9) - share)).toBeLessThan(0.01)
    }
  })
  it('refuses an answer that no range changes, and too few samples', () => {
    const constant: Answer = (_, out) => void out.fill(3)
    expect(() => sobol(constant, { x: unit })).toThrow('The answer is the same at every sample')
    expect(() => sobol(sumOf, { x: unit, y: unit }, { samples: 99 })).toThrow('need 100 samples or more, not 99')
  })
})

describe('tornado', () => {
  it('moves one number at a time from its 5 % to its 95 % point, the widest swing first', () => {
    const wide = { kind: 'uniform', low: 0, high: 10 } as const
    const difference: Answer = ([x, y], out) => {
      for (let i = 0; i < out.length; i++) out[i] = (x?.[i] ?? 0) - (y?.[i] ?? 0)
    }
    const { middle, swings } = tornado(difference, { x: { kind: 'uniform', low: 0, high: 1 }, y: wide })
    expect(middle).toBe(-4.5)
    expect(swings.map(({ name }) => name)).toEqual(['y', 'x'])
    expect(swings[0]).toEqual({ name: 'y', low: 0.5, high: 9.5, atLow: 0, atHigh: -9 })
  })
})
