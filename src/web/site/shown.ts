// What does one output become? HTML on one line, and the files the site serves beside its pages.

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

/** Where things are served: the site's base path, and the address of each Plotly bundle. */
export interface Places {
  readonly base: string
  readonly plotly: { readonly [bundle in PlotlyBundle]: string }
}
