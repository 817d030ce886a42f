// What does one output become? HTML on one line, and the files the site serves beside its pages.
import type { Fetched } from '../worker/protocol'

export interface Asset {
  readonly path: string
  readonly content: string | Uint8Array
}

export interface TextFile extends Asset {
  readonly content: string
}

export interface Shown {
  readonly html: string
  readonly assets: readonly Asset[]
}

export type PlotlyBundle = 'basic' | 'full'

const inBasicBundle: readonly string[] = ['scatter', 'bar', 'pie']

/** Trace types the small bundle lacks, such as heat maps and contours, need the full one. */
export function bundleFor(types: readonly string[]): PlotlyBundle {
  return types.every((type) => inBasicBundle.includes(type)) ? 'basic' : 'full'
}

/** What a page may fetch to run its cells: the worker, what that may ask for, and the page's own script for a single file. */
export type Script = 'worker' | 'single' | Fetched

/** Where things are served: the site's base path, and the addresses of Plotly's bundles and the page's scripts. */
export interface Places {
  readonly base: string
  readonly plotly: { readonly [bundle in PlotlyBundle]: string }
  readonly scripts: { readonly [script in Script]: string }
  /** the desk's own script; a single file does without */
  readonly desk?: string
  /** the types worker and what TypeScript must know; a single file does without */
  readonly types?: { readonly worker: string; readonly definitions: string }
}
