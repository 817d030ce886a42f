// Does the fit find what made its rows, leave out what it may not learn from, and give again what is published?
import { describe, expect, it } from 'vitest'
import { random } from '../../../src/algebra/random'
import { calibration } from '../../../src/catalog/calibration'
import { measurements } from '../../../src/catalog/measurements'
import { summaryOf } from '../../../src/placement/against'
import {
  borneOut,
  calibrated,
  evidenceIn,
  heldOut,
  heldOutError,
  models,
  start,
} from '../../../src/placement/against/fit/calibrate'
import { type Case, caseOf } from '../../../src/placement/against/fit/cases'
import { distance, fitted, quantile, weighed } from '../../../src/placement/against/fit/fit'
import { minimize } from '../../../src/placement/against/fit/minimize'

const evidence = evidenceIn(measurements())
const [, , exchanging = models[0]] = models

describe('the least of a function', () => {
  it('is found in a bent valley, and at a corner where there is no derivative', () => {
    const [x = 0, y = 0] = minimize(([a = 0, b = 0]) => (1 - a) ** 2 + 100 * (b - a * a) ** 2, [-1, 1], { most: 2000 })
    expect([x, y].map((at) => Math.abs(at - 1) < 0.01)).toEqual([true, true])
    const [corner = 0] = minimize(([a = 0]) => Math.abs(a - 2), [0])
    expect(corner).toBeCloseTo(2, 2)
  })
})

describe('a fit', () => {
  const seed = 14
  it(`finds the numbers that made its rows, a third of them spoilt (seed ${seed})`, () => {
    const { unit } = random(seed)
    const made = { ...start, bandwidthEfficiency: 0.72, layerTime: 6e-5 }
    const cases = evidence.passes
      .filter(({ kind, old }) => kind === 'decode' && !old)
      .map((one): Case => ({ ...one, measured: one.predict(made) * (unit() < 1 / 3 ? 1 + 2 * unit() : 1) }))
    const found = fitted(weighed(cases), ['bandwidthEfficiency', 'layerTime'], start)
    expect(found.bandwidthEfficiency / made.bandwidthEfficiency).toBeCloseTo(1, 1)
    expect(found.layerTime / made.layerTime).toBeCloseTo(1, 1)
  })
  it('weighs publications alike, and in each its groups, however many rows they have', () => {
    const { cases, weights } = weighed(evidence.passes)
    const of = (name: string): number =>
      cases.reduce((sum, { publication }, i) => sum + (publication === name ? (weights[i] ?? 0) : 0), 0)
    for (const name of ['argonne', 'llamacpp-xd', 'trtllm-0.6']) expect(of(name)).toBeCloseTo(1 / 3, 12)
  })
  it('never takes a share beyond 1', () => {
    const quick = evidence.passes.map((one): Case => ({ ...one, measured: one.predict(start) / 4 }))
    expect(fitted(weighed(quick), ['bandwidthEfficiency'], start).bandwidthEfficiency).toBeLessThanOrEqual(1)
  })
  it('takes quantiles between neighbours', () => {
    expect([0, 0.5, 0.9, 1].map((share) => quantile([3, 1, 2], share))).toEqual([1, 2, 2.8, 3])
    expect(quantile([], 0.5)).toBeNaN()
  })
})

describe('rows that a fit may not learn from', () => {
  const row = { ...measurements('trtllm-0.6')[0] }
  it('are those marked suspect, out of memory, under load, of other makers', () => {
    expect(caseOf(row)).toBeDefined()
    const refused = {
      suspect: { suspect: true },
      'out of memory': { batch: 1e6 },
      'under load': { rate_per_s: 4 },
      'of traffic': { source_key: 'inferencex-exp' },
      'of AMD': { accel: 'mi300x' },
      'of kernels': { quantity: 'gemm_s' },
    }
    for (const [why, changes] of Object.entries(refused)) expect(caseOf({ ...row, ...changes }), why).toBeUndefined()
  })
})

describe('the calibration', () => {
  const rates = calibrated(evidence, exchanging)
  it('fitted again to the rows at hand lies within the published ranges, and decode within a tenth', () => {
    for (const name of Object.keys(rates) as (keyof typeof rates)[]) {
      const { low, high } = calibration(name)
      expect([low <= rates[name] * 1.05, rates[name] <= high * 1.05], name).toEqual([true, true])
    }
    expect(rates.bandwidthEfficiency / calibration('bandwidthEfficiency').value).toBeCloseTo(1, 1)
    expect(rates.layerTime / calibration('layerTime').value).toBeCloseTo(1, 1)
  })
  it('is nearer to the rows than the numbers it began with', () => {
    const passes = weighed(evidence.passes)
    expect(distance(passes, rates)).toBeLessThan(distance(passes, start))
  })
  it('predicts sources that it never saw: decode, and prompts from 1,000 tokens, of parts since 2023, within a quarter', () => {
    const held = heldOut(evidence, exchanging).filter(
      ({ old, kind }) => !old && (kind === 'decode' || kind === 'prompt'),
    )
    expect(held.length).toBe(7)
    for (const { source, kind, ratios, cases } of held) {
      const long = ratios.filter((_, index) => kind === 'decode' || (cases[index]?.tokens ?? 0) >= 1000)
      const { median, typical } = summaryOf(long)
      expect([median > 0.8, median < 1.25, typical < 1.25], `${kind} of ${source}`).toEqual([true, true, true])
    }
  })
  it('has no more numbers than held-out rows bear out: a time per layer is worth a tenth, mfu by length nothing', () => {
    const errors = models.map((model) => heldOutError(heldOut(evidence, model)))
    const [shares = 0, layered = 0] = errors
    expect(shares / layered).toBeGreaterThan(1.1)
    expect(borneOut(errors)).toBe(exchanging)
  })
}, 120_000)
