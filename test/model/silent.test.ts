// Does a changed field that matters change the answer, or is the config refused? Every field of every small config, one at a time.
import { describe, expect, it } from 'vitest'
import { bytesAt, flopsPerToken, parameters, perSequence, perToken, readConfig } from '../../src/model'
import { Refusal } from '../../src/units/refusal'
import { smallConfigs } from './fixtures/small'

type Json = Readonly<Record<string, unknown>>
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fields that change none of our numbers where these configs have them, and why. */
const idle: readonly (readonly [why: string, fields: RegExp])[] = [
  [
    'names and constants of the arithmetic',
    /rope_theta|clip_qkv|z_loss_weight|scale_emb|dim_model_base|use_logn_attn|norm_head|post_norm|lm_head/,
  ],
  ['what an adapter or a kernel wants', /post_norm|rm_head|weight_block_size$/],
  [
    'heads of a latent, which is one',
    /^(deepseek_v3|deepseek_v32|glm_moe_dsa|kimi_linear|minicpm3): (num_key_value_heads|head_dim|mla_use_nope)$/,
  ],
  ['another pattern over as many layers', /^(deepseek_v4: compress_ratios|jamba: attn_layer_period)$/],
  ['not the chunk that its name says', /^mimo_v2_flash: attention_chunk_size$/],
  ['the new decoder groups anyway', /^falcon: multi_query$/],
  [
    'bounds what is read of a whole cache',
    /^phi3small: (dense_attention_every_n_layers|blocksparse_num_local_blocks)$/,
  ],
  ['beyond the last layer', /^ernie4_5_moe: moe_layer_end_index$/],
  ['of a dense MLP where no layer is dense', /^bailing_moe: intermediate_size$/],
  [
    'of a latent that is switched off',
    /^deepseek_vl_v2: language_config.(qk_nope_head_dim|qk_rope_head_dim|v_head_dim)$/,
  ],
  ['no more blocks than layers that use them', /^zamba2: num_mem_blocks$/],
  ['as many numbers in more heads', /^whisper: (en|de)coder_attention_heads$/],
  ['counted by its width', /^step3p7: text_config.n_shared_experts$/],
]

const isIdle = (type: unknown, path: readonly string[]): boolean =>
  idle.some(([, fields]) => fields.test(`${type}: ${path.join('.')}`))

/** Paths to every number, switch and list, nested ones too. */
function fieldsOf(config: Json, path: readonly string[] = []): (readonly string[])[] {
  return Object.entries(config).flatMap(([name, value]) => {
    if (isJson(value)) return fieldsOf(value, [...path, name])
    return value === undefined || value === null || typeof value === 'string' ? [] : [[...path, name]]
  })
}

const otherThan = (value: unknown): unknown => {
  if (typeof value === 'number') return value === 0 ? 1 : value * 2
  if (typeof value === 'boolean') return !value
  return Array.isArray(value) ? value.slice(1) : value
}

function changed(config: Json, [name = '', ...rest]: readonly string[]): Json {
  const value = config[name]
  return { ...config, [name]: rest.length > 0 && isJson(value) ? changed(value, rest) : otherThan(value) }
}

/** All that is said of a config, or that it is refused. */
function said(config: Json): string {
  try {
    const a = readConfig(config)
    const numbers = [perToken(a), perSequence(a), bytesAt(a, 100), bytesAt(a, 10_000), flopsPerToken(a, 10_000)]
    const { notes, contextLimit, quantization, draftLayers } = a
    return JSON.stringify([numbers, parameters(a), notes, contextLimit, quantization, draftLayers])
  } catch (error) {
    if (error instanceof Refusal) return 'refused'
    throw error
  }
}

const all = smallConfigs.flatMap((config) => fieldsOf(config).map((path) => ({ config, path })))
const mattering = all.filter(({ config, path }) => !isIdle(config.model_type, path))

describe('a field that is changed', () => {
  it(`changes the answer or is refused: ${mattering.length} of ${all.length} fields, the others named with a reason`, () => {
    const silent = mattering.filter(({ config, path }) => said(config) === said(changed(config, path)))
    expect(silent.map(({ config, path }) => `${config.model_type}: ${path.join('.')}`)).toEqual([])
    expect(mattering.length / all.length).toBeGreaterThan(0.9)
  })
})
