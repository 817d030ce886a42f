// Where does a number come from? Facts name a source by id, so that a page quoted twenty times is written once.
import * as v from 'valibot'
import data from '../../data/sources.json'
import type { Source } from './fact'
import { table } from './load'
import { readPeriod } from './period'

export const periodText = v.pipe(
  v.string(),
  v.check((text) => readPeriod(text) !== undefined, 'Expected a date like 2025, 2025-Q3, 2026-05 or 2025/2026'),
)

const sourceSchema: v.GenericSchema<unknown, Source> = v.strictObject({
  title: v.pipe(v.string(), v.nonEmpty()),
  url: v.pipe(v.string(), v.regex(/^(https?:\/\/\S+)?$/, 'Expected an http address, or nothing for an assumption')),
  date: periodText,
  undated: v.exactOptional(v.literal(true)),
})

/** Schema of a source named by its id. */
export const sourceId: v.GenericSchema<unknown, Source> = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const source = sources().get(dataset.value)
    if (source) return source
    addIssue({ message: `Unknown source "${dataset.value}", expected one of data/sources.json` })
    return NEVER
  }),
)

export const sources: () => ReadonlyMap<string, Source> = table('data/sources.json', data, sourceSchema)
