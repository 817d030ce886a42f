// Are a step, a prompt and a million tokens worth what bytes, FLOPs and rents say?
import { describe, expect, it } from 'vitest'
import { explain, given } from '../../src/algebra'
import { accelerator } from '../../src/catalog'
import { stepTime } from '../../src/derivations'
import { place } from '../../src/placement'
import { fit as fits, serve } from '../../src/serving'

const eight = { model: 'llama-3.1-70b', accelerator: 'h100-sxm', devices: 8, context: 32_768 } as const
const ideal = { ...eight, batch: 32, efficiency: 'ideal' } as const
// All matrices but the table of which each of 32 tokens reads its row.
const read = 70_553_706_496 * 2 - 128_256 * 8192 * 2 + 32 * 8192 * 2
const bandwidth = 8 * 3.35e12
const rent = accelerator('h100-sxm').devicePrice ?? Number.NaN

describe('serve, ideal', () => {
  const found = serve(ideal)
  it('reads the weights once and 32 caches of 10.7 GB in a step: 5.19 ms and 12.8 ms on 8 x H100', () => {
    expect(found.arms.weights).toBeCloseTo(read / bandwidth, 12)
    expect(found.arms.kv).toBeCloseTo((32 * 32_768 * 327_680) / bandwidth, 12)
    expect(found.stepTime).toBeCloseTo(found.arms.weights + found.arms.kv, 12)
    expect([found.mode, found.binding]).toEqual(['ideal', 'memory'])
  })
  it('so a user gets 55.5 tokens a second, and all of them 1,777', () => {
    expect(found.tokensPerSecondPerUser).toBeCloseTo(1 / found.stepTime, 9)
    expect(found.tokensPerSecond).toBeCloseTo(32 / found.stepTime, 6)
    expect(Math.round(found.tokensPerSecond)).toBe(1777)
  })
  it('a million of them cost the rent of 8 devices while they are made', () => {
    expect(found.usdPerMillion.output).toBeCloseTo((1e6 * found.stepTime * 8 * rent) / 32, 9)
    expect(found.usdPerMillion.cachedInput).toBe(0)
  })
  it('explains its step by a declared equation', () => {
    const { decode } = found.inputs
    expect(explain(given(stepTime, Object.keys(decode)), decode).steps.at(-1)?.value).toBeCloseTo(found.stepTime, 12)
  })
})

describe('serve, calibrated', () => {
  const found = serve({ ...eight, batch: 32 })
  it('computes at half of the peak, and reads as before', () => {
    expect(found.mode).toBe('calibrated')
    expect(found.arms.compute).toBeCloseTo(2 * serve(ideal).arms.compute, 12)
    expect(found.arms.kv).toBe(serve(ideal).arms.kv)
  })
  it('takes the share of the peak that the deployment gives', () => {
    const given = serve({ ...eight, batch: 32, efficiency: { mfu: 0.25 } })
    expect(given.arms.compute).toBeCloseTo(2 * found.arms.compute, 12)
  })
  it('waits for the first token as long as a placement says that rematerializing takes', () => {
    const remat = place({ ...eight, holdTime: 300 }).perToken.find(({ option }) => option === 'remat')
    expect(found.timeToFirstToken).toBeCloseTo(remat?.loadTime ?? 0, 9)
    expect(found.usdPerMillion.input).toBeCloseTo((remat?.remat ?? 0) * 1e6, 9)
  })
  it('a short prompt is not quicker than the weights are read', () => {
    const { timeToFirstToken } = serve({ ...eight, batch: 1, context: 16, efficiency: 'ideal' })
    expect(timeToFirstToken - 0.045).toBeGreaterThan(139e9 / bandwidth)
  })
})

describe('a batch', () => {
  it('that is not given is all that fit', () => {
    expect(serve(eight).batch).toBe(fits(eight).sequences)
  })
  it('for a latency is the largest whose step keeps it: 36 sequences within 20 ms', () => {
    const { batch, stepTime: time } = serve({ ...eight, latency: '20 ms' })
    // (20 ms - 5.19 ms of weights) over 0.40 ms a cache
    expect(batch).toBe(36)
    expect(time).toBeLessThanOrEqual(0.02)
    expect(serve({ ...eight, batch: 37 }).stepTime).toBeGreaterThan(0.02)
  })
  it('that keeps no latency, or is given twice, is refused', () => {
    expect(() => serve({ ...eight, latency: 0.001 })).toThrow(
      'No batch meets 1 ms a token: a single sequence takes 5.59 ms',
    )
    expect(() => serve({ ...eight, latency: 0.1, batch: 3 })).toThrow('two ways to say')
    expect(() => serve({ ...eight, batch: 51 })).toThrow('51 conversations of 32,768 tokens do not fit')
  })
})

