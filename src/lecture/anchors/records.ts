// What did others publish, where, and by which of our equations is it recomputed? Facts of data/anchors.json.
import * as v from 'valibot'
import data from '../../../data/anchors.json'
import type { Source } from '../../catalog'
import { table } from '../../catalog/load'
import { sourceId } from '../../catalog/sourceId'

const number = v.pipe(v.number(), v.finite())
const word = v.pipe(v.string(), v.nonEmpty())
const oneOrMore = <T>(item: v.GenericSchema<unknown, T>) => v.union([item, v.pipe(v.array(item), v.minLength(1))])

const Tolerance = v.union([
  v.literal('exact'),
  v.strictObject({ relative: number }),
  v.strictObject({ absolute: number }),
])

/** A number in base units, or text with its unit. */
const amount = v.union([number, word])

const shared = {
  /** in our words */
  says: word,
  source: sourceId as v.GenericSchema<unknown, Source>,
  /** the printed number differs and is shown as such */
  erratum: v.exactOptional(v.literal(true)),
  /** one number, or several in order; null where a shape was published and no number */
  expected: v.union([number, v.array(number), v.null()]),
  unit: oneOrMore(word),
  /** why no closer, why this bound, or why they differ */
  because: word,
}

const Recipe = v.strictObject({
  ...shared,
  tolerance: v.exactOptional(Tolerance),
  /** computed is a bound of what was measured: the least it can be, or the most */
  bound: v.exactOptional(v.picklist(['least', 'most'])),
  /** names of equations, inputs and numbers of `at`, put together in our formula language */
  formula: oneOrMore(word),
  at: v.optional(v.record(v.string(), amount), {}),
  /** one name of `at`, through these values in turn */
  each: v.exactOptional(v.record(v.string(), v.array(amount))),
  model: v.exactOptional(word),
  kv: v.exactOptional(v.picklist(['bf16', 'fp8', 'int8'])),
  accelerator: v.exactOptional(word),
  precision: v.exactOptional(v.picklist(['bf16', 'fp8'])),
  /** two formulas that must be proved to be the same besides */
  identity: v.exactOptional(v.tuple([word, word])),
})
export type Recipe = v.InferOutput<typeof Recipe>

const Uncomputed = v.strictObject({ ...shared, notComputed: word })

export const anchorRecords: () => ReadonlyMap<string, Recipe | v.InferOutput<typeof Uncomputed>> = table(
  'data/anchors.json',
  data,
  v.union([Recipe, Uncomputed]),
)
