// Does every model of the catalogue read, and give the numbers published for it?
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { model, modelIds } from '../../src/catalog/models'
import { bytesAt, flopsPerToken, parameters, perSequence, perToken } from '../../src/model'

describe('the catalogue of models', () => {
  it.each(modelIds())('%s reads, and its quantities are positive numbers', (id) => {
    const { architecture, bytesPerToken, activeParams, totalParams, bytesPerParam } = model(id)
    expect(architecture.layers.length).toBeGreaterThan(0)
    expect(activeParams).toBeGreaterThan(0)
    expect(totalParams).toBeGreaterThanOrEqual(activeParams)
    expect(bytesPerToken + perSequence(architecture)).toBeGreaterThan(0)
    expect(bytesPerParam).toBeGreaterThan(0)
    expect(bytesAt(architecture, 0)).toBeLessThanOrEqual(bytesAt(architecture, 1))
  })

  it('holds at least 40 models, in a few kB', () => {
    expect(modelIds().length).toBeGreaterThanOrEqual(40)
    const files = readdirSync('data/models').map((file) => readFileSync(`data/models/${file}`))
    expect(gzipSync(Buffer.concat(files)).length).toBeLessThan(12_000)
  })

  // Model cards round, and some count a vision tower or speculative layers: 2 % covers both.
  it.each([
    ['deepseek-v2-lite', 15.7],
    ['deepseek-v3', 671],
    ['gemma-2-27b', 27.2],
    ['glm-4.5-air', 106],
    ['glm-5', 744],
    ['gpt-oss-20b', 20.9],
    ['gpt-oss-120b', 116.8],
    ['jamba-1.5-large', 398],
    ['kimi-k2', 1026],
    ['llama-4-maverick', 401],
    ['minimax-m2', 230],
    ['mistral-large-2', 123],
    ['mixtral-8x22b', 141],
    ['nemotron-3-super-120b-a12b', 120.6],
    ['phi-4', 14.7],
    ['qwen3-235b-a22b', 235],
    ['qwen3-next-80b-a3b', 80],
    ['command-a', 111],
  ])('%s has the %f billion parameters of its model card', (id, billions) => {
    expect(Math.abs(model(id).totalParams / (billions * 1e9) - 1)).toBeLessThan(0.02)
  })

  it('gives Llama 3.1 70B the numbers of its architecture, and names of the vocabulary', () => {
    expect(model('llama-3.1-70b')).toMatchObject({
      layers: 80,
      kvHeads: 8,
      queryHeads: 64,
      headDim: 128,
      bytesPerElement: 2,
      bytesPerToken: 327_680,
      activeParams: 70_553_706_496,
      totalParams: 70_553_706_496,
      bytesPerParam: 2,
    })
  })

  it('gives DeepSeek-V3 one latent per token and the mean of key and value width', () => {
    const { architecture, ...v3 } = model('deepseek-v3')
    expect(v3).toMatchObject({ layers: 61, queryHeads: 128, headDim: 160, latentDim: 512, ropeDim: 64 })
    expect(perToken(architecture)).toBe(70_272)
    expect(4 * v3.layers * v3.queryHeads * v3.headDim * 1000).toBe(
      flopsPerToken(architecture, 1000) - flopsPerToken(architecture, 0),
    )
  })

  it('counts a tied table once, and an untied one twice', () => {
    const tied = parameters(model('qwen3-0.6b').architecture)
    expect(tied).toEqual({
      total: 596_049_920,
      active: 596_049_920,
      activeWithoutInputEmbedding: 596_049_920,
      activeWithoutEmbeddings: 440_467_456,
    })
    const untied = parameters(model('qwen3-8b').architecture)
    expect(untied.active - untied.activeWithoutInputEmbedding).toBe(151_936 * 4096)
    expect(untied.active - untied.activeWithoutEmbeddings).toBe(2 * 151_936 * 4096)
  })

  it('refuses an unknown id and names near ones', () => {
    expect(() => model('llama-3.1-7b')).toThrow(
      'Unknown model "llama-3.1-7b": did you mean llama-3.1-8b or llama-3.1-70b',
    )
  })

  it('gives the same frozen record each time', () => {
    expect(model('qwen3-8b')).toBe(model('qwen3-8b'))
    expect(Object.isFrozen(model('qwen3-8b'))).toBe(true)
  })
})
