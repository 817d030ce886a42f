// How does a fact name its source? By an id of data/sources.json, so that a page quoted twenty times is written once.
import * as v from 'valibot'
import type { Source } from './fact'
import { sources } from './sources'

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
