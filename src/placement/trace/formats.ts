// Which format is this record in? The first whose fields are all there; anything else is refused by what it is.
import { Refusal } from '../../units'
import { bailian } from './bailian'
import { compact } from './compact'
import type { Json } from './fields'
import type { Format } from './format'
import { mooncake } from './mooncake'
import { tester } from './tester'

/** Bailian before Mooncake: it has Mooncake's fields and one more. */
export const formats: readonly Format[] = [bailian, mooncake, tester, compact]

export function formatOf(record: Json, where: string): Format {
  const format = formats.find(({ needs }) => needs.every((name) => Object.hasOwn(record, name)))
  if (format !== undefined) return format
  const names = Object.keys(record)
  if (names.includes('input_length') && !names.includes('hash_ids')) {
    throw new Refusal(`${where} has lengths but no hash_ids: without block ids no reuse can be told.`)
  }
  const known = formats.map(({ name, needs }) => `${name} (${needs.join(', ')})`).join('; ')
  throw new Refusal(`${where} has ${names.slice(0, 8).join(', ') || 'no fields'}: expected a record of ${known}.`)
}

/** Refuses what is plainly not a trace by its first characters, saying what it seems to be. */
export function refuseForeign(text: string, where: string): void {
  if (text.startsWith('version https://git-lfs')) {
    throw new Refusal(`${where} is a Git LFS pointer, not the trace: fetch the file it points to.`)
  }
  if (/^TIMESTAMP,/i.test(text)) {
    throw new Refusal(`${where} is a table of times and lengths: without block ids no reuse can be told.`)
  }
  if (!/^\s*[[{]/.test(text)) {
    const names = formats.map(({ name }) => name).join(', ')
    throw new Refusal(`${where} begins with ${JSON.stringify(text.slice(0, 20))}: expected JSON of ${names}.`)
  }
}
