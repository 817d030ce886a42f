// What if the reader disagrees with a formula, or already knows its value? Everything above it is rebuilt.
import { Refusal } from '../units'
import { declared, input } from './declare'
import type { Declared, Input, Quantity } from './quantity'

type Mine = Readonly<Record<string, Declared | Input>>

/** The equation with every equation under it that `mine` names replaced by the reader's own; units must agree. */
export function replaced(original: Declared, mine: Mine): Declared {
  return rebuilt(original, mine, new Map())
}

// An equation that two others rest on must stay one: `done` has what became of each.
function rebuilt(original: Declared, mine: Mine, done: Map<Declared, Declared>): Declared {
  const known = done.get(original)
  if (known !== undefined) return known
  const own = mine[original.name]
  const fresh =
    own?.kind === 'equation' ? renamed(agreeing(original, own), original.name) : onNewInputs(original, mine, done)
  done.set(original, fresh)
  return fresh
}

function onNewInputs(original: Declared, mine: Mine, done: Map<Declared, Declared>): Declared {
  const inputs: Record<string, Quantity> = {}
  let changed = false
  for (const [key, quantity] of Object.entries(original.inputs)) {
    inputs[key] = quantity.kind === 'equation' ? standIn(quantity, mine, done) : quantity
    changed ||= inputs[key] !== quantity
  }
  return changed ? declared(original.name, { ...words(original), inputs }) : original
}

/** The equation with some of the equations under it taken as given numbers: they become inputs of the same name. */
export function given(original: Declared, names: Iterable<string>): Declared {
  const known = new Set(names)
  const inputs: Record<string, Input> = {}
  const visit = (step: Declared): void => {
    for (const quantity of Object.values(step.inputs)) {
      if (quantity.kind !== 'equation') continue
      if (known.has(quantity.name)) inputs[quantity.name] = input(quantity.name, quantity)
      else visit(quantity)
    }
  }
  visit(original)
  return Object.keys(inputs).length > 0 ? replaced(original, inputs) : original
}

function standIn(quantity: Declared, mine: Mine, done: Map<Declared, Declared>): Quantity {
  const own = mine[quantity.name]
  return own?.kind === 'input' ? agreeing(quantity, own) : rebuilt(quantity, mine, done)
}

function agreeing<Q extends Declared | Input>(original: Declared, own: Q): Q {
  if (own.unit === original.unit) return own
  throw new Refusal(`${original.name} is in ${original.unit} but what should replace it is in ${own.unit}.`)
}

// The reader's formula takes the name of the one it stands for, so that formulas above still find it.
function renamed(own: Declared, name: string): Declared {
  return own.name === name ? own : declared(name, { ...words(own), inputs: own.inputs })
}

function words({
  symbol,
  unit,
  says,
  expression,
  tree,
  source,
}: Declared): Pick<Declared, 'symbol' | 'unit' | 'says' | 'expression' | 'tree' | 'source'> {
  return { symbol, unit, says, expression, tree, source }
}
