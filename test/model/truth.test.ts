// Do real config.json files give the numbers that were worked out for them independently? They lie beside the project, not in it.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allocatedAt, bytesAt, flopsPerToken, kvReport, parameters, perToken, readConfig } from '../../src/model'

const shared = '../shared'
const there = existsSync(`${shared}/truth/models.json`)
const read = (path: string) => readFileSync(`${shared}/${path}`, 'utf8')

type Truth = {
  readonly file: string
  readonly bytes_at: Readonly<Record<string, number>>
  readonly total_params: number
  readonly active_params: number
  readonly active_params_excl_input_embedding: number
  readonly active_params_excl_both_embeddings: number
  readonly published: { readonly 'transformers_5.18_meta_device_param_count'?: number }
  readonly tied: boolean
  readonly flops_per_token_ctx0: number
  readonly flops_per_token_ctx131072: number
  readonly flops_per_token_ctx131072_mla_absorbed: number | null
  readonly vllm_allocated_bytes_checked?: Readonly<Record<string, number | string>>
}

const truths: readonly Truth[] = there ? JSON.parse(read('truth/models.json')) : []
const architecture = (file: string) => readConfig(read(`hf-configs/${file}`))

/** Files whose reference values were inferred or whose copy was trimmed by hand. Their bytes agree too, but are not owed to the byte. */
const provisional = new Map([
  ['MiniMaxAI__MiniMax-M3.json', 'structure of its sparse attention inferred from field names'],
  ['poolside__Laguna-S-2.1-FP8.json', 'trimmed by hand'],
  ['XiaomiMiMo__MiMo-V2-Flash.json', 'trimmed by hand'],
  ['zai-org__GLM-4.7-FP8.json', 'trimmed by hand'],
])

/** Totals that differ from the transformers class, in parameters, and why. */
const explained = new Map([
  [
    'google__gemma-3n-E4B-it-reconstructed.json',
    { more: 31_461_120, why: 'projections of KV-shared layers are in the released tensors, the class builds none' },
  ],
])

const within = (value: number, expected: number, share: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(expected * share)

describe.skipIf(!there)('reference values of real configs (skipped where ../shared is absent)', () => {
  it.each(truths.map((truth) => [truth.file, truth] as const))('%s', (file, truth) => {
    const a = architecture(file)
    for (const [context, bytes] of Object.entries(truth.bytes_at)) {
      if (provisional.has(file)) within(bytesAt(a, Number(context)), bytes, 0.001)
      else expect(bytesAt(a, Number(context)), `bytes at ${context}`).toBe(bytes)
    }
    const counted = parameters(a)
    within(counted.total, truth.total_params, 0.001)
    within(counted.active, truth.active_params, 0.001)
    within(counted.activeWithoutInputEmbedding, truth.active_params_excl_input_embedding, 0.001)
    within(counted.activeWithoutEmbeddings, truth.active_params_excl_both_embeddings, 0.001)
    expect(a.tied).toBe(truth.tied)
    within(flopsPerToken(a, 0), truth.flops_per_token_ctx0, 0.005)
    within(flopsPerToken(a, 131_072), truth.flops_per_token_ctx131072, 0.005)
    const absorbed = truth.flops_per_token_ctx131072_mla_absorbed
    if (absorbed !== null) within(flopsPerToken(a, 131_072, { absorbed: true }), absorbed, 0.005)
  })

  it('totals are those of the transformers classes to the parameter, but for what is explained', () => {
    for (const { file, published } of truths) {
      const counted = published['transformers_5.18_meta_device_param_count']
      if (counted === undefined) continue
      expect(parameters(architecture(file)).total - counted, file).toBe(explained.get(file)?.more ?? 0)
    }
  })

  it('what was recorded from vLLM is allocated exactly', () => {
    const keys = {
      in_flight_16384: { inFlight: 16_384 },
      in_flight_4096: { inFlight: 4096 },
      prefix_caching_align: {},
      prefix_caching_off: { prefixCaching: false },
    }
    for (const { file, vllm_allocated_bytes_checked: recorded } of truths) {
      for (const [key, options] of Object.entries(keys)) {
        const bytes = recorded?.[key]
        if (bytes !== undefined)
          expect(allocatedAt(architecture(file), Number(recorded?.max_len), options), `${file} ${key}`).toBe(bytes)
      }
    }
  })

  it('configs without reference values are read or refused, none guessed', () => {
    const manifest: readonly { file: string }[] = JSON.parse(read('hf-configs/MANIFEST.json'))
    const known = new Set(truths.map(({ file }) => file))
    const others = manifest.map(({ file }) => file).filter((file) => !known.has(file))
    for (const file of others) {
      if (read(`hf-configs/${file}`).includes('deepseek_ref')) expect(() => architecture(file)).toThrow('deepseek_ref')
      else expect(kvReport(architecture(file), [1024]).kv.perToken).toBeGreaterThan(0)
    }
  })
})

type Published = { readonly id: string; readonly expected: number }
const published: readonly Published[] = there ? JSON.parse(read('truth/published.json')) : []
const expectedOf = (id: string) => published.find((entry) => entry.id === id)?.expected

describe.skipIf(!there)('published KV sizes (skipped where ../shared is absent)', () => {
  it.each([
    ['kv-llama31-405b', 'meta-llama__Meta-Llama-3.1-405B.json', {}],
    ['kv-qwen25-72b', 'Qwen__Qwen2.5-72B.json', {}],
    ['kv-deepseek-v3-bf16', 'deepseek-ai__DeepSeek-V3.json', {}],
    ['kv-deepseek-v3-fp8', 'deepseek-ai__DeepSeek-V3.json', { kvDtype: 'fp8' }],
    ['kv-llama3-70b-bf16', 'meta-llama__Meta-Llama-3.1-70B.json', {}],
    ['kv-llama3-70b-int8', 'meta-llama__Meta-Llama-3.1-70B.json', { kvDtype: 'int8' }],
    ['kv-glm45-headdim-trap', 'zai-org__GLM-4.5-reconstructed.json', {}],
    ['kv-qwen36-27b-hybrid', 'nvidia__Qwen3.6-27B-NVFP4.json', {}],
    ['kv-1byte-gpt-oss-120b', 'openai__gpt-oss-120b.json', { kvDtype: 'fp8' }],
    ['kv-1byte-gemma3-27b', 'google__gemma-3-27b-it.json', { kvDtype: 'fp8' }],
  ] as const)('%s', (id, file, options) => {
    expect(perToken(architecture(file), options)).toBe(expectedOf(id))
  })
  it('kv-1byte-deepseek-v32 leaves out the 4 B scale of each index key', () => {
    const bytes = perToken(architecture('deepseek-ai__DeepSeek-V3.2.json'), { kvDtype: 'fp8' })
    expect(bytes - 61 * 4).toBe(expectedOf('kv-1byte-deepseek-v32'))
  })
})
