// Which scripts does the live page fetch beside its own? The worker, and what a worker may ask for; named by their content.
import { createHash } from 'node:crypto'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { borrowed, lending, type Part, parts, standing } from './apart'
import { definitions } from './definitions'
import type { Script, TextFile } from './site/shown'
import { trimmed } from './trimmed'

const entries: Readonly<Record<Exclude<Script, Part | 'worker'>, string>> = {
  compiler: 'src/web/worker/compiler.ts',
  mathjs: 'src/web/worker/mathematics.ts',
  single: 'src/web/page/single.ts',
}

const common = {
  bundle: true,
  write: false,
  metafile: true,
  minify: true,
  format: 'iife',
  globalName: 'exported',
  platform: 'browser',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  // Only the page in one file would hold it, and that page has no types to offer.
  external: ['./src/web/page/live/types.ts'],
} satisfies BuildOptions

export type Scripts = Readonly<Record<Script, TextFile>>

export async function liveScripts(): Promise<Scripts> {
  const built = Object.entries(entries).map(async ([name, entry]) => [name, await script(name, entry)] as const)
  return { ...(await workerScripts()), ...Object.fromEntries(await Promise.all(built)) } as Scripts
}

/** The worker, and the parts that stand on it: which files it must lend them is known once they are built. */
async function workerScripts(): Promise<Pick<Scripts, 'worker' | Part>> {
  const built = await Promise.all(
    Object.entries(parts).map(async ([name, { entry }]) => ({
      name,
      ...(await bundled(entry, standing(name as Part))),
    })),
  )
  const files = [...new Set(built.flatMap(({ inputs }) => borrowed(inputs)))]
  const worker = { name: 'worker', ...(await bundled('src/web/worker/worker.ts', lending(files))) }
  const scripts = [worker, ...built].map(({ name, text }) => [name, marked(name, 'js', text)])
  return Object.fromEntries(scripts)
}

/** What is fetched when a reader switches types on: TypeScript, and all it must know. */
export async function typesFiles(): Promise<{ readonly worker: TextFile; readonly definitions: TextFile }> {
  return {
    worker: await script('types', 'src/web/types/worker.ts'),
    definitions: marked('definitions', 'json', JSON.stringify(definitions())),
  }
}

/** The desk, as a module that its page imports. */
export async function deskFile(): Promise<TextFile> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: ['src/web/page/desk/desk.ts'],
    format: 'esm',
    plugins: [trimmed],
  })
  return marked('desk', 'js', outputFiles[0]?.text ?? '')
}

async function script(name: string, entry: string): Promise<TextFile> {
  return marked(name, 'js', (await bundled(entry)).text)
}

async function bundled(entry: string, ...more: readonly Plugin[]) {
  const plugins = [trimmed, ...more]
  const { outputFiles, metafile } = await build({ ...common, entryPoints: [entry], plugins })
  return { text: outputFiles[0]?.text ?? '', inputs: metafile.inputs }
}

function marked(name: string, ending: string, content: string): TextFile {
  const mark = createHash('sha256').update(content).digest('hex').slice(0, 10)
  return { path: `live/${name}-${mark}.${ending}`, content }
}
