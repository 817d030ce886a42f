// How is a derivation displayed? Step by step: what it is, the formula, the formula with its numbers, the value.
import type { Explanation, Step } from '../../algebra'
import { quantityLatex } from '../../algebra'
import { type MimeBundle, markdown } from './bundle'

export function explanationBundle({ steps }: Explanation): MimeBundle {
  return markdown(steps.map(inMarkdown).join('\n\n'), steps.map(inText).join('\n'))
}

function inMarkdown(step: Step): string {
  const source = step.source === '' ? '' : ` (${step.source})`
  const value = quantityLatex(step.value, step.unit)
  const from = step.from === '' ? '' : `. Derived by ${step.from}`
  return `**${step.name}**: ${step.says}${source}${from}\n\n$$${step.formula} = ${step.substituted} = ${value}$$`
}

function inText(step: Step): string {
  const inputs = step.inputs.map(({ name, text }) => `${name} = ${text}`).join(', ')
  return `${step.name} = ${step.text}${inputs === '' ? '' : `  from ${inputs}`}`
}
