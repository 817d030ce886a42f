// Do as many conversations fit as bytes say, as long as bytes say, and not one more?
import { describe, expect, it } from 'vitest'
import { explain, given } from '../../src/algebra'
import { resolve } from '../../src/deployment'
import { sequencesThatFit } from '../../src/derivations'
import { fit as fits } from '../../src/serving'

// 81,559 MiB a device, as its driver says; 70,553,706,496 parameters in bf16; 2 · 80 layers · 8 heads · 128 · 2 B a token.
const memory = 81_559 * 2 ** 20
const weights = 70_553_706_496 * 2
const perToken = 327_680
const eight = { model: 'llama-3.1-70b', accelerator: 'h100-sxm', devices: 8, context: 32_768 } as const

describe('fit', () => {
  it('counts 50 conversations of 32,768 tokens of Llama 3.1 70B on 8 x H100: free bytes over bytes of one', () => {
    const found = fits(eight)
    expect(found.weightsPerDevice).toBe(weights / 8)
    expect(found.freeBytes).toBe(8 * memory - weights)
    expect(found.bytesPerSequence).toBe(32_768 * perToken)
    expect(found.sequences).toBe(50)
    expect(found.sequencesAllocated).toBe(50)
  })
  it('and what it counts is what resolve accepts: 50 at once, not 51', () => {
    const { context, ...deployment } = eight
    expect(resolve(deployment, { context, batch: 50 }).devices).toBe(8)
    expect(() => resolve(deployment, { context, batch: 51 })).toThrow('51 conversations of 32,768 tokens do not fit')
  })
  it.each([
    { layout: { tensorParallel: 8, expertParallel: 8, attention: 'data' } },
    { layout: { tensorParallel: 8, expertParallel: 8, attention: 'context' } },
    { layout: { tensorParallel: 4, pipelineStages: 2, expertParallel: 4 } },
    { precision: { kv: 'fp8' } },
  ] as const)('under any layout and precision, as here: %j', (more) => {
    const deployment = { model: 'deepseek-v3', accelerator: 'h200-sxm', devices: 8, ...more } as const
    const { sequences } = fits({ ...deployment, context: 8192 })
    expect(sequences).toBeGreaterThan(8)
    expect(resolve(deployment, { context: 8192, batch: sequences }).devices).toBe(8)
    expect(() => resolve(deployment, { context: 8192, batch: sequences + 1 })).toThrow('do not fit')
  })
  it('100 users may have 16,572 tokens each: free bytes over 100 and over the bytes of a token', () => {
    const { longestContext, binding } = fits({ ...eight, users: 100 })
    expect(longestContext).toBe(Math.floor((8 * memory - weights) / 100 / perToken))
    expect([longestContext, binding]).toEqual([16_572, 'memory'])
  })
  it('a single one no more than the 131,072 that the model was made for', () => {
    const { longestContext, binding } = fits(eight)
    expect([longestContext, binding]).toEqual([131_072, 'model'])
  })
  it('a window keeps no more than it holds: 128 users of Mistral 7B at its full length', () => {
    // 4,096 entries of 128 KiB are kept, whatever the length: 512 MiB a conversation.
    const { longestContext, sequences } = fits({ model: 'mistral-7b-v0.1', accelerator: 'h100-sxm', users: 128 })
    expect(sequences).toBe(Math.floor((memory - 7_241_732_096 * 2) / 2 ** 29))
    expect(longestContext).toBe(32_768)
  })
  it('what is kept back is not there: a tenth of each device, or the same in bytes', () => {
    const tenth = fits({ ...eight, keepBack: '10%' })
    expect(tenth.freeBytes).toBeCloseTo(8 * 0.9 * memory - weights, 0)
    expect(tenth.sequences).toBe(44)
    expect(fits({ ...eight, keepBack: memory / 10 }).freeBytes).toBeCloseTo(tenth.freeBytes, 0)
    expect(() => fits({ ...eight, keepBack: '90 GB' })).toThrow('keepBack is 90 GB: expected less than the 85.5 GB')
  })
  it('a model of numbers fits by its numbers', () => {
    const model = { bytesPerToken: 100_000, activeParams: 1e9, totalParams: 1e9, bytesPerParam: 2 }
    const found = fits({ model, accelerator: 'h100-sxm', devices: 1, context: 10_000, users: 2 })
    expect(found.sequences).toBe(Math.floor((memory - 2e9) / 1e9))
    expect(found.longestContext).toBe(Math.floor((memory - 2e9) / 2 / 1e5))
    expect(found.sequencesAllocated).toBeUndefined()
  })
  it('explains itself by a declared equation', () => {
    const { inputs } = fits(eight)
    const last = explain(given(sequencesThatFit, Object.keys(inputs)), inputs).steps.at(-1)
    expect(last?.name).toBe('sequencesThatFit')
    expect(Math.floor(last?.value ?? 0)).toBe(50)
  })
  it('a missing part and a misspelt key are errors of types, and refused', () => {
    // @ts-expect-error there is no accelerator
    expect(() => fits({ model: 'llama-3.1-70b' })).toThrow('has no accelerator')
    // @ts-expect-error no such key
    expect(() => fits({ ...eight, user: 3 })).toThrow('Unknown field of a deployment "user"')
  })
})
