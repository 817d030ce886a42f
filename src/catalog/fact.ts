// What is one number of the catalogue? A value in base units with its unit, source, date and kind; a price has its basis too.
import * as v from 'valibot'
import { dimensionText, parseUnit, Refusal, sameDimension, toBase } from '../units'
import { readPeriod } from './period'
import { periodText, type Source, sourceId } from './sources'

const kinds = ['spec', 'measured', 'quoted', 'assumed'] as const
const confidences = ['high', 'medium', 'low'] as const
export type Kind = (typeof kinds)[number]
export type Confidence = (typeof confidences)[number]
/** `component`: the bare part; `owned`: part, host and power over its life; `rented`: paid by time. Never mixed silently. */
export type Basis = 'component' | 'owned' | 'rented'

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

/** How a fact is written in data/; `confidence` is high and `asOf` the date of the source unless said otherwise. */
export const factEntries = {
  value: v.pipe(v.number(), v.finite(), v.minValue(0)),
  unit: v.string(),
  source: sourceId,
  kind: v.picklist(kinds),
  asOf: v.exactOptional(periodText),
  confidence: v.exactOptional(v.picklist(confidences)),
  note: v.exactOptional(v.string()),
}
const written = v.strictObject(factEntries)
// Only a price may be nothing: a zero bandwidth or life would divide something.
const positive = v.strictObject({ ...factEntries, value: v.pipe(v.number(), v.finite(), v.gtValue(0)) })
export type WrittenFact = v.InferOutput<typeof written>

/** Schema of a fact whose dimension is that of `unit`, a base unit such as B/s. */
export function factIn(unit: string): v.GenericSchema<unknown, Fact> {
  return v.pipe(
    positive,
    readFact(unit, (fact) => fact),
  )
}

/** The step from a written fact to one in base units; `finish` adds what only some facts have. */
export function readFact<W extends WrittenFact, F extends Fact>(
  unit: string,
  finish: (fact: Fact, written: W) => F,
): v.RawTransformAction<W, F> {
  return v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return finish(toFact(dataset.value, unit), dataset.value)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      addIssue({ message: error.message.replace(/\.$/, '') })
      return NEVER
    }
  })
}

function toFact(written: WrittenFact, unit: string): Fact {
  const { source, kind } = written
  if (source.url === '' && kind !== 'assumed') {
    throw new Refusal(`"${source.title}" has no page, so the kind must be "assumed", not "${kind}".`)
  }
  const given = parseUnit(written.unit).dimension
  if (!sameDimension(given, parseUnit(unit).dimension)) {
    throw new Refusal(`Expected a quantity in ${unit} but "${written.unit}" is ${dimensionText(given)}.`)
  }
  const period = written.asOf ?? source.date
  return {
    value: toBase(written.value, written.unit),
    unit,
    source,
    asOf: readPeriod(period)?.first ?? period,
    period,
    kind,
    confidence: written.confidence ?? 'high',
    ...(written.note === undefined ? {} : { note: written.note }),
  }
}

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
