import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanFlops } from '../../src/cli/place/prefill'
import { type Architecture, type Attend, flopsPerToken, readConfig } from '../../src/model'
import { dense, mixed } from './configs'

/** Position by position: first and last count half each. */
function mean(architecture: Architecture, context: number): number {
  let sum = 0
  for (let c = 0; c <= context; c++) {
    sum += flopsPerToken(architecture, c) * (c === 0 || c === context ? 0.5 : 1)
  }
  return sum / context
}

describe('the exact mean arithmetic of a prompt', () => {
  it('is half the attention of the last token where every layer sees everything', () => {
    const architecture = readConfig(dense)
    const [none, all] = [flopsPerToken(architecture, 0), flopsPerToken(architecture, 5000)]
    expect(meanFlops(architecture, 5000)).toBe((none + all) / 2)
  })
  it('is the mean over the positions, for windows below, at and above the context', () => {
    const architecture = readConfig(mixed)
    for (const context of [1, 100, 128, 129, 1000]) {
      expect(meanFlops(architecture, context) / mean(architecture, context)).toBeCloseTo(1, 12)
    }
  })
  it('is so for every reach and limit (seed 1)', () => {
    const plain = readConfig(dense)
    const tokens = fc.integer({ min: 1, max: 40 })
    const reach = fc.oneof(
      fc.constant({ over: 'all' as const }),
      fc.record({ over: fc.constant('last' as const), tokens }),
      fc.record({ over: fc.constant('every' as const), tokens }),
    )
    const attend: fc.Arbitrary<Attend> = fc.oneof(
      fc.record({ reach, flops: fc.constant(1e9), absorbedFlops: fc.constant(1) }),
      fc.record({ reach, flops: fc.constant(1e9), absorbedFlops: fc.constant(1), atMost: tokens }),
    )
    fc.assert(
      fc.property(attend, fc.integer({ min: 1, max: 200 }), (one, context) => {
        const layers = plain.layers.map((layer) => ({ ...layer, attends: [one] }))
        const architecture = { ...plain, layers }
        expect(meanFlops(architecture, context) / mean(architecture, context)).toBeCloseTo(1, 12)
      }),
      { seed: 1 },
    )
  })
})
