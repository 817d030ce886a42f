// How does `npm run calibrate` run? Bundled from the sources as they are.
import { mkdirSync } from 'node:fs'
import { build } from 'esbuild'

process.chdir(new URL('../..', import.meta.url).pathname)
mkdirSync('.cache', { recursive: true })
await build({
  entryPoints: ['src/build/calibrate.ts'],
  outfile: '.cache/calibrate.mjs',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
})
await import('../../.cache/calibrate.mjs')
