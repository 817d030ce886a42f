// How do an assumption and an exercise look before the page is live? A card with the same words and room.
import * as v from 'valibot'
import { formatNumber, formatQuantity } from '../../units/format'
import { attributes, escapeHtml } from './html'

export const assumeMime = 'application/vnd.servemath.assume+json'
export const exerciseMime = 'application/vnd.servemath.exercise+json'

const Assume = v.looseObject({
  name: v.string(),
  value: v.number(),
  min: v.number(),
  max: v.number(),
  scale: v.optional(v.picklist(['linear', 'log']), 'linear'),
  unit: v.optional(v.string()),
  says: v.optional(v.string()),
})
export type Assume = v.InferOutput<typeof Assume>

export function assumeCard(payload: unknown): string {
  const assume = v.parse(Assume, payload)
  const quantity = (value: number) => (assume.unit ? formatQuantity(value, assume.unit) : formatNumber(value))
  const says = assume.says ? `<span class="assume-says">${escapeHtml(assume.says)}</span>` : ''
  return [
    `<div${attributes({ class: 'card assume', 'data-assume': JSON.stringify(assume) })}>`,
    `<span class="assume-name">${escapeHtml(assume.name)}</span>${says}`,
    `<span class="assume-value">${escapeHtml(quantity(assume.value))}</span>`,
    `<span class="assume-track" style="--at: ${(100 * position(assume)).toFixed(1)}%"></span>`,
    `<span class="assume-ends"><span>${quantity(assume.min)}</span><span>${quantity(assume.max)}</span></span></div>`,
  ].join('')
}

/** How far along its range a value lies, 0 at min and 1 at max, on the scale the range asks for. */
export function position({ value, min, max, scale }: Pick<Assume, 'value' | 'min' | 'max' | 'scale'>): number {
  const along = scale === 'log' ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min)
  return Math.min(1, Math.max(0, along))
}

const Exercise = v.looseObject({ id: v.string(), question: v.optional(v.string()), unit: v.optional(v.string()) })

export function exerciseCard(payload: unknown): string {
  const { id, question, unit } = v.parse(Exercise, payload)
  const asks = question ? `<span class="exercise-question">${escapeHtml(question)}</span>` : ''
  const answer = unit && unit !== '1' ? `Answer in ${escapeHtml(unit)}.` : ''
  return `<div${attributes({ class: 'card exercise', 'data-exercise': id })}><span class="exercise-mark">Exercise</span>${asks}<span class="exercise-unit">${answer}</span></div>`
}
