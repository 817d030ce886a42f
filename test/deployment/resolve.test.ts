// Does a deployment come down to the right numbers, each with where it came from, and is what cannot be refused?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accelerator, model, modelIds } from '../../src/catalog'
import { type Deployment, resolve } from '../../src/deployment'
import { bytesAt, readConfig, workAt } from '../../src/model'
import { place } from '../../src/placement'

const usual: Deployment = { model: 'llama-3.1-70b', accelerator: 'h100-sxm' }
const config = model('llama-3.1-70b').config as { model_type: string }

describe('the model', () => {
  it('is the same by id, by record, as a config.json and as read: the answers are equal to the last bit', () => {
    const { perToken } = place({ ...usual, holdTime: 300 })
    for (const same of [model('llama-3.1-70b'), config, readConfig(config), { architecture: readConfig(config) }]) {
      expect(place({ model: same, accelerator: 'h100-sxm', holdTime: 300 }).perToken).toEqual(perToken)
    }
  })
  it('brings windows and states shared among the tokens: Mistral 7B at 32,768 tokens keeps an eighth of each', () => {
    const { numbers } = resolve({ model: 'mistral-7b-v0.1', accelerator: 'h100-sxm' })
    expect(numbers.bytesPerToken).toBe((4096 * 131_072) / 32_768)
  })
  it('numbers of a record that somebody changed win over what its architecture says', () => {
    const { provenance } = resolve({ ...usual, model: { ...model('llama-3.1-70b'), bytesPerToken: 5 } })
    expect(provenance.bytesPerToken).toEqual({ value: 5, unit: 'B/token', source: 'given' })
  })
  it('of numbers that weighs nothing is refused, and so is one without bytes', () => {
    const numbers = { bytesPerToken: 0, activeParams: 1e9, totalParams: 1e9, bytesPerParam: 2, layers: 1 }
    const heads = { queryHeads: 1, headDim: 1 }
    const asked = { accelerator: 'h100-sxm', holdTime: 1 }
    expect(() => place({ ...asked, model: { ...numbers, ...heads } })).toThrow('bytesPerToken is 0: expected')
    // @ts-expect-error a model of numbers says what a token weighs
    expect(() => place({ ...asked, model: { activeParams: 1e9 } })).toThrow('expected a catalogue id, a config.json')
  })
  it('missing, like the accelerator, is an error of types and a refusal', () => {
    // @ts-expect-error there is no accelerator
    expect(() => resolve({ model: 'llama-3.1-70b' })).toThrow('The deployment has no accelerator')
    // @ts-expect-error there is no model
    expect(() => resolve({ accelerator: 'h100-sxm' })).toThrow('The deployment has no model')
    const two = ['h100-sxm', 'b200-hgx'] as unknown as string
    expect(() => resolve({ ...usual, accelerator: two })).toThrow('accelerator is a list of 2: expected one, such as')
    expect(() => resolve({ ...usual, acelerator: 1 } as Deployment)).toThrow('did you mean accelerator?')
    expect(() => resolve({ ...usual, set: { bytesPerTokn: 1 } })).toThrow('did you mean bytesPerToken')
  })
})

