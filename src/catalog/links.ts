// Over which link do bytes reach HBM, and how fast is it in one direction?
import * as v from 'valibot'
import data from '../../data/links.json'
import { unknownName } from '../units'
import { type Fact, type Values, values } from './fact'
import { frozen, table } from './load'
import { factIn } from './schema'

export interface LinkFacts {
  readonly pathBandwidth: Fact
}

export interface Link extends Values<LinkFacts> {
  readonly id: string
  readonly name: string
  readonly facts: LinkFacts
}

const written = table('data/links.json', data, v.strictObject({ name: v.string(), pathBandwidth: factIn('B/s') }))

/** Ids of all links, in the catalogue's order. */
export function linkIds(): readonly string[] {
  return [...written().keys()]
}

/** A link of the catalogue: B/s of one direction, with its source. Refuses an unknown id with the nearest. */
export function link(id: string): Link {
  const record = written().get(id)
  if (!record) throw unknownName('link', id, linkIds())
  const { name, ...facts } = record
  return frozen({ ...values(facts), id, name, facts })
}
