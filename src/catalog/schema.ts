// How is a number written in data/, and when is it refused? One schema per sort of number, giving facts in base units.
import * as v from 'valibot'
import { dimensionText, parseUnit, Refusal, sameDimension, toBase } from '../units'
import type { Basis, Fact } from './fact'
import { readPeriod } from './period'
import { periodText } from './periodText'
import type { Price, Rental } from './quote'
import { sourceId } from './sourceId'

export const market = v.picklist(['contract', 'list', 'street', 'rack', 'spot', 'retail', 'estimate'])

/** How a fact is written in data/; `confidence` is high and `asOf` the date of the source unless said otherwise. */
const factEntries = {
  value: v.pipe(v.number(), v.finite(), v.minValue(0)),
  unit: v.string(),
  source: sourceId,
  kind: v.picklist(['spec', 'measured', 'quoted', 'assumed']),
  asOf: v.exactOptional(periodText),
  confidence: v.exactOptional(v.picklist(['high', 'medium', 'low'])),
  note: v.exactOptional(v.string()),
}
const written = v.strictObject(factEntries)
// Only a price may be nothing: a zero bandwidth or life would divide something.
const positive = v.strictObject({ ...factEntries, value: v.pipe(v.number(), v.finite(), v.gtValue(0)) })
type WrittenFact = v.InferOutput<typeof written>

/** Schema of a fact whose dimension is that of `unit`, a base unit such as B/s. */
export function factIn(unit: string): v.GenericSchema<unknown, Fact> {
  return v.pipe(
    positive,
    readFact(unit, (fact) => fact),
  )
}

/** The step from a written fact to one in base units; `finish` adds what only some facts have. */
function readFact<W extends WrittenFact, F extends Fact>(
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

export const rentalSchema: v.GenericSchema<unknown, Rental> = v.pipe(
  v.strictObject({ ...factEntries, asOf: periodText, band: v.picklist(['low', 'typical', 'high']) }),
  readFact('USD/s', (fact, { band }) => ({ ...fact, basis: 'rented' as const, band })),
)

/** What a service charges for one thing, such as a request; shown beside its dated holding prices. */
export function feeIn(unit: string): v.GenericSchema<unknown, Fact> {
  return v.pipe(
    v.strictObject(factEntries),
    readFact(unit, (fact) => ({ ...fact, basis: 'rented' as const })),
  )
}

/** A price in `unit`; a series of another basis than expected is refused rather than mixed in. */
export function priceIn(unit: string, expected: Basis): v.GenericSchema<unknown, Price> {
  return v.pipe(
    v.strictObject({
      ...factEntries,
      basis: v.literal(expected),
      market,
      forecast: v.optional(v.boolean(), false),
    }),
    readFact(unit, (fact, { basis, market, forecast }) => ({ ...fact, basis, market, forecast })),
  )
}
