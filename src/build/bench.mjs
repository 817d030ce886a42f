// How does `npm run bench` run? Bundled from the sources as they are, next to a fresh build of the library.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { build } from 'esbuild'

process.chdir(new URL('../..', import.meta.url).pathname)
mkdirSync('.cache', { recursive: true })
execFileSync('node', ['src/build/library.mjs'], { stdio: 'inherit' })
await build({
  entryPoints: ['test/bench/main.ts'],
  outfile: '.cache/bench.mjs',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
})
await import('../../.cache/bench.mjs')
