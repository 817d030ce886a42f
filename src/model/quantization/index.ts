// In what precision are weights and KV cache declared? quantization_config says so, or a separate hf_quant_config.json.
import { Refusal } from '../../units/refusal'
import type { Layer, Quantization, Role } from '../architecture'
import { brief, isObject } from '../fields'
import { bitsOfAlgorithm, bitsOfBlocks, bitsOfGroups, bitsOfHqq, bitsOfScheme, statedBits } from './formats'
import { declaredKv } from './kv'
import { isMlx, mlxBits } from './mlx'
import { coverage, linearRoles, type Named, namedModules } from './modules'

type Json = Readonly<Record<string, unknown>>
type Bits = Map<Role, number>

export type Declared = {
  readonly dtype: unknown
  readonly config: unknown
  /** hf_quant_config.json, as parsed. */
  readonly separate: unknown
  /** `quantization`, MLX's own key, which it writes beside quantization_config or alone. */
  readonly own: unknown
  /** DeepSeek-V4 declares its experts' format beside the rest. */
  readonly expertDtype: unknown
}

const plainNames: Readonly<Record<string, number>> = { float32: 32, float: 32, bfloat16: 16, float16: 16, half: 16 }

export function readQuantization(declared: Declared, layers: readonly Layer[]): Quantization {
  const name = typeof declared.dtype === 'string' ? declared.dtype.replace('torch.', '') : 'bfloat16'
  const plainBits = plainNames[name] ?? 16
  const own = declared.own === false ? undefined : (declared.own ?? undefined)
  const config = objectOrNothing(declared.config ?? (isMlx(own) ? own : undefined), 'quantization_config')
  const outer = objectOrNothing(declared.separate, 'hf_quant_config.json')
  const separate = objectOrNothing(outer?.quantization ?? outer, 'hf_quant_config.json')
  const kv = declaredKv([
    config?.kv_cache_scheme,
    config?.kv_cache_quant_algo,
    separate?.kv_cache_scheme,
    separate?.kv_cache_quant_algo,
  ])
  const scheme = separate ?? config
  const withKv = kv === undefined ? {} : { kv }
  if (scheme === undefined && own !== undefined)
    return { plainBits, bits: {}, says: name, unknown: `quantization: ${brief(own)}`, ...withKv }
  if (scheme !== undefined && isMlx(scheme))
    return { plainBits, bits: mlxBits(scheme, layers, plainBits), says: 'mlx', ...withKv }
  if (scheme === undefined) return { plainBits, bits: {}, says: name, ...withKv }
  const bits = bitsByRole(scheme)
  if (bits === undefined) return { plainBits, bits: {}, says: name, unknown: methodOf(scheme), ...withKv }
  if (declared.expertDtype === 'fp4' && Math.floor(bits.get('experts') ?? 0) === 8) bits.set('experts', 4 + 8 / 32)
  return {
    plainBits,
    bits: Object.fromEntries(shares(bits, scheme, layers, plainBits)),
    says: methodOf(scheme),
    ...withKv,
  }
}

function objectOrNothing(value: unknown, what: string): Json | undefined {
  if (value === undefined || value === null) return undefined
  if (!isObject(value)) throw new Refusal(`${what} is ${brief(value)}; expected an object.`)
  return value
}

const methodOf = (scheme: Json): string => String(scheme.quant_algo ?? scheme.quant_method ?? 'unnamed')

/** The most particular description wins: single layers, then groups, then one algorithm for all. */
function bitsByRole(scheme: Json): Bits | undefined {
  const single = singleLayers(scheme.quantized_layers)
  if (single !== undefined) return single
  const groups = grouped(scheme.config_groups)
  if (groups !== undefined) return groups
  const bits = bitsOfAlgorithm(scheme.quant_algo) ?? bitsOfMethod(scheme)
  if (bits === undefined) return undefined
  const byRole: Bits = new Map(linearRoles.map((role) => [role, bits]))
  const head = statedBits(scheme.head_bits) // of ExLlama
  return head === undefined ? byRole : byRole.set('head', head)
}

function bitsOfMethod(scheme: Json): number | undefined {
  switch (scheme.quant_method) {
    case 'fp8':
      return Array.isArray(scheme.weight_block_size) ? 8 + 32 / (128 * 128) : 8
    case 'mxfp4':
      return 4 + 8 / 32
    case 'gptq':
    case 'awq':
      return bitsOfGroups(scheme.bits ?? scheme.w_bit, scheme.group_size ?? scheme.q_group_size)
    case 'auto-round':
    case 'intel/auto-round':
      return bitsOfGroups(scheme.bits, scheme.group_size)
    case 'exl2':
    case 'exl3':
      return statedBits(scheme.bits)
    case 'hqq':
      return bitsOfHqq(scheme.quant_config)
    case 'bitsandbytes':
      return scheme.load_in_4bit === true ? bitsOfBlocks(scheme) : scheme.load_in_8bit === true ? 8 : undefined
    default:
      return bitsOfAlgorithm(scheme.quant_method)
  }
}

function singleLayers(layers: unknown): Bits | undefined {
  if (!isObject(layers)) return undefined
  const bits: Bits = new Map()
  for (const [name, layer] of Object.entries(layers)) {
    const found = isObject(layer) ? bitsOfAlgorithm(layer.quant_algo) : undefined
    if (found !== undefined) for (const { role } of namedModules(name)) bits.set(role, found)
  }
  return bits.size > 0 ? bits : undefined
}

function grouped(groups: unknown): Bits | undefined {
  if (!isObject(groups)) return undefined
  const bits: Bits = new Map()
  for (const group of Object.values(groups)) {
    if (!isObject(group)) continue
    const found = bitsOfScheme(group.weights)
    const targets = Array.isArray(group.targets) ? group.targets.map(String) : ['Linear']
    const roles = targets.flatMap((target) =>
      target === 'Linear' ? linearRoles : namedModules(target).map(({ role }) => role),
    )
    if (found !== undefined) for (const role of roles) bits.set(role, found)
  }
  return bits.size > 0 ? bits : undefined
}

/** What the scheme leaves out stays plain, in as many layers as it names. */
function shares(bits: Bits, scheme: Json, layers: readonly Layer[], plainBits: number): [Role, number][] {
  const lists = [scheme.ignore, scheme.modules_to_not_convert, scheme.exclude_modules]
  const left: Named[] = lists
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .flatMap((name) => namedModules(String(name)))
  return [...bits].map(([role, quantized]) => {
    const plain = coverage(left, role, layers)
    return [role, plain * plainBits + (1 - plain) * quantized]
  })
}
