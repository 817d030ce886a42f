// Does every model of the catalogue read, and give the numbers published for it?
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
