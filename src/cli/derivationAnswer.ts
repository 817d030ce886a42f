// How does a derivation answer on the command line? A column of lines, under each why it follows and how sure that is.
import type { WrittenLine } from '../algebra/derivation'
import { derivationOf, derived } from '../derivations/steps'
import type { Answer } from './verb'

/** The derivation of that name, with the equation it gives and how sure that is. */
export function derivationAnswer(id: string): Answer {
  const derivation = derivationOf(id)
  const { says, lines } = derivation.written()
  const entry = derived[id]
  const verdict = entry && derivation.gives(entry.gives).verdict
  const end = entry && `So ${entry.gives.name} = ${entry.gives.expression} (${verdict}).`
  return {
    json: { id, says, from: entry?.from, gives: entry?.gives.name, verdict, lines },
    text: () => [says, ...lines.flatMap(lineText), end ?? ''].join('\n'),
  }
}

function lineText({ text, says, unit, verdict, conditions, error }: WrittenLine): string[] {
  const where = conditions.length > 0 ? `, where ${conditions.join(', ')}` : ''
  const judged = verdict === undefined ? '' : ` [${verdict.verdict}${where}]`
  return [
    ...folded(text),
    `      ${says}${judged}, in ${unit}`,
    ...(error === undefined ? [] : [`      left out, relative to what was kept: ${error.text}`]),
  ]
}

// A line that does not fit a terminal of 80 columns goes on below its sign.
function folded(text: string): string[] {
  if (text.length <= 78) return [`  ${text}`]
  const [left = '', sign = '', right = ''] = text.split(/ ([=≈→]) /)
  return [`  ${left}`, `    ${sign} ${right}`]
}
