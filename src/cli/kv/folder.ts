// Which configs lie in a folder, and what does each say? One row for every file that is a config; a refused one says why.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Architecture, KvReport, ReadOptions } from '../../model'
import { parseConfig } from '../../model/json'
import { formatNumber, formatQuantity, Refusal } from '../../units'
import { table } from '../columns'
import { isThere, readBytes } from '../files'
import { subjectInFile } from '../subject'

export type FolderRow = ({ readonly file: string } & KvReport) | { readonly file: string; readonly refused: string }

/** Configs directly in the folder, and the config.json of each folder in it. */
export function folderReports(
  folder: string,
  report: (architecture: Architecture) => KvReport,
  reading: ReadOptions = {},
): FolderRow[] {
  const files = configsIn(folder)
  if (files.length === 0) throw new Refusal(`There is no config.json in the folder ${folder}.`)
  return files.map((file) => {
    try {
      return { file, ...report(subjectInFile(join(folder, file), reading).architecture) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { file, refused: error.message }
    }
  })
}

function configsIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap(({ name }) => {
    const inside = join(name, 'config.json')
    if (isThere(join(folder, name)) === 'folder') return isThere(join(folder, inside)) === 'file' ? [inside] : []
    return name.endsWith('.json') && isConfig(join(folder, name)) ? [name] : []
  })
}

// Beside a config lie tokenizer files, manifests and indexes. A file that looks like a config but is broken is reported.
function isConfig(path: string): boolean {
  const bytes = readBytes(path)
  try {
    const { model_type, architectures } = parseConfig(bytes)
    return model_type !== undefined || architectures !== undefined
  } catch {
    return /^\s*\{.*"(model_type|architectures)"\s*:/s.test(new TextDecoder().decode(bytes))
  }
}

export function folderText(folder: string, rows: readonly FolderRow[], contexts: readonly number[]): string {
  const read = rows.filter((row) => 'kv' in row)
  const head = [
    'file',
    'family',
    'per token',
    'per sequence',
    ...contexts.map((c) => `at ${formatNumber(c, 15)}`),
    'parameters',
    'active',
  ]
  const lines = read.map(({ file, family, kv, parameters }) => [
    file,
    family,
    ...[kv.perToken, kv.perSequence, ...contexts.map((c) => kv.bytesAt[c] ?? Number.NaN)].map((b) =>
      formatQuantity(b, 'B'),
    ),
    ...[parameters.total, parameters.active].map((n) => formatNumber(n, 15)),
  ])
  const refused = rows.flatMap((row) => ('refused' in row ? [`  ${row.refused}`] : []))
  return [
    `${read.length} of ${rows.length} configs in ${folder}`,
    '',
    ...table(
      head,
      lines,
      head.flatMap((_, i) => (i > 1 ? [i] : [])),
    ),
    ...(refused.length > 0 ? ['', 'Refused', ...refused] : []),
  ].join('\n')
}
