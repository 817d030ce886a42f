// What must TypeScript know to speak of a cell? The declarations of the language, servemath and mathjs, and what quantities mean.
import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import ts from 'typescript'
import * as derivations from '../derivations'
import { options } from './types/options'
import type { Definitions } from './types/protocol'

const servemath = 'dist/types/'
const entries = [`${servemath}index.d.ts`, 'node_modules/mathjs/types/index.d.ts']

/** Exactly the files that TypeScript reads for a cell that imports both modules; `root` is the repository's. */
export function definitions(root = resolve('.')): Definitions {
  if (!existsSync(resolve(root, servemath))) {
    throw new Error(`${servemath} is not there: run "npm run build:lib" first.`)
  }
  const program = ts.createProgram(
    entries.map((path) => resolve(root, path)),
    { ...options, preserveSymlinks: true },
  )
  const files = program.getSourceFiles().map(({ fileName, text }) => {
    return [placeOf(relative(root, fileName)), text] as const
  })
  return { files: Object.fromEntries(files), says: meanings() }
}

/** Where the worker finds a file: a package lies where imports of it lead without a disk to look at. */
function placeOf(path: string): string {
  const language = /^node_modules\/typescript\/lib\/(lib\..*)$/.exec(path)?.[1]
  const single = /^node_modules\/([^/]+)\/.*\.d\.m?ts$/.exec(path)?.[1]
  if (path.startsWith(servemath)) return `/node_modules/servemath/${path.slice(servemath.length)}`
  if (language) return `/${language}`
  if (single) return `/node_modules/${single}/index.d.ts`
  throw new Error(`${path} is read by a cell, and has no place among its definitions.`)
}

/** What each quantity means, in its unit, and the formula of an equation. */
function meanings(): Readonly<Record<string, string>> {
  const said = Object.entries(derivations).flatMap(([name, value]): [string, string][] => {
    if (!isQuantity(value)) return []
    const { says, unit, expression } = value
    return [[name, [`${says} (${unit})`, ...(expression ? [`= ${expression}`] : [])].join('\n')]]
  })
  return Object.fromEntries(said)
}

interface Quantity {
  readonly says: string
  readonly unit: string
  readonly expression?: string
}

function isQuantity(value: unknown): value is Quantity {
  return value instanceof Object && 'says' in value && 'unit' in value
}
