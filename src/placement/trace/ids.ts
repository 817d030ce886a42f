// Which number does an id go by that is no small whole number? Text, hexadecimal digits or 64 bits, folded into 52.
import { mixed } from './hash'

/** Ids from here on are folded ones: they never meet the plain numbers of a file. */
const folded = 2 ** 52

/** The id itself where a reader of JSON has it exactly, else 52 bits of it; undefined for what is no id. */
export function idOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? plain(value) : undefined
  if (typeof value !== 'string' || value === '') return undefined
  return /^\d{1,15}$/.test(value) ? Number(value) : foldedText(value)
}

const plain = (id: number): number => (id >= 0 && id < folded ? id : foldedText(String(id)))

/** Two mixes of 32 bits over the letters, of which 52 are kept: among n ids the chance of a clash is below n²/2^53. */
export function foldedText(text: string): number {
  let [high, low] = [0x9e3779b9, 0x85ebca6b]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = mixed(high ^ code)
    low = mixed(Math.imul(low, 31) + code)
  }
  return folded + (mixed(high ^ text.length) & 0xfffff) * 2 ** 32 + low
}

// The fields in which formats list their ids, and events written as lists by their place.
const lists = /("(?:hash_ids|block_hashes|parent_block_hash)"\s*:\s*)(\[[^\][]*\]|-?\d+)/g
const places = /(\[\s*"Block(?:Stored|Removed)"\s*,\s*)(\[[^\][]*\]\s*(?:,\s*-?\d+)?)/g

/** The value of JSON text, in which ids that no reader of JSON keeps exactly are text. */
export function parsedExactly(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return isRounded(value) ? JSON.parse(exactIds(text)) : value
}

function isRounded(value: unknown): boolean {
  if (typeof value === 'number') return value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER
  if (typeof value !== 'object' || value === null) return false
  for (const one of Array.isArray(value) ? value : Object.values(value)) if (isRounded(one)) return true
  return false
}

/** A line of JSON with its long ids written as text. */
export function exactIds(line: string): string {
  const quoted = (_: string, name: string, ids: string): string => name + ids.replace(/-?\d{16,}/g, '"$&"')
  return line.replace(lists, quoted).replace(places, quoted)
}
