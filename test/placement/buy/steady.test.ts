import { describe, expect, it } from 'vitest'
import { steadyDemand } from '../../../src/placement/buy'
import { bought, offersOf, solved } from './cases'

const total = (rows: readonly Float64Array[]): number => rows.reduce((sum, row) => sum + (row[0] as number), 0)
const stream = { arrivals: 2, tokens: 100, returns: { kind: 'exponential', mean: 60 } } as const

describe("steady traffic, by Little's law", () => {
  it('as many tokens wait as arrive in a mean pause, and as many come back as arrive', () => {
    const demand = steadyDemand(stream)
    expect(total(demand.waiting) / (2 * 100 * 60)).toBeCloseTo(1, 3)
    expect(total(demand.returning) / (2 * 100)).toBeCloseTo(1, 3)
    expect(demand.ageing[0]?.[0]).toBe(200)
    expect(demand.compulsory.tokens / 200).toBeLessThan(1e-4)
  })

  it('for whoever never returns someone new is computed, and waits as long as the table goes', () => {
    const demand = steadyDemand({ ...stream, returns: { ...stream.returns, never: 0.25 } })
    expect(demand.first[0]).toBeCloseTo(200 * 0.25, 1)
    expect(total(demand.returning)).toBeCloseTo(200 * 0.75, 1)
    expect(total(demand.waiting)).toBeCloseTo(200 * (0.75 * 60 + 0.25 * demand.last), -1)
  })

  it('where all return after a minute, what is bought holds a minute of arrivals', async () => {
    const points = [{ time: 60, share: 0 }]
    const demand = steadyDemand({ ...stream, returns: { kind: 'points', points } })
    const { counts } = await solved(demand, offersOf([bought('ram', { capacity: 3001, price: 1e-3 })], 1))
    expect(total(demand.waiting)).toBe(12_000)
    expect(counts).toEqual([4])
  })

  it('a promise is a border, and beyond the law one may still be made', () => {
    expect(steadyDemand(stream, { promised: 77 }).ages).toContain(77)
    expect(steadyDemand(stream, { promised: 1e5 }).last).toBe(1e5)
  })

  it('no arrivals, no tokens and less than none are refused', () => {
    expect(() => steadyDemand({ ...stream, arrivals: 0 })).toThrow(
      'The arrivals are 0: nothing arrives, so there is nothing to buy for.',
    )
    expect(() => steadyDemand({ ...stream, tokens: 0 })).toThrow('The tokens are 0: there is nothing to keep')
    expect(() => steadyDemand({ ...stream, arrivals: -1 })).toThrow(
      'The arrivals are -1 a second: expected a positive number.',
    )
  })
})
