// How many bits does each parameter take? quantization_config, or the separate hf_quant_config.json, says so.
import type { Quantization } from './architecture'

const plain: Record<string, number> = { float32: 32, bfloat16: 16, float16: 16, float8_e4m3fn: 8 }

export function readQuantization(dtype: unknown): Quantization {
  const name = typeof dtype === 'string' ? dtype.replace('torch.', '') : 'bfloat16'
  return { plainBits: plain[name] ?? 16, bits: {}, says: name }
}
