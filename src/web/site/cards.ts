// How do an assumption and an exercise look before the page is live? A card with the same words and room.
import * as v from 'valibot'
import { position } from '../../notebook/range'
import { formatQuantity } from '../../units/format'
import { attributes, escapeHtml } from './html'

const Assume = v.looseObject({
  name: v.string(),
  value: v.number(),
  min: v.number(),
  max: v.number(),
  scale: v.picklist(['linear', 'log']),
  unit: v.string(),
  says: v.string(),
})
export type Assume = v.InferOutput<typeof Assume>

export function assumeCard(payload: unknown): string {
  const assume = v.parse(Assume, payload)
  const quantity = (value: number) => escapeHtml(formatQuantity(value, assume.unit))
  return [
    `<div${attributes({ class: 'card assume', 'data-assume': JSON.stringify(assume) })}>`,
    `<span class="assume-name">${escapeHtml(assume.name)}</span>`,
    `<span class="assume-says">${escapeHtml(assume.says)}</span>`,
    `<span class="assume-value">${quantity(assume.value)}</span>`,
    `<span class="assume-track" style="--at: ${(100 * position(assume, assume.value)).toFixed(1)}%"></span>`,
    `<span class="assume-ends"><span>${quantity(assume.min)}</span><span>${quantity(assume.max)}</span></span></div>`,
  ].join('')
}

// Asleep until the page is live, so that nothing moves when it wakes.
const answerForm =
  '<form class="answer"><input name="answer" aria-label="Your answer" autocomplete="off" disabled><button disabled>Check</button><output></output></form>'

const Exercise = v.looseObject({ id: v.string() })

/** `markdown` is the question as the notebook shows it; the page renders it. */
export function exerciseCard(payload: unknown, markdown: string): string {
  const { id } = v.parse(Exercise, payload)
  return `<div${attributes({ class: 'card exercise', 'data-exercise': id })}>\n\n${markdown.trim()}\n\n${answerForm}</div>`
}
