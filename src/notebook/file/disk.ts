// Which notebooks does a path mean, and how do they come from disk and go back to it?
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../units/refusal'
import { type Notebook, parseNotebook } from './format'

/** A folder stands for the notebooks directly in it, in reading order. */
export async function notebookPaths(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(expand))
  return [...new Set(found.flat())]
}

async function expand(path: string): Promise<string[]> {
  const entry = await stat(path).catch(() => undefined)
  if (entry === undefined) throw new Refusal(`There is no notebook ${path}.`)
  if (!entry.isDirectory()) return [path]
  const names = (await readdir(path)).filter((name) => name.endsWith('.ipynb') && !name.startsWith('.'))
  if (names.length === 0) throw new Refusal(`There is no notebook in the folder ${path}.`)
  return names.sort().map((name) => join(path, name))
}

export async function readNotebook(path: string): Promise<Notebook> {
  const content = await readFile(path, 'utf8').catch(() => undefined)
  if (content === undefined) throw new Refusal(`There is no notebook ${path}.`)
  return parseNotebook(content, path)
}

/** Writes all or nothing: a run that is cut off leaves the old file. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.part`
  try {
    await writeFile(beside, content)
    await rename(beside, path)
  } finally {
    await rm(beside, { force: true })
  }
}
