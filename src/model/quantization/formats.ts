// How many bits does a quantized parameter take, scales included?
import { isObject } from '../fields'

const byName: readonly (readonly [pattern: RegExp, bits: number])[] = [
  [/NVFP4/, 4 + 8 / 16], // a byte of scale for 16 parameters
  [/MXFP4/, 4 + 8 / 32],
  [/MXFP8/, 8 + 8 / 32],
  [/(INT4|W4A16|W4A8)/, 4 + 16 / 128],
  [/(FP8|INT8|W8A8|W8A16)/, 8],
]

/** ModelOpt's names: FP8, NVFP4, W4A16_NVFP4, MXFP8, INT4_AWQ, ... */
export const bitsOfAlgorithm = (name: unknown): number | undefined =>
  typeof name === 'string' ? byName.find(([pattern]) => pattern.test(name.toUpperCase()))?.[1] : undefined

/** compressed-tensors' description of weights: `{num_bits, type, group_size, strategy}`. */
export function bitsOfScheme(weights: unknown): number | undefined {
  if (!isObject(weights)) return undefined
  const bits = weights.num_bits
  if (typeof bits !== 'number' || !Number.isInteger(bits) || bits < 1 || bits > 16) return undefined
  const group = weights.group_size
  if (typeof group !== 'number' || !(group > 0)) return bits
  // 4-bit floats share a byte of scale, integers a 16-bit one.
  return bits + (weights.type === 'float' && bits === 4 ? 8 : 16) / group
}

/** GPTQ and AWQ: `{bits, group_size}`, with a scale and a zero point for each group. */
export function bitsOfGroups(bits: unknown, group: unknown): number | undefined {
  if (typeof bits !== 'number' || !Number.isInteger(bits) || bits < 1 || bits > 16) return undefined
  return typeof group === 'number' && group > 0 ? bits + (16 + bits) / group : bits
}

/** bitsandbytes, 4 bits: a scale in fp32 for 64 parameters, or in 8 bits with a scale of its own for 256 of them. */
export const bitsOfBlocks = (scheme: Readonly<Record<string, unknown>>): number =>
  4 + (scheme.bnb_4bit_use_double_quant === true ? 8 / 64 + 32 / (64 * 256) : 32 / 64)

/** HQQ: 16-bit scale and zero for each group. */
export function bitsOfHqq(config: unknown): number | undefined {
  const weights = isObject(config) ? config.weight_quant_params : undefined
  if (!isObject(weights)) return undefined
  const { nbits, group_size: group } = weights
  const bits = statedBits(nbits)
  return bits !== undefined && typeof group === 'number' && group >= 1 ? bits + 32 / group : undefined
}

/** An average that the file states, scales included (ExLlama). */
export const statedBits = (bits: unknown): number | undefined =>
  typeof bits === 'number' && bits > 0 && bits <= 16 ? bits : undefined
