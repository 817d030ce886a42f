// How do the tests come by notebooks? They write tiny ones into a folder of their own, inside the project's cache.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Source {
  readonly markdown?: string
  readonly code?: string
  readonly id?: string
  readonly tags?: readonly string[]
}

export function hasJupyter(): boolean {
  try {
    execFileSync('jupyter', ['nbconvert', '--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Inside the project, because imports are found from the notebook's folder upwards. */
export function scratchFolder(): string {
  mkdirSync('.cache', { recursive: true })
  return mkdtempSync(join('.cache', 'notebooks-'))
}

export function notebookText(cells: readonly (string | Source)[], rest: object = {}): string {
  const file = { cells: cells.map(cellJson), metadata: {}, nbformat: 4, nbformat_minor: 5, ...rest }
  return JSON.stringify(file, null, 1)
}

export function writeNotebook(folder: string, name: string, cells: readonly (string | Source)[]): string {
  const path = join(folder, `${name}.ipynb`)
  writeFileSync(path, notebookText(cells))
  return path
}

export function fileText(path: string): string {
  return readFileSync(path, 'utf8')
}

function cellJson(cell: string | Source, index: number): object {
  const { markdown, code, id, tags }: Source = typeof cell === 'string' ? { code: cell } : cell
  const common = { id: id ?? `id-${index}`, metadata: tags ? { tags } : {} }
  if (markdown !== undefined) return { ...common, cell_type: 'markdown', source: markdown }
  return { ...common, cell_type: 'code', source: code ?? '', execution_count: null, outputs: [] }
}
