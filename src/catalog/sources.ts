// Where does a number come from? Every source of the catalogue by id.
import * as v from 'valibot'
import data from '../../data/sources.json'
import type { Source } from './fact'
import { table } from './load'
import { periodText } from './periodText'

const sourceSchema: v.GenericSchema<unknown, Source> = v.strictObject({
  title: v.pipe(v.string(), v.nonEmpty()),
  url: v.pipe(v.string(), v.regex(/^(https?:\/\/\S+)?$/, 'Expected an http address, or nothing for an assumption')),
  date: periodText,
  undated: v.exactOptional(v.literal(true)),
})

/** Where facts of the catalogue come from: title and address by id. */
export const sources: () => ReadonlyMap<string, Source> = table('data/sources.json', data, sourceSchema)
