// The table of contents: everything a reader, a notebook or a program may import.
export * from './algebra'
export * from './catalog'
export * from './derivations'
export * from './figures'
export * from './model'
export * from './notebook'
export * from './placement'
export * from './units'
