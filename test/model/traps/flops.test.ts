// Section 7 of the notes on configs: training FLOPs per token are three forward passes at the mean causal context.
import { describe, expect, it } from 'vitest'
import { flopsPerToken, readConfig } from '../../../src/model'
import { deepseekV3, jamba, llama70b, mambaCodestral, qwen3Next } from '../fixtures/configs'

// A causal sequence of 4096 tokens attends to 2048 on average.
const training = (config: unknown) => (3 * flopsPerToken(readConfig(config), 2048)) / 1e9

describe('training FLOPs per token against published ones', () => {
  it('DeepSeek-V3: 250.5 GFLOP, 250 in ISCA 2025 table 2 (rounded to three digits)', () => {
    expect(training(deepseekV3)).toBeCloseTo(250.5, 1)
  })
  it('Llama 3.1 405B: 2473 GFLOP, 2448 in the same table (1 %: it leaves out part of the head)', () => {
    const llama405b = {
      ...llama70b,
      hidden_size: 16384,
      num_hidden_layers: 126,
      num_attention_heads: 128,
      intermediate_size: 53248,
    }
    expect(training(llama405b)).toBeCloseTo(2473, 0)
    expect(training(llama405b) / 2448).toBeCloseTo(1.01, 2)
  })
})

describe('a token attends to what its layers let it see', () => {
  it('grows by 4 x layers x heads x headDim FLOPs per cached token', () => {
    const a = readConfig(llama70b)
    expect(flopsPerToken(a, 1001) - flopsPerToken(a, 1000)).toBe(4 * 80 * 64 * 128)
  })
  it('counts the head, not the input embedding', () => {
    expect(flopsPerToken(readConfig(llama70b), 0)).toBe(2 * (70_553_706_496 - 128_256 * 8192))
  })
  it('adds the update of a state: 5 HPN for Mamba-2, 7 dN for Mamba-1, 7 H dk dv for the delta rule', () => {
    const update = (config: unknown) => readConfig(config).layers.reduce((sum, { stateFlops }) => sum + stateFlops, 0)
    expect(update(mambaCodestral)).toBe(64 * 5 * 128 * 64 * 128)
    expect(update(jamba)).toBe(28 * 7 * 8192 * 16)
    expect(update(qwen3Next)).toBe(36 * 7 * 32 * 128 * 128)
  })
  it('a model without attention does the same at any context', () => {
    const a = readConfig(mambaCodestral)
    expect(flopsPerToken(a, 1_000_000)).toBe(flopsPerToken(a, 0))
  })
})
