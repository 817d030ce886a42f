// Which numbers does the catalogue assume for everyone? Few, stated, and any of them can be replaced by name.
import data from '../../data/assumptions.json'
import type { Fact } from './fact'
import { table } from './load'
import { factIn } from './schema'

const assumptions = table('data/assumptions.json', data, factIn('USD/J'))

/** What a joule costs where the machines stand. */
export function energyPrice(): Fact {
  const fact = assumptions().get('energyPrice')
  if (!fact) throw new Error('data/assumptions.json has lost its energyPrice')
  return fact
}