describe('provenance', () => {
  it('of every number has a unit and a source', () => {
    for (const { unit, source } of Object.values(resolve(usual).provenance)) {
      expect(unit).not.toBe('')
      expect(source).not.toBe('')
    }
  })
  it('says given, default, derived, or the source and date of the catalogue', () => {
    const { provenance } = resolve({
      ...usual,
      accelerator: { like: 'h100-sxm', devicePrice: '$1.89/h' },
      precision: { kv: 'fp8' },
    })
    expect(provenance.devicePrice).toEqual({ value: 1.89 / 3600, unit: 'USD/s', source: 'given' })
    expect(provenance.flops).toMatchObject({ source: accelerator('h100-sxm').facts.flops?.source.title })
    expect(provenance.bytesPerElement).toEqual({ value: 1, unit: 'B', source: 'a KV cache in fp8, as given' })
    expect(provenance.bytesPerToken?.value).toBe(163_840)
    expect(provenance.bytesPerToken?.source).toMatch(
      /^derived from .* at 32768 tokens, with a KV cache in fp8, as given$/,
    )
    expect(provenance.stall?.source).toBe('default')
  })
  it('a number in base units and text with a unit mean the same', () => {
    const [number, text] = [1.89 / 3600, '$1.89/h'].map((devicePrice) =>
      place({ ...usual, accelerator: { like: 'h100-sxm', devicePrice }, holdTime: 300 }),
    )
    expect(text?.perToken).toEqual(number?.perToken)
  })
  it('weights in fp8 halve their bytes and take the peak of fp8', () => {
    const { numbers } = resolve({ ...usual, precision: { weights: 'fp8' } })
    expect(numbers.bytesPerParam).toBe(1)
    expect(numbers.flops).toBe(accelerator('h100-sxm', { precision: 'fp8' }).flops)
  })
  it('two modes have names: ideal is the peak, calibrated the stated share of it', () => {
    const mfu = (efficiency: Deployment['efficiency']) =>
      resolve({ ...usual, ...(efficiency && { efficiency }) }).numbers.mfu
    expect([mfu('ideal'), mfu('calibrated'), mfu(undefined), mfu({ mfu: '40%' })]).toEqual([1, 0.5, 0.5, 0.4])
  })
})

describe('the number of devices', () => {
  it('is the fewest of 1, 2, 4, 8 and whole nodes on which weights and four conversations fit, for every model', () => {
    for (const id of modelIds()) {
      const { devices, numbers } = resolve({ model: id, accelerator: 'h100-sxm' })
      const { architecture } = model(id)
      expect(devices < 8 ? [1, 2, 4] : [devices - (devices % 8)]).toContain(devices)
      const { context = 0, memoryCapacity = 0 } = numbers
      const most = devices * memoryCapacity
      const { weightBytesKept, sequenceBytes } = workAt(architecture, { context })
      expect(weightBytesKept + 4 * sequenceBytes).toBeLessThanOrEqual(most)
      // One copy of everything does not fit on half as many, or on a node less.
      const fewer = devices <= 8 ? devices / 2 : devices - 8
      const copied = resolve({ model: id, accelerator: 'h100-sxm' }).operating?.step.copies ?? 1
      if (fewer >= 1 && copied === 1) {
        expect(weightBytesKept + 4 * sequenceBytes).toBeGreaterThan(fewer * memoryCapacity)
      }
    }
  })
  it('follows from a layout that names it, and is what was asked for otherwise', () => {
    expect(resolve({ ...usual, layout: { tensorParallel: 8, pipelineStages: 2 } }).devices).toBe(16)
    expect(resolve({ ...usual, devices: 16 }).layout).toMatchObject({ tensorParallel: 8, pipelineStages: 2 })
  })
  it('that cannot hold the weights, or one conversation, is refused with one that can', () => {
    const big = { model: 'llama-3.1-405b', accelerator: 'h100-sxm' }
    expect(() => resolve({ ...big, devices: 1 })).toThrow('give 16 devices')
    expect(() => resolve({ ...usual, devices: 2 }, { context: 131_072 })).toThrow('give 4 devices')
    expect(() => resolve({ ...usual, devices: 2 }, { batch: 1000 })).toThrow(
      '1,000 conversations of 32,768 tokens do not fit',
    )
  })
})

