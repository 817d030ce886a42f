// How do the pages get to disk? Changed files are written, stale ones removed, so that a running server sees only changes.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Asset } from './site/shown'

/** Makes `folder` hold exactly `files`. */
export function writeFolder(folder: string, files: readonly Asset[]): void {
  const wanted = new Set(files.map(({ path }) => path))
  for (const old of listFiles(folder)) {
    if (!wanted.has(old)) rmSync(join(folder, old))
  }
  for (const { path, content } of files) {
    const target = join(folder, path)
    if (existsSync(target) && readFileSync(target).equals(Buffer.from(content))) continue
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, content)
  }
}

/** The texts of the notebooks and of README.md in `folder`, by file name. */
export function readTexts(folder: string): ReadonlyMap<string, string> {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^[^.].*\.ipynb$|^README\.md$/.test(name))
    : []
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}
