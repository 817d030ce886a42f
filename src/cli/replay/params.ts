// What does a parameter file say? A model, a machine and its tiers, in place of records of the catalogue.

import type { AcceleratorNumbers, ModelNumbers, TierNumbers } from '../../deployment'
import { groupedQueryBytes } from '../../derivations'
import { Refusal, toBase } from '../../units'

export interface Params {
  readonly model: ModelNumbers
  readonly accelerator: AcceleratorNumbers
  readonly devices: number
  readonly mfu: number
  readonly tiers: readonly TierNumbers[]
  /** no room is counted for a landing cache: the file says nothing of it */
  readonly landing: 0
}

type Json = Readonly<Record<string, unknown>>

/** The numbers of a file shaped like `params` of the independent results, or of one that has it under that name. */
export function paramsIn(text: string, name: string): Params {
  const file = parsed(text, name)
  const params = isRecord(file.params) ? file.params : file
  const number = (key: string): number => numberIn(params, key, name)
  const year = number('year_s')
  const tiers = Object.entries(params).filter((entry): entry is [string, Json] => isRecord(entry[1]))
  return {
    model: {
      bytesPerToken: groupedQueryBytes({
        layers: number('layers'),
        kvHeads: number('kv_heads'),
        headDim: number('head_dim'),
        bytesPerElement: number('kv_bytes'),
      }),
      activeParams: number('n_active'),
      layers: number('layers'),
      headDim: number('head_dim'),
      ...(params.query_heads !== undefined && { queryHeads: number('query_heads') }),
      // Weights are given in bytes: only the product of these two counts here.
      totalParams: number('weight_bytes'),
      bytesPerParam: 1,
    },
    accelerator: {
      flops: number('peak_flops'),
      memoryCapacity: number('hbm_bytes_per_gpu'),
      devicePrice: toBase(number('gpu_usd_per_h'), 'USD/h'),
    },
    devices: number('gpus'),
    mfu: number('mfu'),
    tiers: tiers.map(([id, tier]) => tierIn(id, tier, year, name)),
    landing: 0,
  }
}

function tierIn(id: string, tier: Json, year: number, name: string): TierNumbers {
  const number = (key: string): number => numberIn(tier, key, `${name}, ${id}`)
  return {
    id,
    tierCapacity: number('bytes'),
    tierBandwidth: number('bw'),
    purchasePrice: toBase(number('usd_per_GB'), 'USD/GB') * number('bytes'),
    lifetime: number('life_y') * year,
    ...(tier.drive_writes_per_day !== undefined && {
      driveWritesPerDay: toBase(number('drive_writes_per_day'), '1/d'),
    }),
  }
}

function numberIn(record: Json, key: string, where: string): number {
  const value = record[key]
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
  const said = value === undefined ? 'missing' : JSON.stringify(value)
  throw new Refusal(`${where}: ${key} is ${said}: expected a number that is not negative.`)
}

function parsed(text: string, name: string): Json {
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value
  } catch {
    // Told below, like JSON of another shape.
  }
  throw new Refusal(`${name} is not a JSON object: expected the parameters of a model, a machine and its tiers.`)
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
