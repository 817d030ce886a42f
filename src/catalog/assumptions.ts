// Which numbers does the catalogue assume for everyone? Few, stated, and any of them can be replaced by name.
import * as v from 'valibot'
import data from '../../data/assumptions.json'
import type { Fact } from './fact'
import { table } from './load'
import { factIn } from './schema'

const units = {
  /** what energy costs where the machines stand */
  energyPrice: 'USD/J',
  /** what an engine needs for a request beside its arithmetic */
  requestTime: 's',
  /** share of the peak rate that a prefill reaches */
  mfu: '1',
  /** that must fit beside the weights where nobody says how many devices there are */
  conversations: '1',
  /** tokens of a conversation where nobody says how many */
  usualContext: 'token',
} as const
export type Assumption = keyof typeof units

const names = Object.keys(units) as readonly Assumption[]
const written = table('data/assumptions.json', data, v.union(names.map((name) => factIn(units[name]))))

export const assumptionNames = (): readonly Assumption[] => names

/** The assumed number with its note, in base units. */
export function assumption(name: Assumption): Fact {
  const fact = written().get(name)
  if (fact?.unit !== units[name]) throw new Error(`data/assumptions.json has no ${name} in ${units[name]}`)
  return fact
}
