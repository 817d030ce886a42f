// How does a reader see one step of an explanation? What it says, its formula, the numbers in it, the value.
import type { Explanation } from '../algebra'
import { equations } from '../derivations'

export function stepText({
  name,
  says,
  source,
  from,
  inputs,
  text,
  value,
  unit,
}: Explanation['steps'][number]): string {
  const indent = ' '.repeat(name.length)
  const expression = equations[name]?.expression ?? name
  const numbers = new Map(inputs.map((input) => [input.name, input.text]))
  const substituted = expression.replace(/[A-Za-z]\w*/g, (word) => numbers.get(word) ?? word)
  return [
    `${says}${source === '' ? '' : `  [${source}]`}`,
    ...(from === '' ? [] : [`  derived by ${from}`]),
    `  ${name} = ${expression}`,
    `  ${indent} = ${substituted}`,
    `  ${indent} = ${text}   (${value} ${unit})`,
  ].join('\n')
}
