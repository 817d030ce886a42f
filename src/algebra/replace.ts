// What if the reader disagrees with a formula? Everything above it is rebuilt on the reader's own.
import { Refusal } from '../units'
import { equation } from './declare'
import type { Declared, Quantity } from './quantity'

/** The equation with every equation under it that `mine` names replaced; units must agree. */
export function replaced(original: Declared, mine: Readonly<Record<string, Declared>>): Declared {
  const own = mine[original.name]
  if (own !== undefined && own !== original) {
    if (own.unit !== original.unit) {
      throw new Refusal(`${original.name} is in ${original.unit} but the equation to replace it is in ${own.unit}.`)
    }
    return own
  }
  const inputs: Record<string, Quantity> = {}
  let changed = false
  for (const [key, quantity] of Object.entries(original.inputs)) {
    const next = quantity.kind === 'equation' ? replaced(quantity, mine) : quantity
    inputs[key] = next.name === key || next.kind !== 'equation' ? next : renamed(next, key)
    changed ||= next !== quantity
  }
  return changed ? equation(original.name, { ...words(original), inputs }) : original
}

/** The same formula under another name, so that it can stand where that name is used. */
function renamed(original: Declared, name: string): Declared {
  return equation(name, { ...words(original), inputs: original.inputs })
}

function words({
  symbol,
  unit,
  says,
  expression,
  source,
}: Declared): Pick<Declared, 'symbol' | 'unit' | 'says' | 'expression' | 'source'> {
  return { symbol, unit, says, expression, source }
}
