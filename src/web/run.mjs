// How do `npm start` and `npm run build` run TypeScript? Bundled in a blink, so that they always run what is in src.
import { mkdirSync } from 'node:fs'
import { build } from 'esbuild'

process.chdir(new URL('../..', import.meta.url).pathname)
mkdirSync('.cache', { recursive: true })
await build({
  entryPoints: ['src/web/main.ts'],
  outfile: '.cache/web.mjs',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
})
await import('../../.cache/web.mjs')
