// How is a claim of the lecture displayed? What was said, what comes out, how sure that is, and why.
import type { Claim, Numbers } from '../../lecture'
import { formatQuantity } from '../../units'
import { type MimeBundle, markdown } from './bundle'
import { verdictBundle } from './verdict'

export function claimBundle(claim: Claim): MimeBundle {
  const { id, says, said, chapter, url, verdict, theorems, note } = claim
  const proofs = theorems.map((theorem) => `- ${theorem.says} ${verdictBundle(theorem.proof)['text/markdown']}`)
  const parts = [
    `**Claim** \`${id}\` ([${chapter}](${url})): ${says}`,
    said.map((each) => `“${each.words}” (${each.who}, [${each.at}](${each.url}))`).join(' · '),
    `**${verdictWords[verdict]}**${comparison(claim)}. ${note}`,
    ...(proofs.length > 0 ? [proofs.join('\n')] : []),
  ]
  return markdown(parts.join('\n\n'))
}

const verdictWords = { agrees: 'Agrees', disagrees: 'Disagrees', depends: 'Depends' } as const

function comparison({ value, computed, unit, tolerance }: Claim): string {
  if (value === null || computed === null) return computed === null ? '' : `: computed ${numbersText(computed, unit)}`
  const allowed = tolerance === 'none stated' ? '' : ` (${tolerance})`
  return `: said ${numbersText(value, unit)}${allowed}, computed ${numbersText(computed, unit)}`
}

/** One number, several in order, or a range, with four digits: 1,667 bytes are not 1.67 kB to who knows the number. */
export function numbersText(numbers: Numbers, unit: string): string {
  if (numbers === null) return '–'
  if (typeof numbers === 'number') return numberText(numbers, unit)
  return numbers
    .map((each) =>
      typeof each === 'number' ? numberText(each, unit) : each.map((end) => numberText(end, unit)).join(' to '),
    )
    .join(', ')
}

const numberText = (value: number, unit: string): string => formatQuantity(value, unit, { digits: 4 })
