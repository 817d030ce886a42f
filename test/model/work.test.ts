// Does the work of a pass come out as it does by hand, and as the chapters' formulas have it wherever both apply?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { model, modelIds } from '../../src/catalog'
import * as derivations from '../../src/derivations'
import {
  type Architecture,
  type Attend,
  bytesAt,
  flopsPerToken,
  type Point,
  parameters,
  quantities,
  readBytesAt,
  readConfig,
  weightBytes,
  workAt,
} from '../../src/model'

const catalogue = modelIds().map((id) => [id, model(id).architecture] as const)
const contexts = [0, 1, 100, 2048, 4097, 32_768, 131_072]
const of = (id: string, point: Point) => workAt(model(id).architecture, point)

const fullAttention = ({ layers }: Architecture): boolean =>
  layers.every(
    ({ attends, caches, stateFlops }) =>
      stateFlops === 0 &&
      attends.length === 1 &&
      caches.length === 1 &&
      attends.every(({ reach, atMost }) => reach.over === 'all' && atMost === undefined) &&
      caches.every((cache) => cache.keeps === 'entries' && cache.readsAtMost === undefined),
  )
const full = catalogue.filter(([, architecture]) => fullAttention(architecture))

describe("the chapters' formulas are the work of a pass wherever both apply", () => {
  it.each(catalogue)('%s in decode: bytes, read bytes and FLOPs at every context', (_, architecture) => {
    for (const context of contexts) {
      const work = workAt(architecture, { context })
      expect(work.sequenceBytes).toBe(bytesAt(architecture, context))
      expect(work.sequenceBytesRead).toBe(readBytesAt(architecture, context))
      expect(work.tokenFlops).toBe(flopsPerToken(architecture, context, { absorbed: true }))
      expect(work.weightBytes / weightBytes(architecture)).toBeCloseTo(1, 12)
    }
  })
  it('is tried on models of full attention of both sorts', () => {
    expect(full.length).toBeGreaterThan(20)
    expect(full.map(([id]) => id)).toContain('deepseek-v3')
  })
  it.each(full)(
    '%s: groupedQueryBytes or latentBytes, forwardFlops, attentionFlops, prefillFlops',
    (_, architecture) => {
      const numbers = quantities(architecture)
      const { activeWithoutInputEmbedding: activeParams, total } = parameters(architecture)
      const { latentDim, ropeDim } = numbers
      for (const context of [100, 4096, 131_072]) {
        const bytes =
          latentDim === undefined || ropeDim === undefined
            ? derivations.groupedQueryBytes(numbers)
            : derivations.latentBytes({ ...numbers, latentDim, ropeDim })
        const decode = workAt(architecture, { context })
        expect(decode.sequenceBytes).toBe(context * bytes)
        expect(decode.forwardFlops).toBe(derivations.forwardFlops({ activeParams }))
        const prompt = workAt(architecture, { context: 0, newTokens: context, logits: context })
        const at = { ...numbers, activeParams, context }
        expect(prompt.attentionFlops / (derivations.attentionFlops(at) / 2)).toBeCloseTo(1, 12)
        expect(prompt.tokenFlops / derivations.prefillFlops(at)).toBeCloseTo(1, 12)
        if (latentDim === undefined) expect(decode.attentionFlops).toBe(derivations.attentionFlops(at))
        expect(prompt.weightBytes / (numbers.bytesPerParam * total)).toBeCloseTo(1, 12)
      }
    },
  )
})

