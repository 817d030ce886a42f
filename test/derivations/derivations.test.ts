import { existsSync, readFileSync } from 'node:fs'
import katex from 'katex'
import { all, create } from 'mathjs'
import { describe, expect, it } from 'vitest'
import { bottom, evaluate, expand, given, latex, parse } from '../../src/algebra'
import * as servemath from '../../src/derivations'
import { equations, inputs, prove, theorems } from '../../src/derivations'
import { parseUnit, sameDimension } from '../../src/units'

const llama = {
  layers: 80,
  kvHeads: 8,
  queryHeads: 64,
  headDim: 128,
  bytesPerElement: 2,
  activeParams: 70_553_706_496,
  totalParams: 70_553_706_496,
  bytesPerParam: 2,
  bytesPerToken: 327_680,
}
const h100 = { flops: 989e12, memoryBandwidth: 3.35e12, memoryCapacity: 80e9, devicePrice: 2.5 / 3600 }

/** DESIGN's vocabulary: every row, with its unit. */
const rows: Record<string, string> = {
  groupedQueryBytes: 'B/token',
  latentBytes: 'B/token',
  forwardFlops: 'FLOP/token',
  attentionFlops: 'FLOP/token',
  prefillFlops: 'FLOP/token',
  computeTime: 's',
  weightTime: 's',
  kvTime: 's',
  stepTime: 's',
  machineBalance: 'FLOP/B',
  balancedBatch: '1',
  balancedContext: 'token',
  tokenCost: 'USD/token',
  tokensPerSecond: 'token/s',
  drainTime: 's',
  amortizedPrice: 'USD/s',
  holdPrice: 'USD/(B*s)',
  retrievePrice: 'USD/B',
  wearPrice: 'USD/B',
  rematTime: 's/token',
  rematCost: 'USD/token',
  rematTimeAt: 's/token',
  rematCostAt: 'USD/token',
  holdCost: 'USD/token',
  retrieveCost: 'USD/token',
  writeCost: 'USD/token',
  keepCost: 'USD/token',
  fleetKeepCost: 'USD/token',
  tierCrossover: 's',
  rematCrossover: 's',
  loadTime: 's',
  rematLatency: 's',
  breakEvenBandwidth: 'B/s',
}

describe('the vocabulary is declared', () => {
  it.each(Object.entries(rows))('%s is in %s', (name, unit) => {
    expect(sameDimension(parseUnit(equations[name]?.unit ?? 'token^9').dimension, parseUnit(unit).dimension)).toBe(true)
  })
  it('every equation is exported under its own name, says what it is and where it comes from', () => {
    for (const [name, equation] of Object.entries(equations)) {
      expect((servemath as Record<string, unknown>)[name]).toBe(equation)
      expect(equation.says.length).toBeGreaterThan(10)
      expect(equation.source, name).not.toBe('')
    }
  })
  it('one name is one quantity: no input shares a name with an equation', () => {
    expect(Object.keys(inputs).filter((name) => name in equations)).toEqual([])
  })
  it('every equation prints as KaTeX-strict LaTeX', () => {
    for (const equation of Object.values(equations)) {
      expect(() => katex.renderToString(latex(equation), { strict: 'error', throwOnError: true })).not.toThrow()
    }
  })
  it('mathjs agrees with our parser and evaluator on every declared expression', () => {
    const mathjs = create(all ?? {})
    for (const equation of Object.values(equations)) {
      const scope = Object.fromEntries(Object.keys(equation.inputs).map((name, i) => [name, 1.5 + i]))
      expect(mathjs.evaluate(equation.expression, { ...scope }), equation.name).toBe(
        evaluate(parse(equation.expression), scope),
      )
    }
  })
  it('expanded to its leaves, an equation still gives the same number', () => {
    for (const equation of Object.values(equations)) {
      const at = Object.fromEntries([...bottom(equation).keys()].map((name, i) => [name, 1.25 + i / 8]))
      const called = (equation as unknown as (args: typeof at) => number)(at)
      expect(evaluate(expand(equation), at)).toBeCloseTo(called, 10)
    }
  })
})

