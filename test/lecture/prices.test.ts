import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contradictions, holdLadder, nearestRung, priceAssumptions, priceReadings } from '../../src/lecture'

const all = priceReadings()
const reading = (id: string) => {
  const [found] = priceReadings({}, [id])
  if (found === undefined) throw new Error(id)
  return found
}

describe('price lists', () => {
  it('are read for at least ten models of five providers, each with hit ratio, output ratio and date', () => {
    expect(new Set(all.map(({ model }) => model)).size).toBeGreaterThanOrEqual(10)
    expect(new Set(all.map(({ provider }) => provider)).size).toBeGreaterThanOrEqual(5)
    for (const { hit, output, period, implies } of all) {
      expect(hit).toBeGreaterThan(0)
      expect(hit).toBeLessThan(1)
      expect(output).toBeGreaterThan(1)
      expect(period).toMatch(/^\d{4}/)
      expect(implies.decodeMfu).toBeLessThan(0.4)
    }
  })
  it('give write premia at five minutes and an hour, storage, and a step, where they have them', () => {
    const count = (has: (each: (typeof all)[number]) => unknown) => all.filter((each) => has(each) !== undefined).length
    expect(count(({ write5min }) => write5min)).toBeGreaterThanOrEqual(10)
    expect(count(({ write1h }) => write1h)).toBeGreaterThanOrEqual(10)
    expect(count(({ storage }) => storage)).toBeGreaterThanOrEqual(15)
    expect(count(({ step }) => step)).toBeGreaterThanOrEqual(10)
  })
  it('Claude Opus 5: hits at a tenth, writes at 1.25 and 2, output at 5; a hit pays the write back', () => {
    const { hit, write5min, write1h, output, hitsToPayBack } = reading('Anthropic/claude-opus-5')
    expect([hit, write5min, write1h, output]).toEqual([0.1, 1.25, 2, 5].map((value) => expect.closeTo(value, 12)))
    expect(hitsToPayBack).toBeCloseTo(0.25 / 0.9, 12)
  })
  it('Gemini 2.5 Pro: storage at 4.50 an hour, sent again after 15 minutes, a step at 200k tokens', () => {
    const { storage = 0, storageFrom, crossover, step } = reading('Google/gemini-2.5-pro')
    expect(storage * 3600e6).toBeCloseTo(4.5, 12)
    expect(storageFrom).toBe('listed')
    expect(crossover).toBeCloseTo(900, 9)
    expect(step).toEqual({ threshold: 200_000, input: 2, output: 1.5 })
  })
  it('where no storage is listed the two cache writes imply it: 3.27 an hour for Opus 5.5', () => {
    const { storage = 0, storageFrom } = reading('Anthropic/claude-opus-5.5')
    expect(storage * 3600e6).toBeCloseTo(3.2727, 4)
    expect(storageFrom).toBe('cache writes')
  })
  it('where writing is free a hit pays back at once, and nothing is said of storage', () => {
    const { hitsToPayBack, storage } = reading('DeepSeek/deepseek-v4-pro peak')
    expect(hitsToPayBack).toBe(0)
    expect(storage).toBeUndefined()
  })
  it('more bytes per token make the implied price of a byte lower in proportion, and the tier cheaper', () => {
    const id = 'Google/gemini-2.5-pro'
    const [small] = priceReadings({ bytesPerToken: 10e3 }, [id])
    const [large] = priceReadings({ bytesPerToken: 10e6 }, [id])
    expect((small?.implies.holdPrice ?? 0) / (large?.implies.holdPrice ?? 1)).toBeCloseTo(1000, 6)
    expect(small?.implies.tier).toBe('hbm')
    expect(large?.implies.tier).toBe('ddr5-rdimm-server')
  })
})

describe('the ladder of hold prices', () => {
  it('falls from HBM by rent to disk', () => {
    const prices = holdLadder(priceAssumptions()).map(({ holdPrice }) => holdPrice)
    expect(prices).toEqual([...prices].sort((a, b) => b - a))
    expect(holdLadder(priceAssumptions())[0]?.option).toBe('hbm')
  })
  it('the nearest rung is nearest by ratio', () => {
    const ladder = [
      { option: 'near', holdPrice: 1 },
      { option: 'far', holdPrice: 100 },
    ]
    expect(nearestRung(9, ladder).option).toBe('near')
    expect(nearestRung(11, ladder).option).toBe('far')
    expect(() => nearestRung(1, [])).toThrow('The ladder has no tier: expected at least one.')
  })
})

describe('the contradiction panel', () => {
  it('one list implies bytes per token about 100 times apart, from 1.7 kB to 150 kB', () => {
    const { inferences, spread } = contradictions()
    const bytes = (id: string) => inferences.find((each) => each.id === id)?.bytesPerToken ?? Number.NaN
    expect(bytes('step-as-said')).toBeCloseTo(1666.667, 3)
    expect(bytes('step') / 3386).toBeCloseTo(1, 2)
    // Within a third of a hundred: the rent of the H100 moves with its date.
    expect(spread).toBeGreaterThan(67)
    expect(spread).toBeLessThan(150)
    expect(spread).toBeCloseTo(bytes('storage') / bytes('step-as-said'), 9)
  })
  it('at 2 USD an hour and 80 GB, as the lecture rents an H100, storage says 180 kB a token', () => {
    const { inferences } = contradictions('Google/gemini-2.5-pro', { devicePrice: 2 / 3600, memoryCapacity: 80e9 })
    expect(inferences.find(({ id }) => id === 'storage')?.bytesPerToken).toBeCloseTo(180_000, 6)
  })
  it('names the assumption behind each inference, and by which factor it would have to be off', () => {
    const { inferences, reconciled } = contradictions()
    for (const { assumes } of inferences) expect(assumes.length).toBeGreaterThan(20)
    expect(reconciled.map(({ id }) => id)).toEqual(inferences.slice(1).map(({ id }) => id))
  })
  it('how many parameters one assumes moves the readings of the step and of the pause alike, not that of storage', () => {
    const at = (activeParams: number) => contradictions('Google/gemini-2.5-pro', { activeParams }).inferences
    const ratios = at(200e9).map(({ bytesPerToken }, i) => bytesPerToken / (at(100e9)[i]?.bytesPerToken ?? 1))
    const by = Object.fromEntries(at(200e9).map(({ id }, i) => [id, ratios[i]]))
    expect([by['step-as-said'], by.crossover, by.storage]).toEqual([2, 2, 1].map((value) => expect.closeTo(value, 9)))
  })
  it('the spread does not fall below one, whatever is assumed', () => {
    const some = fc.double({ min: 0.1, max: 10, noNaN: true })
    fc.assert(
      fc.property(some, some, (size, price) => {
        const { spread } = contradictions('Google/gemini-3.1-pro-preview', {
          activeParams: size * 1e11,
          devicePrice: price / 3600,
        })
        return spread >= 1
      }),
      { seed: 7, numRuns: 20 },
    )
  })
  it('a list without step or storage still has its hit ratio to read', () => {
    const { inferences, spread } = contradictions('DeepSeek/deepseek-v4-pro peak')
    expect(inferences.map(({ id }) => id)).toEqual(['hit'])
    expect(spread).toBe(1)
  })
  it('refuses an unknown list with the nearest', () => {
    expect(() => contradictions('Google/gemini-2.5')).toThrow('Unknown API price "Google/gemini-2.5"')
  })
})
