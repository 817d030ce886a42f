// How does a file in data/ become records one can trust? Checked at first use, frozen, and refused by file, record and field.
import * as v from 'valibot'
import { Refusal } from '../units/refusal'

/** A function giving the records of a data file by id; the file is checked once, when first asked for. */
export function table<T>(
  file: string,
  data: unknown,
  record: v.GenericSchema<unknown, T>,
): () => ReadonlyMap<string, T> {
  let records: ReadonlyMap<string, T> | undefined
  return () => {
    records ??= checked(file, data, record)
    return records
  }
}

function checked<T>(file: string, data: unknown, record: v.GenericSchema<unknown, T>): ReadonlyMap<string, T> {
  const result = v.safeParse(v.record(v.string(), record), data)
  if (result.success) return new Map(Object.entries(frozen(result.output)))
  const [issue] = result.issues
  const [id, ...field] = (issue.path ?? []).map((step) => String(step.key))
  const where = [file, id && `record "${id}"`, field.length > 0 && `field ${field.join('.')}`]
    .filter(Boolean)
    .join(', ')
  throw new Refusal(`${where}: ${issue.message}. Correct the file.`)
}

/** The same value, frozen all the way down: catalogue records are shared, so nobody may change one. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) frozen(inner)
  return value
}
