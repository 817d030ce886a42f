// Which rows does a reader ask about? Those of a file or of standard input, of whatever tool, or of a source that the project carries.
import { measurementSources, measurements } from '../../catalog/measurements'
import { rowsInFile, type Told } from '../../placement/against'
import { countAfter } from '../counts'
import { isThere, readBytes } from '../files'
import type { Io } from '../verb'
import type { Flags, Words } from '../words'

export const toldFlags: Flags = {
  model: { takes: 'MODEL', says: 'of rows that do not say theirs' },
  accelerator: { takes: 'ACCELERATOR', says: 'of rows that do not say theirs' },
  devices: { takes: 'N', says: 'of rows that do not say theirs (as many as --tp)' },
  tp: { takes: 'N', says: 'devices over which matrices are cut, of rows that do not say theirs (1)' },
  weights: { takes: 'FORMAT', says: 'of rows that do not say theirs, such as bf16, fp8 or q4_k_m (bf16)' },
  'kv-dtype': { takes: 'DTYPE', says: 'of rows that do not say theirs (bf16)' },
  concurrency: { takes: 'N', says: 'requests in flight, where the file does not say (by their rate and latency)' },
  unit: { takes: 's|ms', says: 'of values whose row names no unit (s)' },
}

export async function rowsAsked(
  word: string,
  words: Words,
  io: Io,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  if (isThere(word) === undefined && measurementSources().includes(word)) return measurements(word)
  const bytes = word === '-' ? await io.stdin() : readBytes(word)
  const rows = rowsInFile(new TextDecoder().decode(bytes), word === '-' ? 'standard input' : word, toldIn(words))
  const unit = words.value('unit')
  return unit === undefined ? rows : rows.map((row) => ({ unit, ...row }))
}

function toldIn(words: Words): Told {
  const told = {
    model: words.value('model'),
    accel: words.value('accelerator'),
    weights: words.value('weights'),
    kv: words.value('kv-dtype'),
    devices: countAfter(words, 'devices', 'devices'),
    tp: countAfter(words, 'tp', 'devices'),
    concurrency: countAfter(words, 'concurrency', 'requests'),
  }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Told
}
