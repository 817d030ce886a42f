import { describe, expect, it } from 'vitest'
import { model } from '../../src/catalog'
import {
  apiPriceIds,
  cachePrice,
  listedTariff,
  operatorCost,
  operatorSession,
  sessionPrice,
  tariffOf,
} from '../../src/lecture'

describe('a tariff', () => {
  it('is prices over that of input: 3.75 and 0.30 over 3 are 1.25 and 0.1', () => {
    const { write, read } = tariffOf({ input: 3e-6, write: 3.75e-6, read: 0.3e-6 })
    expect([write, read]).toEqual([expect.closeTo(1.25, 12), expect.closeTo(0.1, 12)])
  })
  it('needs a price of input above nothing', () => {
    expect(() => tariffOf({ input: 0, write: 1, read: 1 })).toThrow('The price of input is 0: expected one above 0')
  })
})

describe('a dated price list as a tariff', () => {
  it('has multiples, lives and rules: Opus 5.5 hits at a twentieth', () => {
    expect(listedTariff('Anthropic/claude-opus-5.5')).toMatchObject({
      inputPrice: expect.closeTo(4e-6, 12),
      tariff: {
        write: expect.closeTo(1.25, 12),
        read: expect.closeTo(0.05, 12),
        longWrite: expect.closeTo(2, 12),
        life: 300,
        longLife: 3600,
        renewed: true,
        countedFrom: 'start',
        minimumPrefix: 512,
      },
    })
  })
  it('takes a write it does not price from the rules of the provider, and else as plain input', () => {
    expect(listedTariff('OpenAI/gpt-5.6-sol').tariff).toMatchObject({ write: 1.25, longWrite: 2.5, life: 1800 })
    expect(listedTariff('OpenAI/gpt-5.5').tariff).toMatchObject({ write: 1, life: null })
  })
  it('with storage lives for as long as that is paid for, so that it has no life of its own', () => {
    const { tariff } = listedTariff('Google/gemini-2.5-pro')
    expect((tariff.storage ?? 0) * 3600).toBeCloseTo(4.5 / 1.25, 9)
    expect(tariff.life).toBeUndefined()
  })
  it('can be asked about hits for every model of the catalogue', () => {
    for (const id of apiPriceIds()) expect(cachePrice(listedTariff(id).tariff).wholeHits, id).toBeLessThanOrEqual(1)
  })
})

describe('what a session costs the operator', () => {
  const cost = operatorCost({ deployment: { model: model('llama-3.1-70b'), accelerator: 'h100-sxm' }, life: 300 })
  const { strategies } = sessionPrice({ write: 1.25, read: 0.1 }, { turns: 4, prompt: 1000, pause: 60 })
  const of = (strategy: string) => strategies.find((each) => each.strategy === strategy) as (typeof strategies)[number]
  it('is a forward pass of every token where all is sent again', () => {
    expect(operatorSession(cost, of('send again'), 300)).toBeCloseTo(4000 * cost.forwardPass, 15)
  })
  it('is one pass, the keeping over three pauses and three loads where it is cached', () => {
    const { hold, write, retrieve } = cost.keptCheapest
    const byHand = 1000 * (cost.forwardPass + write) + 3000 * 60 * (hold / 300) + 3000 * retrieve
    expect(operatorSession(cost, of('write once'), 300)).toBeCloseTo(byHand, 15)
  })
  it('is that of the same machine, however it is named', () => {
    expect(operatorCost({ model: model('llama-3.1-70b'), acceleratorId: 'h100-sxm', life: 300 })).toEqual(cost)
  })
})