describe('the layout', () => {
  it('keeps a latent on every device of a tensor-parallel group: HBM is 8 times as dear, what waits elsewhere is not', () => {
    const asked = { model: 'deepseek-v3', accelerator: 'h200-sxm', devices: 8, holdTime: 300 }
    const [copied, once] = [place(asked), place({ ...asked, layout: { attention: 'data' } })]
    const hold = (placement: typeof once, name: string) =>
      placement.perToken.find(({ option }) => option === name)?.hold ?? 0
    expect(hold(copied, 'hbm') / hold(once, 'hbm')).toBeCloseTo(8, 12)
    expect(hold(copied, 'nvme-qlc')).toBe(hold(once, 'nvme-qlc'))
    expect(copied.notes.join(' ')).toContain('The cache is there 8.00 times')
  })
  it('decides over how many links a cache is loaded', () => {
    const path = (layout: Deployment['layout']) =>
      resolve({ model: 'deepseek-v3', accelerator: 'h200-sxm', devices: 8, ...(layout && { layout }) }).tiers[0]
        ?.pathBandwidth
    expect(path(undefined)).toBe(64e9)
    expect(path({ attention: 'context' })).toBe(8 * 64e9)
    expect(path({ attention: 'data' })).toBe(64e9)
    expect(resolve(usual).tiers[0]?.pathBandwidth).toBe(4 * 64e9)
  })
  it('never leaves a head uncut: the widest that divides is taken, for random numbers of devices (seed 5)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...modelIds()), fc.constantFrom(1, 2, 4, 8, 16, 24, 32), (id, devices) => {
        const huge = { id: 'huge', flops: 1e15, memoryCapacity: 1e15, devicePrice: 1e-3 }
        const { layout } = resolve({ model: id, accelerator: huge, devices, tiers: [] })
        expect(layout.tensorParallel * layout.pipelineStages).toBe(devices)
        for (const { queries } of model(id).architecture.layers) {
          if (queries !== undefined) expect(queries.heads % layout.tensorParallel).toBe(0)
        }
      }),
      { seed: 5, numRuns: 60 },
    )
  })
})

describe('a context', () => {
  const context = (id: string, tokens?: number, more = {}) =>
    resolve({ model: id, accelerator: 'h100-sxm' }, { ...(tokens !== undefined && { context: tokens }), ...more })
  it('is always there: the usual one, or all that the model was made for', () => {
    expect([context('llama-3.1-70b'), context('llama-2-7b')].map(({ numbers }) => numbers.context)).toEqual([
      32_768, 4096,
    ])
  })
  it('beyond the model is refused, unless it is accepted, and then noted', () => {
    expect(() => context('llama-2-7b', 4097)).toThrow('beyond the 4,096 tokens that llama-2-7b was made for')
    expect(context('llama-2-7b', 4097, { acceptContext: true }).notes.join(' ')).toContain('as accepted')
  })
  it('that a declared rope factor covers is noted', () => {
    const yarn = { type: 'yarn', factor: 4, original_max_position_embeddings: 32_768 }
    const stretched = {
      ...model('qwen2.5-7b').config,
      max_position_embeddings: 32_768,
      rope_scaling: yarn,
    } as unknown as typeof config
    const { notes } = resolve({ model: stretched, accelerator: 'h100-sxm' }, { context: 100_000 })
    expect(notes.join(' ')).toContain('within the 131,072 tokens of its rope factor')
    expect(() => resolve({ model: stretched, accelerator: 'h100-sxm' }, { context: 131_073 })).toThrow(
      'beyond the 131,072',
    )
  })
  it('of a resolved deployment cannot be another in the question', () => {
    const deployment = resolve(usual, { context: 1000 })
    expect(place({ deployment, holdTime: 1 }).inputs.context).toBe(1000)
    expect(() => place({ deployment, holdTime: 1, context: 2000 })).toThrow(
      'resolved at a context of 1000 tokens, not 2000',
    )
  })
})

describe('the limit a file declares', () => {
  const limit = (more: object) => readConfig({ ...config, ...more }).contextLimit
  it.each([
    [{ max_position_embeddings: 4096 }, { tokens: 4096 }],
    [
      {
        max_position_embeddings: 131_072,
        rope_scaling: { rope_type: 'llama3', factor: 8, original_max_position_embeddings: 8192 },
      },
      { tokens: 131_072 },
    ],
    [
      {
        max_position_embeddings: 163_840,
        rope_scaling: { type: 'yarn', factor: 40, original_max_position_embeddings: 4096 },
      },
      { tokens: 163_840 },
    ],
    [
      { max_position_embeddings: 4096, rope_scaling: { type: 'linear', factor: 4 } },
      { tokens: 4096, stretched: 16_384 },
    ],
    [{ max_position_embeddings: undefined }, undefined],
  ])('%j', (more, expected) => {
    expect(limit(more)).toEqual(expected)
  })
})

