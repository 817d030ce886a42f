import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

/** DESIGN's flow: a folder may import itself and what stands to its left; algebra and units stand under all of it. */
const flow = [
  'units',
  'algebra',
  'model',
  'catalog',
  'derivations',
  'deployment',
  'placement',
  'serving',
  'lecture',
  'figures',
  'notebook',
  'web',
  'cli',
] as const

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'([^']+)'/g)].map((match) => match[1] ?? '')

describe('data flows one way', () => {
  it.each(flow.map((folder, rank) => [folder, rank] as const))('nothing in src/%s imports upward', (folder, rank) => {
    const upward = files(`src/${folder}`).flatMap((file) =>
      importsOf(file)
        .filter((path) => path.startsWith('.'))
        .map((path) => join(file, '..', path).split('/')[1] ?? '')
        .filter((target) => flow.indexOf(target as (typeof flow)[number]) > rank)
        .map((target) => `${file} imports ${target}`),
    )
    expect(upward).toEqual([])
  })
})

describe('the library runs in a browser', () => {
  it('index.ts bundles for it without Node, tslab, zeromq, mathjs or process', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: ['src/index.ts'],
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      write: false,
      metafile: true,
      outfile: 'index.js',
    })
    const [bundle] = outputFiles
    expect(Object.keys(metafile.inputs).filter((file) => /node_modules\/(?!valibot|pure-rand)/.test(file))).toEqual([])
    expect(bundle?.text).not.toMatch(/\bprocess\.|\brequire\(/)
  })
})