describe('a prompt whose cache was kept', () => {
  const [none, most] = [serve({ ...eight, batch: 32 }), serve({ ...eight, batch: 32, hitRatio: 0.9 })]
  it('computes its other tenth, each token of it dearer since it sees what was kept', () => {
    expect(most.timeToFirstToken).toBeLessThan(0.2 * none.timeToFirstToken)
    expect(most.usdPerMillion.input ?? 0).toBeGreaterThan(none.usdPerMillion.input ?? 0)
  })
  it('waits for its load from a tier, as a placement of it does', () => {
    const from = serve({ ...eight, batch: 32, hitRatio: 0.9, from: 'nvme-tlc-gen5' })
    const { perToken } = place({ ...eight, context: 29_491, holdTime: 300 })
    const option = perToken.find((one) => one.option === 'nvme-tlc-gen5')
    expect(from.loadTime).toBe(option?.loadTime)
    expect(from.timeToFirstToken).toBeCloseTo(most.timeToFirstToken + from.loadTime, 12)
    expect(from.usdPerMillion.cachedInput).toBeCloseTo(((option?.retrieve ?? 0) + (option?.residency ?? 0)) * 1e6, 12)
  })
  it('in a tier that is not there, or by more than all of it, is refused', () => {
    expect(() => serve({ ...eight, hitRatio: 0.9, from: 'nvme' })).toThrow('Unknown tier of h100-sxm "nvme"')
    expect(() => serve({ ...eight, hitRatio: 1.5 })).toThrow('hitRatio is 1.5: expected a share between 0 and 1.')
  })
  it('is never found whole: the last token is computed for its logits', () => {
    expect(serve({ ...eight, batch: 1, hitRatio: 1 }).inputs.prompt.passLength).toBe(1)
  })
})

describe('prompts apart', () => {
  it('move 10.7 GB over 8 links of 50 GB/s: 26.8 ms more to the first token, and dearer input', () => {
    const [together, apart] = [serve({ ...eight, batch: 32 }), serve({ ...eight, batch: 32, apart: 'network-400g' })]
    expect(apart.moveTime).toBeCloseTo((32_768 * 327_680) / (8 * 50e9), 12)
    expect(apart.timeToFirstToken).toBeCloseTo(together.timeToFirstToken + apart.moveTime, 12)
    // The room of 327,680 B a token in HBM while it moves.
    const room = (327_680 * rent * apart.moveTime) / (81_559 * 2 ** 20)
    expect((apart.usdPerMillion.input ?? 0) - (together.usdPerMillion.input ?? 0)).toBeCloseTo(room * 1e6, 9)
  })
})

describe('a machine without a rent', () => {
  it('is as fast, and its prices are not known', () => {
    const {
      usdPerMillion,
      stepTime: time,
      notes,
    } = serve({ model: 'llama-3.1-8b', accelerator: 'trainium3', batch: 4 })
    expect(usdPerMillion).toEqual({ output: null, input: null, cachedInput: null })
    expect(time).toBeGreaterThan(0)
    expect(notes.join(' ')).toContain('No rent of trainium3 is known')
  })
})

describe('a model of numbers', () => {
  it('is served by its numbers: the same as the model they are of, where every layer attends to all', () => {
    const numbers = { bytesPerToken: 327_680, activeParams: 69e9, totalParams: 70e9, bytesPerParam: 2 }
    const heads = { layers: 80, queryHeads: 64, headDim: 128 }
    const { arms, timeToFirstToken } = serve({ ...ideal, model: { ...numbers, ...heads } })
    expect(arms.weights).toBeCloseTo(140e9 / bandwidth, 12)
    expect(arms.kv).toBe(serve(ideal).arms.kv)
    const flops = 32_768 * (2 * 69e9 + (4 * 80 * 64 * 128 * 32_768) / 2)
    expect(timeToFirstToken).toBeCloseTo(0.045 + flops / (8 * 989e12), 3)
  })
  it('whose own arithmetic of a prompt is given, takes it', () => {
    const { timeToFirstToken } = serve({ ...ideal, set: { prefillFlops: 2e11 } })
    expect(timeToFirstToken).toBeCloseTo(0.045 + (32_768 * 2e11) / (8 * 989e12), 3)
  })
})
