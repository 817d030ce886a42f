// Do the figures of the chapter on what a cache weighs say what the catalogue's layers give?
import { describe, expect, it } from 'vitest'
import { model, modelIds } from '../../src/catalog'
import { cacheWeights, type Figure, mistakeFactors } from '../../src/figures'
import { allocatedAt, bytesAt, perSequence, perToken } from '../../src/model'
import { toMime } from '../../src/notebook'

const all = modelIds().map((id) => model(id))
const named = ['llama-3.1-70b', 'gemma-4-31b', 'mistral-7b-v0.1']
const weights = (context: number, per?: 'sequence' | 'activeParam') =>
  cacheWeights(all, { context, named, ...(per && { per }) })
const traceOf = ({ data }: Figure, name: string) =>
  data.find((trace) => trace.name === name) as { x: number[]; y: number[]; line: { dash?: string } }

const mistakes = [
  { name: 'latent counted twice', short: 2, long: 2 },
  { name: 'windows ignored', short: 1, long: 10 },
]

const figures: Readonly<Record<string, () => Figure>> = {
  cacheWeights: () => weights(131_072),
  'cacheWeights per active parameter': () => weights(131_072, 'activeParam'),
  mistakeFactors: () => mistakeFactors(mistakes, { short: 1024, long: 131_072 }),
}

describe.each(Object.entries(figures))('the figure %s', (_, make) => {
  const made = make()

  it('has words for its finding, its reading and its look', () => {
    for (const words of [made.title, made.caption, made.alt]) expect(words).toMatch(/^[A-Z\d].{20,}/)
  })

  it('holds only finite numbers, and stays small', () => {
    expect(() => toMime(made)).not.toThrow()
    expect(JSON.stringify(made).length).toBeLessThan(40_000)
  })
})

describe('the weight of a cache against context', () => {
  it('has a line for every model, the named ones labelled at its right end', () => {
    const made = weights(131_072)
    expect(made.data).toHaveLength(all.length)
    const { annotations } = made.layout as { annotations: { text: string }[] }
    expect(annotations.map(({ text }) => text.trim())).toEqual(
      expect.arrayContaining(['Llama 3.1 70B', 'Gemma 4 31B', 'Mistral 7B v0.1']),
    )
  })

  it('is the sum over layers at every point, to four figures', () => {
    const { x, y } = traceOf(weights(131_072), 'Gemma 4 31B')
    const { architecture } = model('gemma-4-31b')
    for (const [i, tokens] of x.entries()) {
      expect(Math.abs((y[i] ?? 0) / bytesAt(architecture, tokens) - 1)).toBeLessThan(5e-4)
    }
  })

  it('has points where windows end, so that a line breaks where the cache does', () => {
    const { x, y } = traceOf(weights(131_072), 'Mistral 7B v0.1')
    const full = x.indexOf(4096)
    expect(y.slice(full)).toEqual(y.slice(full).map(() => 536_900_000))
    expect(y[full - 1]).toBeLessThan(536_900_000)
  })

  it('says in the title what the named models weigh: 131,072 x 327,680 B = 42.9 GB against 4096 x 131,072 B = 537 MB', () => {
    expect(weights(131_072).title).toBe(
      'A conversation of 131,072 tokens weighs 42.9 GB in Llama 3.1 70B and 537 MB in Mistral 7B v0.1',
    )
  })

  it('divides by the parameters a token uses where asked to', () => {
    const [plain, per] = [weights(8192), weights(8192, 'activeParam')].map((made) => traceOf(made, 'DeepSeek-V3'))
    const { activeParams } = model('deepseek-v3')
    expect((plain?.y[0] ?? 0) / (per?.y[0] ?? 1) / activeParams).toBeCloseTo(1, 3)
  })

  it('draws dotted what is only recalled', () => {
    const made = weights(131_072)
    expect(traceOf(made, 'GLM-4.6').line.dash).toBe('dot')
    expect(traceOf(made, 'GLM-5').line.dash).toBeUndefined()
  })

  it('refuses a context off its axis, a name that is not among its models, and no name at all', () => {
    expect(() => weights(100)).toThrow('A context of 100 tokens is outside the figure: expected 128 to 1048576.')
    expect(() => cacheWeights(all.slice(0, 2), { context: 1024, named: ['gpt2'] })).toThrow(/gpt2 is to be named/)
    expect(() => cacheWeights(all, { context: 1024, named: [] })).toThrow(/at least one model/)
  })
})

describe('the factors of mistakes', () => {
  it('counts those that hide at one length', () => {
    expect(figures.mistakeFactors?.().title).toBe('1 of 2 mistakes hide at one length')
  })

  it('gives their span where none hides', () => {
    const title = mistakeFactors(mistakes.slice(0, 1), { short: 1024, long: 1024 }).title
    expect(title).toBe('The mistakes give from 2 to 2 times the right weight')
  })

  it('refuses a factor of nothing', () => {
    const lost = [{ name: 'all forgotten', short: 0, long: 0 }]
    expect(() => mistakeFactors(lost, { short: 1, long: 2 })).toThrow(/needs two factors above 0/)
    expect(() => mistakeFactors([], { short: 1, long: 2 })).toThrow(/needs two factors above 0/)
  })
})

describe('three numbers printed for Gemma 4 31B on an H200 (redhat-performance/configiq, issue 112)', () => {
  const { architecture } = model('gemma-4-31b')
  const [Ki, Gi, limit] = [2 ** 10, 2 ** 30, 262_144]
  const oneSequence = (memory: number) => (memory - perSequence(architecture)) / perToken(architecture)

  it('880 KiB a token is what the first token adds', () => {
    expect(bytesAt(architecture, 1) / Ki).toBe(880)
  })

  // Memory was printed to 0.01 GiB: that is 7 in 100,000 of 74.95, and more of 64.68.
  it('its 972,134 tokens in 74.95 GiB are one endless sequence', () => {
    expect(Math.abs(oneSequence(74.95 * Gi) / 972_134 - 1)).toBeLessThan(7e-5)
  })

  it.each([
    [64.68, 626_949],
    [103.92, 1_007_303],
  ])('in %f GiB the engine logged %i tokens: pages for full sequences, 8,192 tokens in flight', (memory, tokens) => {
    const perSequenceReserved = allocatedAt(architecture, limit, { inFlight: 8192 })
    expect(Math.abs((memory * Gi * limit) / perSequenceReserved / tokens - 1)).toBeLessThan(8e-5)
  })
})