describe('a prompt', () => {
  it('pays the head once and the lookup of its input never: 15 % less than all parameters in an 8B', () => {
    const { hidden, vocab } = model('llama-3.1-8b').architecture
    const { activeParams } = model('llama-3.1-8b')
    const { forwardFlops } = of('llama-3.1-8b', { context: 0, newTokens: 4096 })
    const table = hidden * vocab
    expect(forwardFlops).toBe(2 * (activeParams - 2 * table) + (2 * table) / 4096)
    expect(1 - forwardFlops / (2 * activeParams)).toBeCloseTo(0.131, 3)
  })
  it('attends to the mean over its positions, first and last counted half, for every reach and limit (seed 1)', () => {
    const plain = model('llama-3.1-8b').architecture
    const tokens = fc.integer({ min: 1, max: 40 })
    const reach = fc.oneof(
      fc.constant({ over: 'all' as const }),
      fc.record({ over: fc.constant('last' as const), tokens }),
      fc.record({ over: fc.constant('every' as const), tokens }),
    )
    const attend: fc.Arbitrary<Attend> = fc.oneof(
      fc.record({ reach, flops: fc.constant(1e9), absorbedFlops: fc.constant(1e9) }),
      fc.record({ reach, flops: fc.constant(1e9), absorbedFlops: fc.constant(1e9), atMost: tokens }),
    )
    fc.assert(
      fc.property(attend, fc.integer({ min: 2, max: 200 }), (one, newTokens) => {
        const architecture = { ...plain, layers: plain.layers.map((layer) => ({ ...layer, attends: [one] })) }
        const seen = (context: number) => flopsPerToken(architecture, context) - flopsPerToken(architecture, 0)
        let sum = seen(newTokens) / 2
        for (let context = 1; context < newTokens; context++) sum += seen(context)
        const { attentionFlops } = workAt(architecture, { context: 0, newTokens })
        expect(attentionFlops / (sum / newTokens)).toBeCloseTo(1, 12)
      }),
      { seed: 1 },
    )
  })
  it('in two parts attends to what it does in one, whatever the reach (seed 1)', () => {
    const ids = ['llama-3.1-8b', 'gemma-3-27b', 'llama-4-scout', 'mistral-7b-v0.1', 'gpt-oss-20b', 'deepseek-v4-flash']
    const length = fc.integer({ min: 2, max: 20_000 })
    fc.assert(
      fc.property(fc.constantFrom(...ids), length, length, (id, first, second) => {
        const attended = (context: number, newTokens: number) =>
          newTokens * of(id, { context, newTokens }).attentionFlops
        const [whole, parts] = [attended(0, first + second), attended(0, first) + attended(first, second)]
        expect(parts / whole).toBeCloseTo(1, 9)
      }),
      { seed: 1 },
    )
  })
  it('in chunks of 8,192 attends to half a chunk on average, and to a window of 4,096 nearly whole', () => {
    const { layers } = model('llama-4-scout').architecture
    const flops = (chunked: boolean) =>
      layers.reduce((sum, { attends }) => sum + ((attends[0]?.chunked === true) === chunked ? attends[0]!.flops : 0), 0)
    const { attentionFlops } = of('llama-4-scout', { context: 0, newTokens: 4 * 8192 })
    expect(attentionFlops).toBeCloseTo((flops(true) * 8192) / 2 + flops(false) * 2 * 8192, 0)
    const perEntry = of('mistral-7b-v0.1', { context: 1 }).attentionFlops
    const windowed = of('mistral-7b-v0.1', { context: 0, newTokens: 32_768 }).attentionFlops
    expect(windowed / perEntry).toBeCloseTo((4096 ** 2 / 2 + (32_768 - 4096) * 4096) / 32_768, 6)
  })
  it('unfolds cached latents where that is less work than attending to them as they lie', () => {
    const many = of('deepseek-v3', { context: 4096, newTokens: 4096 })
    const alone = of('deepseek-v3', { context: 0, newTokens: 8192 })
    const first = of('deepseek-v3', { context: 0, newTokens: 4096 })
    const unfold = 61 * 4096 * 2 * 128 * 512 * (128 + 128)
    expect(4096 * many.attentionFlops).toBe(8192 * alone.attentionFlops - 4096 * first.attentionFlops + unfold)
    expect(of('deepseek-v3', { context: 4096, newTokens: 2 }).attentionFlops).toBe(61 * 4097 * 2 * 128 * 1088)
  })
})

describe('weights read by a pass', () => {
  it('of a mixture are the experts of one token at batch 1, and nearly all at batch 64', () => {
    const { weights } = model('mixtral-8x7b').architecture.layers[0]!
    const experts = 32 * 2 * weights.find(({ role }) => role === 'experts')!.total
    const { vocab, hidden } = model('mixtral-8x7b').architecture
    const table = 2 * vocab * hidden
    const read = (point: Partial<Point>) => of('mixtral-8x7b', { context: 100, ...point })
    const others = read({}).weightBytes - experts
    expect(read({}).weightBytesRead).toBeCloseTo(experts / 4 + others - table + 2 * hidden, 0)
    expect(read({ batch: 64, experts: 'ideal' }).expertShare).toBe(1 / 4)
    expect(read({ batch: 64 }).expertShare).toBeCloseTo(1 - 0.75 ** 64, 12)
    expect(read({ batch: 4, newTokens: 2 }).expertShare).toBeCloseTo(1 - 0.75 ** 8, 12)
  })
  it('fall as routing grows uneven, but not below one token (seed 2)', () => {
    const share = (skew: number, batch: number) => of('deepseek-v3', { context: 0, batch, skew }).expertShare
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.98, noNaN: true }),
        fc.integer({ min: 1, max: 4000 }),
        (skew, batch) => {
          expect(share(skew, batch)).toBeLessThanOrEqual(share(0, batch) + 1e-12)
          expect(share(skew, batch)).toBeGreaterThanOrEqual(8 / 256)
        },
      ),
      { seed: 2 },
    )
    expect(share(1e-9, 64)).toBeCloseTo(share(0, 64), 6)
  })
  it('of a tied table are all, for it is the head', () => {
    const { weightBytes: kept, weightBytesRead } = of('llama-3.2-1b', { context: 100 })
    expect(weightBytesRead).toBe(kept)
  })
  it('in given bytes per parameter are that many', () => {
    const { totalParams } = model('llama-3.1-70b')
    expect(of('llama-3.1-70b', { context: 0, precision: { weights: 1 } }).weightBytes).toBe(totalParams)
  })
})

