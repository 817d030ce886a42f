// Where do two JSON values differ, up to the last digits of a number, in text as in data?
import type { Json, JsonRecord } from '../file/format'

// libm differs between Node versions in the last bits.
const tolerance = 1e-12

/** Where and how two values differ: `at data[0].y[17]: stored 1.5, fresh 1.6`. */
export function valuesDiffer(stored: Json, fresh: Json, path: string): string | undefined {
  if (typeof stored === 'number' && typeof fresh === 'number') {
    return close(stored, fresh) ? undefined : differs(stored, fresh, path)
  }
  if (typeof stored === 'string' && typeof fresh === 'string') return textDiffers(stored, fresh, path)
  if (isRecord(stored) && isRecord(fresh)) return recordsDiffer(stored, fresh, path)
  return stored === fresh ? undefined : differs(stored, fresh, path)
}

// Arrays too: their keys are their indices.
function recordsDiffer(stored: JsonRecord, fresh: JsonRecord, path: string): string | undefined {
  const inArray = Array.isArray(fresh)
  for (const key of new Set([...Object.keys(stored), ...Object.keys(fresh)])) {
    const inside = inArray ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    const [before, after] = [stored[key], fresh[key]]
    if (before === undefined) return `at ${inside}: not stored, fresh ${shortened(after)}`
    if (after === undefined) return `at ${inside}: stored ${shortened(before)}, gone when run`
    const difference = valuesDiffer(before, after, inside)
    if (difference !== undefined) return difference
  }
  return Array.isArray(stored) === inArray ? undefined : differs(stored, fresh, path)
}

const numberInText = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g

function textDiffers(stored: string, fresh: string, path: string): string | undefined {
  if (stored === fresh) return undefined
  const [before, after] = [stored.match(numberInText) ?? [], fresh.match(numberInText) ?? []]
  const sameWords = stored.replace(numberInText, '#') === fresh.replace(numberInText, '#')
  if (sameWords && before.every((number, i) => close(Number(number), Number(after[i])))) return undefined
  const [oldLine, newLine] = firstDifferentLine(stored, fresh)
  return differs(oldLine, newLine, path)
}

function firstDifferentLine(stored: string, fresh: string): [string, string] {
  const [before, after] = [stored.split('\n'), fresh.split('\n')]
  const at = after.findIndex((line, i) => line !== before[i])
  const line = at < 0 ? after.length : at
  return [before[line] ?? '', after[line] ?? '']
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b))
}

function isRecord(value: Json): value is JsonRecord {
  return typeof value === 'object' && value !== null
}

function differs(stored: Json, fresh: Json, path: string): string {
  return `at ${path}: stored ${shortened(stored)}, fresh ${shortened(fresh)}`
}

function shortened(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
