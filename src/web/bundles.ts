// Which scripts does the live page fetch beside its own? The worker, and what a worker may ask for; named by their content.
import { createHash } from 'node:crypto'
import { type BuildOptions, build } from 'esbuild'
import { definitions } from './definitions'
import type { Script, TextFile } from './site/shown'
import { trimmed } from './trimmed'

const entries: Readonly<Record<Script, string>> = {
  worker: 'src/web/worker/worker.ts',
  compiler: 'src/web/worker/compiler.ts',
  mathjs: 'src/web/worker/mathematics.ts',
  single: 'src/web/page/single.ts',
}

const common: BuildOptions = {
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  globalName: 'exported',
  platform: 'browser',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [trimmed],
  // Only the page in one file would hold it, and that page has no types to offer.
  external: ['./src/web/page/live/types.ts'],
}

export type Scripts = Readonly<Record<Script, TextFile>>

export async function liveScripts(): Promise<Scripts> {
  const built = Object.entries(entries).map(async ([name, entry]) => [name, await script(name, entry)] as const)
  return Object.fromEntries(await Promise.all(built)) as Scripts
}

/** What is fetched when a reader switches types on: TypeScript, and all it must know. */
export async function typesFiles(): Promise<{ readonly worker: TextFile; readonly definitions: TextFile }> {
  return {
    worker: await script('types', 'src/web/types/worker.ts'),
    definitions: marked('definitions', 'json', JSON.stringify(definitions())),
  }
}

async function script(name: string, entry: string): Promise<TextFile> {
  const { outputFiles = [] } = await build({ ...common, entryPoints: [entry] })
  return marked(name, 'js', outputFiles[0]?.text ?? '')
}

function marked(name: string, ending: string, content: string): TextFile {
  const mark = createHash('sha256').update(content).digest('hex').slice(0, 10)
  return { path: `live/${name}-${mark}.${ending}`, content }
}
