// In which precision is a model served? One choice for weights and arithmetic, with its cache where that is wished, or each by itself.
import type { WeightFormat } from '../../deployment'
import { weightFormats } from '../../deployment/operating'
import { type KvDtype, kvDtype } from '../../model'
import { Refusal, unknownName } from '../../units'
import type { Words } from '../words'

const formats = Object.keys(weightFormats) as readonly WeightFormat[]
// As engines spell them; a 16-bit float takes the bytes and has the peak of the other.
const alsoCalled: Readonly<Record<string, WeightFormat>> = {
  ...{ bfloat16: 'bf16', float16: 'bf16', fp16: 'bf16', half: 'bf16' },
  ...{ fp8_e4m3: 'fp8', fp8_e5m2: 'fp8', float8: 'fp8' },
}
const cacheIn: Readonly<Record<WeightFormat, KvDtype>> = { bf16: 'bf16', fp8: 'fp8', fp4: 'nvfp4' }

export const precisionFlag = {
  takes: `${formats.join('|')}[+kv]`,
  says: 'of weights and arithmetic, at its peak where the machine has one; with +kv of the cache too',
}

/** Absent is what the checkpoint declares, for which engines say auto. */
export function precisionIn(words: Words): { weights?: WeightFormat | undefined; kv?: string | undefined } {
  const [both, weights, kv] = ['precision', 'weights', 'kv-dtype'].map((flag) => words.value(flag))
  if (both === undefined)
    return { weights: formatIn(weights, 'format of weights'), kv: kv === undefined ? kv : named(kv) }
  if (weights !== undefined) {
    throw new Refusal('--precision and --weights both say how weights are stored: give one of them.')
  }
  const withCache = both.endsWith('+kv')
  const format = formatIn(both.replace(/\+kv$/, ''), 'precision')
  if (withCache && kv !== undefined) {
    throw new Refusal('--precision …+kv and --kv-dtype both say how the cache is stored: give one of them.')
  }
  return { weights: format, kv: kv === undefined ? (withCache && format ? cacheIn[format] : undefined) : named(kv) }
}

// As it was typed: a file takes the same words.
function named(kv: string): string {
  if (kv !== 'auto') kvDtype(kv)
  return kv
}

function formatIn(asked: string | undefined, what: string): WeightFormat | undefined {
  if (asked === undefined || asked === 'auto') return undefined
  const plain = asked.toLowerCase()
  const found = formats.find((format) => format === plain) ?? alsoCalled[plain]
  if (found === undefined) throw unknownName(what, asked, formats)
  return found
}