describe('parts that stripe', () => {
  const at = (drives: number) =>
    place({ ...usual, tiers: [{ like: 'nvme-tlc-gen5', drives }], holdTime: 300 }).perToken[1]
  it('load faster until the links are full, and cost the same', () => {
    const [one, four, many] = [at(1), at(4), at(1024)]
    expect((one?.loadTime ?? 0) / (four?.loadTime ?? 1)).toBeCloseTo(4, 12)
    expect(many?.loadTime).toBeCloseTo((32_768 * 327_680) / 256e9, 12)
    expect([one?.hold, one?.retrieve, one?.write]).toEqual([four?.hold, four?.retrieve, four?.write])
    expect([one?.drives, four?.drives]).toEqual([undefined, 4])
  })
  it('come in a usual number of each tier, which can be changed', () => {
    const drives = (more: object) => resolve({ ...usual, ...more }).tiers.map((tier) => tier.drives)
    expect(drives({})).toEqual([1, 8, 8, 12])
    expect(drives({ drives: { 'hdd-hamr': 24 } })).toEqual([1, 8, 8, 24])
    expect(place({ ...usual, holdTime: 1 }).notes).toContain(
      'Parts are read side by side: 8 x nvme-tlc-gen5, 8 x nvme-qlc, 12 x hdd-hamr.',
    )
  })
  it('two tiers of one name are refused', () => {
    expect(() => resolve({ ...usual, tiers: ['nvme-qlc', 'nvme-qlc'] })).toThrow('tiers has nvme-qlc twice')
  })
})

describe('two winners', () => {
  it('the headline is no slower than rematerializing; the cheapest of all stands beside it with its wait', () => {
    const { best, cheapest, limit, perToken } = place({ ...usual, holdTime: 300, landing: 0, ratings: 'endurance' })
    const wait = (name: string) => perToken.find(({ option }) => option === name)?.loadTime ?? Number.NaN
    expect([best, cheapest]).toEqual(['ddr5-rdimm-server', 'hdd-hamr'])
    expect(limit).toEqual({ seconds: wait('remat'), rule: 'remat' })
    expect(wait(best)).toBeLessThanOrEqual(limit.seconds)
    expect(wait(cheapest)).toBeGreaterThan(limit.seconds)
  })
  it('a remat waits for the fixed time of its request and then for the forward pass', () => {
    const { perToken, inputs } = place({ ...usual, holdTime: 300 })
    const { context = 0, prefillFlops = 0, devices = 0, flops = 0 } = inputs
    expect(perToken.at(-1)?.loadTime).toBe(0.045 + (context * prefillFlops) / (devices * flops * 0.5))
    expect(place({ ...usual, holdTime: 300, requestTime: 0 }).limit.seconds).toBeCloseTo(
      (perToken.at(-1)?.loadTime ?? 0) - 0.045,
      12,
    )
  })
  it('a deadline of the reader takes the place of that rule, and an endless one lets all in', () => {
    expect(place({ ...usual, holdTime: 300, deadline: 0.01 }).best).toBe('hbm')
    const any = place({ ...usual, holdTime: 300, deadline: Number.POSITIVE_INFINITY })
    expect([any.best, any.envelope]).toEqual([any.cheapest, any.cheapestEnvelope])
  })
  it('the headline never costs less than the cheapest, and HBM is always in time, at random questions (seed 11)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...modelIds()),
        fc.double({ min: 1e-3, max: 1e8, noNaN: true }),
        fc.constantFrom(0, 0.5, 1),
        (id, holdTime, stall) => {
          const { best, cheapest, perToken } = place({ model: id, accelerator: 'b200-hgx', holdTime, stall })
          const total = (name: string) => perToken.find(({ option }) => option === name)?.total ?? Number.NaN
          expect(total(cheapest)).toBeLessThanOrEqual(total(best))
          expect(perToken[0]).toMatchObject({ option: 'hbm', inTime: true, loadTime: 0 })
        },
      ),
      { seed: 11, numRuns: 100 },
    )
  })
})

describe('bytes', () => {
  it('kept by a sequence are those its layers say, at every context (seed 3)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...modelIds()), fc.integer({ min: 1, max: 4000 }), (id, context) => {
        const { numbers } = resolve({ model: id, accelerator: 'b200-hgx' }, { context, acceptContext: true })
        expect(numbers.sequenceBytes).toBe(bytesAt(model(id).architecture, context))
      }),
      { seed: 3, numRuns: 60 },
    )
  })
})
