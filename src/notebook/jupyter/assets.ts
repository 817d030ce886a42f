// Which scripts must a Jupyter page be given, since it has no network? Plotly's small bundle and, for sliders, our own library.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { zipped } from './zipped'

/** A CommonJS module that travels to the page; its name says its version, so that two of them can share a page. */
export interface Library {
  readonly name: string
  /** gzip, base64 */
  readonly packed: string
}

export interface Assets {
  /** A function expression of the identifier of a figure. */
  readonly loader: string
  readonly plotly: Library
  readonly servemath: Library
}

/** The assets built into `folder`, each read when it is first needed; a missing one throws then. */
export function assetsIn(folder: string): Assets {
  const once = new Map<string, unknown>()
  function lazily<T>(name: string, make: () => T): T {
    if (!once.has(name)) once.set(name, make())
    return once.get(name) as T
  }
  return {
    get loader() {
      return lazily('loader', () => `(() => {${readFileSync(join(folder, 'loader.js'), 'utf8').trim()}})()`)
    },
    get plotly() {
      return lazily('plotly', () => libraryAt('plotly', createRequire(join(folder, 'here.js')).resolve(plotlyBundle)))
    },
    get servemath() {
      return lazily('servemath', () => libraryAt('servemath', join(folder, 'library.js')))
    },
  }
}

// Figures are made of lines and bars, which the small bundle draws.
const plotlyBundle = 'plotly.js-basic-dist-min'

function libraryAt(name: string, path: string): Library {
  const source = readFileSync(path)
  const mark = createHash('sha256').update(source).digest('hex').slice(0, 10)
  return { name: `${name}-${mark}`, packed: zipped(source) }
}
