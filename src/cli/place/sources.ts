// Where does each number of a placement come from? The reader, else this model at this context, else a record, else a default.
import type { Fact } from '../../catalog'
import { unitOf } from '../../derivations'
import type { Placement } from '../../placement'
import { type Known, knownFact } from '../known'
import type { Ask } from './ask'

/** Every number that went in, with its unit and source. */
export function inputsOf({ inputs }: Placement, ask: Ask): Readonly<Record<string, Known>> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, { value, unit: unitOf(name), ...originOf(name, ask) }]),
  )
}

function originOf(name: string, ask: Ask): Omit<Known, 'value' | 'unit'> {
  const { given, cache, machine, subject, question } = ask
  if (Object.hasOwn(given, name)) return { source: 'given' }
  if (name === 'devices') return { source: 'the fewest whose memory holds the weights' }
  if (Object.hasOwn(cache.exact, name)) return { source: `exact for this model at ${question.context} tokens` }
  const facts: { readonly [name: string]: Fact | undefined } = { ...machine.facts }
  const fact = facts[name]
  if (fact !== undefined) {
    const { value: _, unit: __, ...origin } = knownFact(fact)
    return origin
  }
  if (!Object.hasOwn(cache.numbers, name)) return { source: 'default' }
  const { source, url, asOf } = subject
  return { source, ...(url !== undefined && { url }), ...(asOf !== undefined && { asOf }) }
}
