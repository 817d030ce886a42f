// What does a kernel send for a figure, and which libraries travel with it? Those that no figure has brought since the last import.
import { randomUUID } from 'node:crypto'
import type { MimeBundle } from '../mime/bundle'
import { figureMime } from '../mime/bundle'
import type { Assets } from './assets'
import { pageBundle, wordsBundle } from './html'
import type { Packed } from './travel'

export interface Dresser {
  /** The bundle for Jupyter: figures as HTML that draws itself, all else as it is. */
  dress(bundle: MimeBundle, live?: Packed): MimeBundle
  /** The cell with the imports ran, perhaps for a page that was loaded anew: the next figure brings the libraries again. */
  imported(): void
}

export function dresser(assets: Assets): Dresser {
  const brought = new Set<string>()
  return {
    dress(bundle, live) {
      if (bundle[figureMime] === undefined) return bundle
      try {
        const libraries = live === undefined ? [assets.plotly] : [assets.plotly, assets.servemath]
        const needs = libraries.map(({ name }) => name)
        const carries = libraries.filter(({ name }) => !brought.has(name))
        const dressed = pageBundle(bundle, { id: randomUUID(), assets, needs, carries, live })
        for (const { name } of carries) brought.add(name)
        return dressed
      } catch {
        return wordsBundle(bundle, missing)
      }
    },
    imported: () => brought.clear(),
  }
}

const missing =
  'The figure is not drawn: the library that draws it is not installed. Run "npm ci" in the folder of servemath.'
