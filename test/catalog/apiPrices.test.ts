import { describe, expect, it } from 'vitest'
import { apiPrice, apiPriceIds } from '../../src/catalog/apiPrices'

const perMillion = 1e6

describe('a price list', () => {
  it('is known for 48 models of 12 providers, in USD per token', () => {
    expect(apiPriceIds()).toHaveLength(48)
    expect(new Set(apiPriceIds().map((id) => apiPrice(id).provider)).size).toBe(12)
    const opus = apiPrice('Anthropic/claude-opus-5.5')
    expect(opus.input * perMillion).toBeCloseTo(4, 12)
    expect(opus.cachedInput / opus.input).toBeCloseTo(0.05, 12)
    expect(opus.cacheWrite1h).toBeDefined()
  })

  it('charges no more for a hit than for a first read, and no less for an hour than for five minutes', () => {
    for (const id of apiPriceIds()) {
      const { input, cachedInput, cacheWrite5min, cacheWrite1h } = apiPrice(id)
      expect(cachedInput, id).toBeLessThan(input)
      if (cacheWrite5min && cacheWrite1h) expect(cacheWrite1h, id).toBeGreaterThanOrEqual(cacheWrite5min)
    }
  })

  it('has storage by token and second, and a step for long prompts', () => {
    const pro = apiPrice('Google/gemini-2.5-pro')
    expect((pro.storage ?? 0) * perMillion * 3600).toBeCloseTo(4.5, 12)
    expect(pro.longContext).toMatchObject({ threshold: 200_000, input: 2, output: 1.5 })
  })

  it('is refused for an unknown model with the nearest ids', () => {
    expect(() => apiPrice('OpenAI/gpt-6.1-sool')).toThrow(
      'Unknown API price "OpenAI/gpt-6.1-sool": did you mean OpenAI/gpt-6.1-sol',
    )
  })
})
