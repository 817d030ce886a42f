// What is one number of the catalogue? A value in base units with its unit, source, date and kind; a price has its basis too.

export type Kind = 'spec' | 'measured' | 'quoted' | 'assumed'
export type Confidence = 'high' | 'medium' | 'low'
/** `component`: the bare part; `owned`: part, host and power over its life; `rented`: paid by time. Never mixed silently. */
export type Basis = 'component' | 'owned' | 'rented'

export interface Source {
  readonly title: string
  /** empty for this catalogue's own assumptions */
  readonly url: string
  /** when the page was published or, where `undated`, when its figures were taken into the catalogue */
  readonly date: string
  readonly undated?: true
}

export interface Fact {
  /** in base units: B, s, FLOP, USD, J */
  readonly value: number
  readonly unit: string
  readonly source: Source
  /** first day of `period` */
  readonly asOf: string
  /** the date as its source gives it, such as 2025-Q3 */
  readonly period: string
  readonly kind: Kind
  readonly confidence: Confidence
  readonly basis?: Basis
  readonly note?: string
}

export type Facts = { readonly [name: string]: Fact }
/** The plain numbers of a set of facts, under the same names, so that a record spreads into equations. */
export type Values<F> = { readonly [K in keyof F]: number }

/** The value of each fact, under the same name. */
export function values<F extends object>(facts: F): Values<F> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]: [string, Fact]) => [name, fact.value]),
  ) as Values<F>
}

/** Names of the facts a printed answer should mark as uncertain. */
export function doubtful(facts: object): readonly string[] {
  return Object.entries(facts).flatMap(([name, fact]: [string, Fact]) => (fact.confidence === 'low' ? [name] : []))
}

/** The facts that are known, under their names. */
export function known(facts: { readonly [name: string]: Fact | undefined }): Facts {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, Fact] => entry[1] !== undefined))
}
