import { describe, expect, it } from 'vitest'
import { type Declared, equation, evaluate, expand, given, input, prepared, replaced } from '../../src/algebra'
import { ratioOf } from '../../src/algebra/linear'
import { model, modelIds, rentedAccelerator, tiers } from '../../src/catalog'
import * as derivations from '../../src/derivations'
import {
  type Candidate,
  memoryCandidate,
  type Numbers,
  type Replacements,
  rematCandidate,
} from '../../src/placement/candidate'
import { lineOf } from '../../src/placement/line'
import { tierCandidate } from '../../src/placement/tierCandidate'

const machines = ['h100-sxm', 'h200-sxm', 'b200-hgx', 'mi300x']
const { memoryHoldPrice, memoryHoldPriceAfterWeights, holdCost, retrieveCost, writeCost, keepCost, forgetCost } =
  derivations

function numbersIn(record: object): Record<string, number> {
  return Object.fromEntries(
    Object.entries(record).filter(([name, value]) => typeof value === 'number' && name in derivations.inputs),
  )
}

const settings: readonly Numbers[] = [
  { stall: 0, reuses: 1, context: 32_768, holdTime: 300 },
  { stall: 1, reuses: 3, context: 1, holdTime: 7 },
  { stall: 0.3, reuses: 1, context: 2048, holdTime: 1e6, rematCost: 1e-7 },
]

function pointsOf(modelId: string, machine: string): Numbers[] {
  const usual = { mfu: 0.5, fill: 1, memoryShare: 1, devices: 64 }
  return settings.map((one) => ({
    ...numbersIn(model(modelId)),
    ...numbersIn(rentedAccelerator(machine)),
    ...usual,
    ...one,
  }))
}

// As it would be without remembering anything.
const anew = (equation: Declared, mine: Replacements, at: Numbers): Declared =>
  given(replaced(equation, mine), Object.keys(at))
const run = (equation: Declared, at: Numbers): number => (equation as unknown as (at: Numbers) => number)(at)

function lineAnew(equation: Declared, at: Numbers): readonly [once: number, rate: number] {
  const ratio = ratioOf(expand(equation), 'holdTime')
  if (ratio === undefined) throw new Error(equation.name)
  const under = evaluate(ratio.under.intercept, at)
  return [evaluate(ratio.over.intercept, at) / under, evaluate(ratio.over.slope, at) / under]
}

function expectSame({ option, at, total, parts }: Candidate, of: Declared, mine: Replacements): void {
  const line = lineOf(option, total, at)
  expect([option, line.once, line.rate]).toEqual([option, ...lineAnew(anew(of, mine, at), at)])
  if (parts === undefined) return
  const both = [
    [parts.hold, holdCost],
    [parts.retrieve, retrieveCost],
    [parts.write, writeCost],
  ] as const
  for (const [quick, slow] of both) {
    if (at[slow.name] === undefined) expect(run(quick, at)).toBe(run(anew(slow, mine, at), at))
  }
}

describe('equations worked out once', () => {
  it.each(machines)('give every catalogue model on %s the same line and parts to the last bit', (machine) => {
    const parts = tiers({ basis: 'component' }).filter(({ placeable, medium }) => placeable && medium !== 'hbm')
    expect(parts.length).toBeGreaterThan(3)
    let compared = 0
    for (const id of modelIds()) {
      for (const at of pointsOf(id, machine)) {
        if (!(at.bytesPerToken !== undefined && at.bytesPerToken > 0)) continue
        for (const holdPrice of [memoryHoldPrice, memoryHoldPriceAfterWeights]) {
          expectSame(memoryCandidate({ holdPrice }, at, {}, 'rented'), keepCost, { holdPrice })
        }
        const terms = { free: false, endurance: true, workload: false, money: {}, effectiveStall: at.stall ?? 0 }
        for (const tier of parts) {
          const path: Replacements =
            (at.pathBandwidth ?? (tier as { pathBandwidth?: number }).pathBandwidth) === undefined
              ? {}
              : { retrieveCost: derivations.retrieveCostOverPath }
          expectSame(tierCandidate(tier, at, {}, terms), keepCost, path)
          expectSame(tierCandidate(tier, at, {}, { ...terms, free: true }), keepCost, path)
        }
        const attending: Replacements = at.rematCost === undefined ? { rematCost: derivations.rematCostAt } : {}
        expectSame(rematCandidate(at, {}), forgetCost, attending)
        compared++
      }
    }
    expect(compared).toBeGreaterThan(150)
  })
  it('are told apart by what replaces them, also where the names are the same', () => {
    const mine = (factor: string): Declared =>
      equation('rematCost', {
        symbol: 'R',
        unit: 'USD/token',
        says: 'what I pay',
        inputs: { activeParams: derivations.activeParams, listPrice },
        expression: `${factor} * activeParams * listPrice`,
      })
    const listPrice = input('listPrice', { symbol: 'p', unit: 'USD/token', says: 'what a token costs me' })
    const at = { activeParams: 10, listPrice: 2, reuses: 1 }
    const [once, twice] = [mine('1'), mine('2')]
    expect(run(prepared(forgetCost, { rematCost: once }, at), at)).toBe(20)
    expect(run(prepared(forgetCost, { rematCost: twice }, at), at)).toBe(40)
    expect(run(prepared(forgetCost, {}, { ...at, rematCost: 7 }), { ...at, rematCost: 7 })).toBe(7)
    expect(prepared(forgetCost, { rematCost: once }, at)).toBe(prepared(forgetCost, { rematCost: once }, { ...at }))
    expect(prepared(forgetCost, { holdPrice: memoryHoldPrice }, at)).toBe(prepared(forgetCost, {}, at))
  })
  it('refuse what is in another unit every time they are asked', () => {
    const wrong = { rematCost: derivations.holdPrice }
    for (let i = 0; i < 2; i++) {
      expect(() => prepared(forgetCost, wrong, {})).toThrow(
        'rematCost is in USD/token but what should replace it is in',
      )
    }
  })
})
