// Do the equations, at a point, take what the layers say: attention in the arithmetic, touched weights and read bytes in the memory?
import { describe, expect, it } from 'vitest'
import { call } from '../../src/algebra'
import { accelerator, model } from '../../src/catalog'
import {
  balancedBatch,
  balancedBatchAtContext,
  balancedContext,
  balancedContextWithAttention,
  computeTime,
  expertsTouched,
  freeMemory,
  kvTime,
  latentAttentionFlops,
  limits,
  proveLimit,
  rooflineUtilization,
  sequencesThatFit,
  stepTime,
  tokenCost,
  weightTime,
} from '../../src/derivations'
import { type Point, type Work, workAt } from '../../src/model'

const v3 = model('deepseek-v3')
const { flops = Number.NaN, memoryBandwidth, memoryCapacity } = accelerator('gb200-nvl72', { precision: 'fp8' })
const rack = { flops, memoryBandwidth, memoryCapacity, devices: 72, passLength: 1 }
// The rack as the chapter has it: one copy of the cache, spread over all devices.
const onRack = (id: string, point: Point) => ({ ...numbersOf(workAt(model(id).architecture, point)), ...rack })
const numbersOf = ({ notes: _, ...numbers }: Work) => numbers

describe('a step of latent attention', () => {
  it('does 242 FLOP for each byte of cache it reads', () => {
    const { attentionFlops, sequenceBytesRead } = workAt(v3.architecture, { context: 4096 })
    expect(attentionFlops / sequenceBytesRead).toBeCloseTo((2 * 128 * 1088) / (2 * 576), 9)
    const { latentDim = 0, ropeDim = 0 } = v3
    expect(attentionFlops).toBe(latentAttentionFlops({ ...v3, latentDim, ropeDim, context: 4096 }))
  })
  it('uses 39 % of the multipliers at 65,536 tokens and a full memory, where weights alone use 2.5 %', () => {
    const at = { ...v3, ...rack, context: 65_536 }
    const batch = Math.floor(sequencesThatFit(at))
    expect(100 * rooflineUtilization({ ...at, batch })).toBeCloseTo(2.478, 3)
    const point = onRack('deepseek-v3', { context: 65_536, batch })
    expect(100 * call(rooflineUtilization, point)).toBeCloseTo(39.16, 2)
  })
  it('computes for 17.5 ms at 4,096 tokens and a full memory, where weights alone take 9.2 ms', () => {
    const at = { ...v3, ...rack, context: 4096 }
    const batch = Math.floor(sequencesThatFit(at))
    expect(1e3 * computeTime({ ...at, batch })).toBeCloseTo(9.22, 2)
    expect(1e3 * call(computeTime, onRack('deepseek-v3', { context: 4096, batch }))).toBeCloseTo(17.53, 2)
  })
  it('balances reads at 2,789 tokens in fp8 and at 7,556 with attention in bf16, not at 1,710', () => {
    const { attentionFlops } = workAt(v3.architecture, { context: 1000 })
    const at = { bytesPerToken: v3.bytesPerToken, activeParams: v3.activeParams, ...rack }
    const balanced = (attentionSlowdown: number) =>
      call(balancedContextWithAttention, { ...at, attentionFlops, context: 1000, attentionSlowdown })
    expect([balancedContext(at), balanced(1), balanced(2)].map(Math.round)).toEqual([1710, 2789, 7556])
  })
})

describe('a step at a point', () => {
  it('touches the experts that the equation says, tokens routed evenly', () => {
    for (const batch of [1, 8, 100, 2400]) {
      const { expertShare } = workAt(v3.architecture, { context: 0, batch })
      expect(256 * expertShare).toBeCloseTo(expertsTouched({ experts: 256, activatedExperts: 8, batch }), 9)
    }
  })
  it('reads of DeepSeek-V3.2 what it selects: 8 times less than it keeps at 131,072 tokens', () => {
    const point = onRack('deepseek-v3.2', { context: 131_072 })
    const kept = call(kvTime, { ...point, sequenceBytesRead: point.sequenceBytesKept })
    expect(kept / call(kvTime, point)).toBeCloseTo(point.sequenceBytesKept / point.sequenceBytesRead, 9)
    expect(kept / call(kvTime, point)).toBeGreaterThan(8)
  })
  it('reads the window of a model that keeps nothing else', () => {
    expect(call(kvTime, onRack('mistral-7b-v0.1', { context: 32_768 }))).toBeGreaterThan(0)
  })
  it('is in balance at the balanced batch for its context', () => {
    const at = onRack('llama-3.1-70b', { context: 100 })
    const batch = call(balancedBatchAtContext, at)
    const { passFlops } = onRack('llama-3.1-70b', { context: 100, batch })
    // Not whole sequences, and a larger batch looks up a few more rows of the embedding: both aside.
    const there = { ...at, passFlops, places: batch }
    const [work, read] = [call(computeTime, there), call(weightTime, there) + call(kvTime, there)]
    expect(work / read).toBeCloseTo(1, 12)
    expect(call(balancedBatch, at)).toBeLessThan(batch)
  })
  it('costs the larger of what it computes and what it reads, whatever was given', () => {
    const at = { ...onRack('mixtral-8x7b', { context: 1000, batch: 4 }), devicePrice: 1e-3 }
    const time = Math.max(call(computeTime, at), call(weightTime, at) + call(kvTime, at))
    expect(call(stepTime, at)).toBe(time)
    expect(call(tokenCost, at)).toBeCloseTo((time * 72 * 1e-3) / 4, 15)
  })
})

describe('memory beside the weights', () => {
  it('is what devices have less one copy of the weights, or as many as there are', () => {
    const at = { ...v3, ...rack, context: 4096 }
    expect(freeMemory(at)).toBe(72 * memoryCapacity - v3.totalParams * v3.bytesPerParam)
    const layout = { tensorParallel: 8, expertParallel: 8, attention: 'data' } as const
    const data = { ...numbersOf(workAt(v3.architecture, { context: 4096, layout })), memoryCapacity }
    expect(call(freeMemory, data)).toBe(8 * memoryCapacity - data.weightBytesKept)
    const tensor = {
      ...numbersOf(workAt(v3.architecture, { context: 4096, layout: { tensorParallel: 8 } })),
      memoryCapacity,
    }
    expect(call(sequencesThatFit, data) / call(sequencesThatFit, tensor)).toBeGreaterThan(7)
  })
})

describe('each simple form is the limit of the general one', () => {
  it.each(limits.map((limit) => [limit.simple, limit.domain, limit] as const))('%s: %s', (simple, _, limit) => {
    const proof = proveLimit(limit)
    expect(proof.verdict).toBe('proved')
    expect('cases' in proof).toBe(/step|tokenCost|roofline|load/.test(simple))
  })
  it('and is another outside its domain: each letter counts', () => {
    for (const limit of limits)
      for (const letter of Object.keys(limit.where)) {
        const { [letter]: _, ...others } = limit.where
        expect(proveLimit({ ...limit, where: others }).verdict, `${limit.simple} without ${letter}`).toBe('different')
      }
  })
})