describe('theorems', () => {
  it.each(theorems.map((theorem) => [theorem.says, theorem] as const))('%s', (_, theorem) => {
    const proof = prove(theorem)
    const piecewise = /max|abs|fleet/.test(theorem.left + theorem.right)
    expect(proof.verdict).toBe('proved')
    expect('cases' in proof).toBe(piecewise)
  })
})

describe('known values', () => {
  it('Llama-3.1-405B adds 516,096 B a token: 2 x 126 layers x 8 heads x 128 wide x 2 bytes', () => {
    expect(servemath.groupedQueryBytes({ layers: 126, kvHeads: 8, headDim: 128, bytesPerElement: 2 })).toBe(516_096)
  })
  it('DeepSeek-V3 adds 70,272 B a token: one latent of 512 + 64, stored once', () => {
    expect(servemath.latentBytes({ layers: 61, latentDim: 512, ropeDim: 64, bytesPerElement: 2 })).toBe(70_272)
  })
  it('attention adds 7.6 % to a 70B forward pass at 4,096 tokens', () => {
    const at = { ...llama, context: 4096 }
    expect((servemath.forwardFlops(at) + servemath.attentionFlops(at)) / servemath.forwardFlops(at)).toBeCloseTo(
      1.0760939344885,
      12,
    )
  })
  it('an H100 does 295 FLOP per byte', () => {
    expect(servemath.machineBalance(h100)).toBeCloseTo(295.2, 1)
  })
  it('a decode step at batch 1 cannot beat reading every weight once', () => {
    const at = { ...llama, ...h100, devices: 8, batch: 1, passLength: 1, context: 0 }
    expect(servemath.stepTime(at)).toBe(servemath.weightTime(at))
  })
  it('HBM against remat crosses at 69.7 s, the whole rent charged to memory', () => {
    expect(servemath.memoryRematCrossover({ ...llama, ...h100, mfu: 0.5, reuses: 1, memoryShare: 1 })).toBeCloseTo(
      69.66643478,
      7,
    )
  })
  it('a number already known can be given in place of its derivation', () => {
    const hold = given(servemath.holdCost, ['holdPrice'])
    expect(hold.leaves).toEqual(['bytesPerToken', 'holdPrice', 'holdTime'])
  })
})

const published = '../shared/truth/published.json'
describe.skipIf(!existsSync(published))('published numbers (skipped where ../shared is absent)', () => {
  const rows: { id: string; inputs: Record<string, number>; expected: number }[] = existsSync(published)
    ? JSON.parse(readFileSync(published, 'utf8'))
    : []
  const row = (id: string) =>
    rows.find((each) => each.id === id) ?? { inputs: {} as Record<string, number>, expected: Number.NaN }

  it('drain times of HBM, 24 ms, and host DDR, 5 s', () => {
    const hbm = row('drain-hbm')
    expect(
      servemath.drainTime({
        tierCapacity: (hbm.inputs.cap_GB ?? 0) * 1e9,
        tierBandwidth: (hbm.inputs.bw_GBs ?? 0) * 1e9,
      }),
    ).toBeCloseTo(hbm.expected, 12)
  })
  it('remat of a 70B model costs $0.1966 a million tokens at 40 % of an H100 at $2 an hour', () => {
    const { inputs: given, expected } = row('ref-70b-remat')
    const cost = servemath.rematCost({
      activeParams: given.params ?? 0,
      flops: given.flops ?? 0,
      mfu: given.mfu ?? 0,
      devicePrice: (given.gpu_usd_h ?? 0) / 3600,
    })
    expect(cost * 1e6).toBeCloseTo(expected, 3)
  })
  it('prefill of 8,192 tokens of a 70B model on 16 chips of 197 TFLOP/s at 40 % takes 0.91 s (they leave attention out)', () => {
    const { inputs: given, expected } = row('sb-prefill-70b')
    const at = {
      ...llama,
      layers: 0,
      activeParams: given.params ?? 0,
      context: given.tokens ?? 0,
      devices: given.chips ?? 0,
      flops: given.flops ?? 0,
      mfu: given.mfu ?? 0,
    }
    expect(Math.abs(servemath.rematLatency(at) / expected - 1)).toBeLessThan(0.005)
  })
})
