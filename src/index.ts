// The table of contents: everything a reader, a notebook or a program may import.
export * from './algebra'
export * from './derivations'
export * from './units'
