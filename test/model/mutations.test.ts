// Does any config, however broken, get an answer that is not a number? 100,000 mutated ones say no: each is read or refused.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocatedAt,
  bytesAt,
  flopsPerToken,
  parameters,
  perSequence,
  perToken,
  quantities,
  readBytesAt,
  readConfig,
  weightBytes,
} from '../../src/model'
import { Refusal } from '../../src/units/refusal'
import { smallConfigs } from './fixtures/small'

const seed = 20260429
const runs = 100_000

type Json = { [key: string]: unknown }
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every field of a config and of the objects in it, as [holder, name]. */
function places(config: Json): [Json, string][] {
  return Object.entries(config).flatMap(([name, value]): [Json, string][] => [
    [config, name],
    ...(isJson(value) ? places(value) : []),
  ])
}

const odd: readonly unknown[] = [
  ...[undefined, null, true, false, '', 'full_attention', '8', [], {}, [0], [[1]]],
  ...[0, -1, -0, 0.5, 1, 2, 3, 7, 64, 1e9, 1e18, 1e308, Number.NaN, Number.POSITIVE_INFINITY],
]

const known = ['sliding_window', 'layer_types', 'num_key_value_heads', 'head_dim', 'num_experts', 'tie_word_embeddings']
const unknown = ['kv_share_stride', 'attention_span', 'latent_cache_dim', 'note']

/** One change to one field, chosen by three numbers. */
function mutate(config: Json, [place, kind, value]: readonly [number, number, number]): void {
  const all = places(config)
  const [holder, name] = all[place % all.length] ?? [config, 'model_type']
  const old = holder[name]
  const other = odd[value % odd.length]
  switch (kind % 8) {
    case 0:
      delete holder[name]
      return
    case 1:
      holder[[...known, ...unknown][value % 10] ?? name] = other
      return
    case 2:
      holder[name] = typeof old === 'number' ? old + 1 : other
      return
    case 3:
      holder[name] = typeof old === 'number' ? old * 2 : other
      return
    case 4:
      holder[name] = Array.isArray(old) ? old.slice(1) : other
      return
    case 5:
      holder[name] = Array.isArray(old)
        ? old.map((item, index) => (index === value % old.length ? other : item))
        : other
      return
    case 6:
      holder[name] = (all[value % all.length] ?? [config, name])[0][name]
      return
    default:
      holder[name] = other
  }
}

/** What `ask` gives, or undefined where it refuses; anything else it throws is a fault. */
function answerOf<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch (error) {
    if (error instanceof Refusal && error.message.length > 20) return undefined
    throw error
  }
}

function numbersOf(config: Json): number[] | undefined {
  const a = answerOf(() => readConfig(config))
  if (a === undefined) return undefined
  const supplied = answerOf(() => quantities(a)) ?? {}
  return [
    perToken(a),
    perSequence(a),
    bytesAt(a, 1000),
    readBytesAt(a, 1000),
    flopsPerToken(a, 1000),
    flopsPerToken(a, 1000, { absorbed: true }),
    answerOf(() => allocatedAt(a, 1000)) ?? 0,
    answerOf(() => weightBytes(a)) ?? 0,
    ...Object.values(parameters(a)),
    ...Object.values(supplied).filter((value): value is number => typeof value === 'number'),
  ]
}

describe(`configs changed at random (seed ${seed})`, () => {
  let answered = 0
  it(`${runs} of them are read to finite numbers, 0 or more, or refused in a sentence`, () => {
    const change = fc.tuple(fc.nat(999), fc.nat(7), fc.nat(999))
    const cases = fc.tuple(fc.nat(smallConfigs.length - 1), fc.array(change, { minLength: 1, maxLength: 3 }))
    const holds = fc.property(cases, ([index, changes]) => {
      const config = structuredClone(smallConfigs[index] ?? {}) as Json
      for (const each of changes) mutate(config, each)
      const numbers = numbersOf(config)
      if (numbers === undefined) return true
      answered += 1
      return numbers.every((value) => Number.isFinite(value) && value >= 0)
    })
    fc.assert(holds, { numRuns: runs, seed })
  }, 300_000)
  it('and neither is rare', () => {
    expect(answered).toBeGreaterThan(runs / 20)
    expect(answered).toBeLessThan((runs * 19) / 20)
  })
  it.each(smallConfigs.map((config) => [String(config.model_type), config]))('%s reads as it stands', (_, config) => {
    expect(numbersOf(config as Json)?.every(Number.isFinite)).toBe(true)
  })
})
