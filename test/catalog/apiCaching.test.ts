import { describe, expect, it } from 'vitest'
import { apiCaching, apiCachingKeys } from '../../src/catalog/apiCaching'
import { apiPriceIds, apiPriceNamed } from '../../src/catalog/apiPrices'

describe("a provider's rules for its cache", () => {
  it('are those of the provider, of the family, and last of the model', () => {
    expect(apiCaching('Anthropic/claude-sonnet-5').minimumPrefix?.value).toBe(1024)
    expect(apiCaching('Anthropic/claude-sonnet-5.5').minimumPrefix?.value).toBe(512)
    expect(apiCaching('Anthropic/claude-sonnet-5.5')).toMatchObject({
      life: { value: 300, unit: 's' },
      longLife: { value: 3600 },
      renewed: { value: 'by reads' },
      counted: { value: 'from the start of a request' },
    })
  })
  it('say nothing where no source does: DeepSeek promises no lifetime', () => {
    expect(apiCaching('DeepSeek/deepseek-v4-pro peak')).toEqual({})
  })
  it('are each written for a model whose prices are known', () => {
    for (const start of apiCachingKeys())
      expect(
        apiPriceIds().some((id) => id.startsWith(start)),
        start,
      ).toBe(true)
  })
  it('have a page and a date, or are called an assumption', () => {
    for (const id of apiPriceIds()) {
      for (const { source, asOf, kind } of Object.values(apiCaching(id))) {
        expect(asOf, id).toMatch(/^\d{4}-\d\d/)
        if (source.url === '') expect(kind, id).toBe('assumed')
      }
    }
  })
})

describe('the name of a price list', () => {
  it('is its id, or the model alone', () => {
    expect(apiPriceNamed('Anthropic/claude-opus-5')).toBe('Anthropic/claude-opus-5')
    expect(apiPriceNamed('claude-opus-5')).toBe('Anthropic/claude-opus-5')
  })
  it('is refused with the nearest where there is none', () => {
    expect(() => apiPriceNamed('claude-opuss-5')).toThrow(
      'Unknown API price "claude-opuss-5": did you mean claude-opus-5',
    )
  })
})
