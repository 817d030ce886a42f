// What stands in an option's equations: the option's own for some of the catalogue's, and the reader's, resting on both?
import { type Declared, prepared } from '../algebra'
import type { Replacements } from './candidate'

/** The reader's win; where they rest on an equation that the option or the reader replaces too, the replacement stands. */
export function standing(ours: Replacements, mine: Replacements): Replacements {
  if (Object.keys(mine).length === 0) return ours
  const onOurs = mapped(mine, (own, name) => prepared(own, without(ours, name), {}))
  return { ...ours, ...mapped(onOurs, (own, name) => prepared(own, without(onOurs, name), {})) }
}

// An equation is never put in its own place.
function without(equations: Replacements, name: string): Replacements {
  const { [name]: _, ...others } = equations
  return others
}

function mapped(equations: Replacements, change: (own: Declared, name: string) => Declared): Replacements {
  return Object.fromEntries(Object.entries(equations).map(([name, own]) => [name, change(own, name)]))
}
