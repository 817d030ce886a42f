// Can this notebook's imports be found, before a kernel is started for it?
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { Refusal } from '../../units/refusal'
import type { Notebook } from '../file/format'
import { kernelspec } from '../file/kernelName'

/** Refuses a notebook of another kernel, and one that imports servemath where servemath is not built. */
export function checkNeeds(path: string, notebook: Notebook): void {
  checkKernel(path, notebook)
  const imports = notebook.cells.some((cell) => cell.type === 'code' && /from\s+['"]servemath['"]/.test(cell.source))
  if (!imports) return
  const home = servemathFolder(path)
  if (home === undefined) {
    throw new Refusal(`${path} imports servemath, which is not installed beside it: run "npm ci" or "npm i servemath".`)
  }
  if (!existsSync(join(home, 'dist', 'index.js'))) {
    throw new Refusal(`${path} imports servemath, which is not built: run "npm run build:lib" in ${home}.`)
  }
}

function checkKernel(path: string, { metadata }: Notebook): void {
  const spec = metadata.kernelspec
  if (typeof spec !== 'object' || spec === null) return
  const { name, language } = spec as { name?: unknown; language?: unknown }
  if (name === kernelspec.name || name === 'tslab' || language === kernelspec.language) return
  throw new Refusal(
    `${path} is written for the kernel ${String(name)}: expected ${kernelspec.name}, the TypeScript kernel.`,
  )
}

function servemathFolder(path: string): string | undefined {
  const from = join(dirname(resolve(path)), 'here.js')
  try {
    return dirname(createRequire(from).resolve('servemath/package.json'))
  } catch {
    return undefined
  }
}