describe('copies', () => {
  it('plain tensor parallelism keeps a latent on every rank, and two copies of four heads on eight', () => {
    expect(of('deepseek-v3', { context: 1000, layout: { tensorParallel: 8 } }).copies).toBe(8)
    expect(of('qwen3-235b-a22b', { context: 1000, layout: { tensorParallel: 8 } }).copies).toBe(2)
    expect(of('llama-3.1-70b', { context: 1000, layout: { tensorParallel: 8 } }).copies).toBe(1)
  })
  it('there is one under data-parallel attention and under context parallelism', () => {
    for (const attention of ['data', 'context'] as const) {
      const work = of('deepseek-v3', { context: 1000, batch: 8, layout: { tensorParallel: 8, attention } })
      expect([work.copies, work.devices]).toEqual([1, 8])
      expect(work.cacheBytesPerDevice).toBe(work.sequenceBytes)
    }
  })
  it('data-parallel attention repeats the weights of attention, and nothing else', () => {
    const { layers } = model('deepseek-v3').architecture
    const attention = layers.flatMap(({ weights }) => weights).filter(({ role }) => role === 'attention')
    const bytes = attention.reduce((sum, { total }) => sum + total, 0)
    const layout = { tensorParallel: 8, expertParallel: 8, attention: 'data' } as const
    const work = of('deepseek-v3', { context: 0, layout, precision: { weights: 1 } })
    expect(work.weightBytesKept - work.weightBytes).toBe(7 * bytes)
  })
  it('one sequence on eight ranks of data-parallel attention makes all wait for its rank', () => {
    const layout = { expertParallel: 8, attention: 'data' } as const
    expect(of('deepseek-v3', { context: 10, layout }).places).toBe(8)
    expect(of('deepseek-v3', { context: 10, batch: 9, layout }).places).toBe(16)
  })
  it('a pipeline of four reads its weights once for each of four micro-batches', () => {
    const [one, four] = [1, 4].map((pipelineStages) => of('llama-3.1-70b', { context: 0, layout: { pipelineStages } }))
    expect(four!.weightBytesRead).toBe(4 * one!.weightBytesRead)
    expect(four!.weightBytesPerDevice * 4).toBe(four!.weightBytes)
  })
})

describe('speculation', () => {
  it('adds the draft layer of DeepSeek-V3: its cache, its weights, its arithmetic', () => {
    const architecture = readConfig({ ...model('deepseek-v3').config, num_nextn_predict_layers: 1 })
    const [plain, drafting] = [false, true].map((speculative) => workAt(architecture, { context: 1000, speculative }))
    expect(drafting!.sequenceBytes - plain!.sequenceBytes).toBe(1000 * 2 * 576)
    expect(drafting!.weightBytes).toBeGreaterThan(plain!.weightBytes)
    expect(drafting!.tokenFlops).toBeGreaterThan(plain!.tokenFlops)
  })
})

describe('an impossible point is refused in one sentence', () => {
  const refusals: [string, Point, string][] = [
    ['llama-3.1-70b', { context: -1 }, 'The context is -1; expected a whole number of tokens, 0 or more.'],
    ['llama-3.1-70b', { context: 1, batch: 0 }, 'batch is 0: expected sequences, more than 0.'],
    [
      'llama-3.1-70b',
      { context: 1, newTokens: 1.5 },
      'newTokens is 1.5: expected a whole number of tokens, 1 to 1000000000000.',
    ],
    ['llama-3.1-70b', { context: 1, logits: 2 }, 'logits is 2: expected a whole number of tokens, 0 to 1.'],
    [
      'llama-3.1-70b',
      { context: 1, layout: { tensorParallel: 1.5 } },
      'tensorParallel is 1.5: expected a whole number of devices, 1 or more.',
    ],
    [
      'llama-3.1-70b',
      { context: 1, layout: { tensorParallel: 3 } },
      'tensorParallel 3 does not divide the 64 query heads of a layer: expected 2 or 4.',
    ],
    [
      'llama-3.1-70b',
      { context: 1, layout: { expertParallel: 8 } },
      'expertParallel is 8 but the model has no experts: expected 1.',
    ],
    [
      'llama-3.1-70b',
      { context: 1, layout: { pipelineStages: 81 } },
      'pipelineStages is 81 but the model has 80 layers: expected no more.',
    ],
    [
      'mixtral-8x7b',
      { context: 1, layout: { tensorParallel: 4, expertParallel: 6 } },
      'tensorParallel 4 and expertParallel 6 do not share a stage: expected one to divide the other.',
    ],
    [
      'mixtral-8x7b',
      { context: 1, experts: 'ideal', skew: 0.5 },
      'skew changes nothing where experts is ideal: leave one out.',
    ],
    ['mixtral-8x7b', { context: 1, skew: 1 }, 'skew is 1: expected 0 (even routing) to below 1.'],
    [
      'mixtral-8x7b',
      { context: 1, precision: { weights: 0 } },
      'precision.weights is 0: expected bytes per parameter above 0, or "as shipped".',
    ],
  ]
  it.each(refusals)('%s at %j', (id, point, message) => {
    expect(() => of(id, point)).toThrow(message)
  })
})
