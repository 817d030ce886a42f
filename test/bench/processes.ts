// How long do whole commands take? A fresh CLI process, the type check, all notebooks against nbconvert; and the bundle's size.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { median, type Row } from './report'

function seconds(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): number {
  const started = performance.now()
  const { status } = spawnSync(program, args, { stdio: 'ignore', env })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`)
  return (performance.now() - started) / 1000
}

export function commandRows(): Row[] {
  const place = ['dist/cli.js', 'place', 'llama-3.1-70b', '--accelerator', 'h100-sxm', '--hold', '5m', '--json']
  const cli = median(9, () => seconds('node', place))
  const types = median(3, () =>
    seconds('node', [
      'node_modules/typescript/bin/tsc',
      '-p',
      'tsconfig.build.json',
      '--noEmit',
      '--emitDeclarationOnly',
      'false',
    ]),
  )
  return [
    { what: 'servemath place, a fresh process', figure: `${cli.toFixed(2)} s`, against: '', goal: 'under 0.3 s' },
    { what: 'type checking the library', figure: `${types.toFixed(1)} s`, against: '', goal: 'under 5 s' },
  ]
}

/** What a page must load before anything runs; the ledger of claims is a chunk of its own, loaded on demand. */
export async function bundleRow(): Promise<Row> {
  const { outputFiles, metafile } = await build({
    ...{ entryPoints: ['src/index.ts'], bundle: true, splitting: true, minify: true, metafile: true },
    ...{ format: 'esm', platform: 'browser', write: false, outdir: 'out' },
  })
  const late = new Set(
    Object.values(metafile.outputs).flatMap(({ imports }) =>
      imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path),
    ),
  )
  const eager = outputFiles.filter(({ path }) => ![...late].some((name) => path.endsWith(name)))
  const kilobytes = eager.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0) / 1000
  return {
    what: 'index.ts for the browser, minified',
    figure: `${kilobytes.toFixed(1)} kB gz`,
    against: '',
    goal: 'under 60 kB gz',
  }
}

export function notebookRows(): Row[] {
  const notebooks = readdirSync('notebooks')
    .filter((name) => name.endsWith('.ipynb'))
    .map((name) => join('notebooks', name))
  const ours = seconds('node', ['dist/cli.js', 'run', ...notebooks])
  const alone = seconds('node', ['dist/cli.js', 'run', '--jobs', '1', ...notebooks])
  const rival = nbconvertSeconds(notebooks)
  const against = (time: number): string =>
    rival === undefined
      ? 'nbconvert is not installed here'
      : `${(time / rival).toFixed(2)}x nbconvert's ${rival.toFixed(1)} s`
  return [
    {
      what: `${notebooks.length} notebooks, servemath run`,
      figure: `${ours.toFixed(1)} s`,
      against: against(ours),
      goal: 'goal at most 0.65x',
    },
    {
      what: `${notebooks.length} notebooks, one at a time`,
      figure: `${alone.toFixed(1)} s`,
      against: against(alone),
      goal: '',
    },
  ]
}

function nbconvertSeconds(notebooks: readonly string[]): number | undefined {
  if (spawnSync('jupyter', ['nbconvert', '--version'], { stdio: 'ignore' }).status !== 0) return undefined
  execFileSync('node', ['dist/cli.js', 'kernel'], { stdio: 'ignore' })
  const out = mkdtempSync(join(tmpdir(), 'servemath-bench-'))
  const args = ['nbconvert', '--to', 'notebook', '--execute', '--output-dir', out, ...notebooks]
  try {
    return seconds('jupyter', args, { ...process.env, JUPYTER_PATH: join(process.cwd(), '.jupyter') })
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}
