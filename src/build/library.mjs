// What does `npm ci` build? The library (CJS for tslab, ESM beside it), its declarations and the command line.
import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { build } from 'esbuild'
import { describeEquations } from './hover.mjs'

const root = new URL('../..', import.meta.url).pathname
process.chdir(root)

const common = { bundle: true, target: 'es2022', logLevel: 'warning', packages: 'external', legalComments: 'none' }
const inlined = {
  ...common,
  packages: 'bundle',
  external: ['highs', 'mathjs', 'zeromq', 'tslab', 'playwright-core', 'vitepress'],
}

await Promise.all([
  // CommonJS is what tslab's `require` loads, so only this build knows how to reach the kernel's display.
  build({ ...inlined, entryPoints: { index: 'src/node.ts' }, outdir: 'dist', format: 'cjs', platform: 'node' }),
  build({
    ...inlined,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.mjs',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  }),
  build({
    ...inlined,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    format: 'cjs',
    platform: 'node',
    minifySyntax: true,
    banner: { js: '#!/usr/bin/env node' },
  }),
  // What a Jupyter page runs: a loader with every figure and, with the first that has sliders, the library.
  build({
    ...common,
    entryPoints: ['src/notebook/jupyter/page/loader.ts'],
    outfile: 'dist/page/loader.js',
    format: 'iife',
    globalName: 'load',
    footer: { js: 'return load.default' },
    minify: true,
  }),
  build({
    ...inlined,
    entryPoints: ['src/notebook/jupyter/page/library.ts'],
    outfile: 'dist/page/library.js',
    format: 'cjs',
    platform: 'browser',
    minify: true,
  }),
])
// npm links the command before this build has made it, so nobody else marks it as a program.
chmodSync('dist/cli.js', 0o755)
execFileSync('node', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
await describeEquations('dist/types/derivations', 'dist/index.mjs')
