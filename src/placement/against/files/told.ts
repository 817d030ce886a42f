// What does a reader say about a file of measurements that the file does not say itself?
import { Refusal } from '../../../units'
import type { Fields } from '../row'

/** Under the names that rows have. */
export interface Told {
  readonly model?: string
  readonly accel?: string
  readonly devices?: number
  readonly tp?: number
  readonly pp?: number
  readonly ep?: number
  readonly weights?: string
  readonly kv?: string
  /** requests in flight */
  readonly concurrency?: number
}

/** Rows with what they lack filled in. A file that names no model or no machine, and of which nobody says them, is refused. */
export function completed(rows: readonly Fields[], told: Told, name: string): readonly Fields[] {
  const { concurrency, ...said } = told
  const batch = concurrency === undefined ? {} : { batch: concurrency }
  const devices = said.tp === undefined ? {} : { devices: said.tp * (said.pp ?? 1) }
  const full: readonly Fields[] = rows.map((row) => ({ ...devices, ...said, ...batch, ...row }))
  const timed = full.filter(({ quantity }) => typeof quantity === 'string' && quantity.endsWith('_s'))
  const named = (field: string): boolean => timed.some((row) => row[field] !== undefined)
  const missing = [
    ...(named('model') ? [] : ['no model (its field model, or --model)']),
    ...(named('accel') ? [] : ['no machine (its field accel, or --accelerator)']),
  ]
  // Rows of kernels and links are about no model; only where both are wanting is nothing to be said.
  if (timed.length > 0 && missing.length === 2) throw unnamed(name, missing)
  return full
}

export const unnamed = (name: string, missing: readonly string[]): Refusal =>
  new Refusal(`${name} names ${missing.join(' and ')}: what it measured cannot be predicted.`)
