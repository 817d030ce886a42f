// Which Plotly does the page load, and when? The small bundle; the full one only on a page with a trace type it lacks.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { transform } from 'esbuild'
import type { Asset, PlotlyBundle } from './site/shown'

const packages: { readonly [bundle in PlotlyBundle]: string } = {
  basic: 'plotly.js-basic-dist-min',
  full: 'plotly.js-dist',
}

/** The version is part of the name, so a browser may keep the file for good. */
export function plotlyPath(bundle: PlotlyBundle): string {
  return `plotly/plotly-${bundle}-${manifest(bundle).version}.min.js`
}

export async function plotlyAsset(bundle: PlotlyBundle): Promise<Asset> {
  const { folder, main } = manifest(bundle)
  const source = readFileSync(join(folder, main), 'utf8')
  const content = main.endsWith('.min.js') ? source : (await transform(source, { minify: true })).code
  return { path: plotlyPath(bundle), content }
}

function manifest(bundle: PlotlyBundle): { readonly folder: string; readonly main: string; readonly version: string } {
  const path = createRequire(`${process.cwd()}/`).resolve(`${packages[bundle]}/package.json`)
  const { main, version } = JSON.parse(readFileSync(path, 'utf8'))
  return { folder: dirname(path), main, version }
}
