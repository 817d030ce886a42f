// Which conclusions rest on a number? The equations that use its name, straight or through others.
import { type Declared, lineage } from '../algebra'
import { equations } from '../derivations'

/** Names under each equation: its inputs, and the equations between. */
const under: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.values(equations).map((equation) => [equation.name, new Set(namesUnder(equation))]),
)

function namesUnder(equation: Declared): string[] {
  return lineage(equation).flatMap(({ name, inputs }) => [
    ...(name === equation.name ? [] : [name]),
    ...Object.values(inputs).flatMap((quantity) => (quantity.kind === 'input' ? [quantity.name] : [])),
  ])
}

/** Names of the equations that would change with any of these, in the order of the themes; one that is given stands first. */
export function restingOn(names: readonly string[]): readonly string[] {
  const given = names.filter((name) => under.has(name))
  const resting = [...under].flatMap(([equation, below]) => (names.some((name) => below.has(name)) ? [equation] : []))
  return [...new Set([...given, ...resting])]
}
