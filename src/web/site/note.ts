// What does the margin say beside an output? Its name and unit, what it means, and a way to where it comes from.
import * as v from 'valibot'
import { attributes, escapeHtml } from './html'

const Note = v.looseObject({
  name: v.optional(v.string()),
  unit: v.optional(v.string()),
  says: v.optional(v.string()),
  citations: v.array(v.looseObject({ text: v.string(), url: v.optional(v.string()) })),
})

export function noteHtml(payload: unknown): string {
  const { name, unit, says, citations } = v.parse(Note, payload)
  const called = name === undefined ? '' : `<code>${escapeHtml(name)}</code>`
  const measured = unit ? ` <span class="note-unit">${escapeHtml(unit)}</span>` : ''
  const lines = [called + measured, escapeHtml(says ?? ''), citations.map(cited).join('; ')]
  const shown = lines.filter((line) => line !== '').map((line) => `<span>${line}</span>`)
  return `<div class="note" role="note">${shown.join('')}</div>`
}

function cited({ text, url }: v.InferOutput<typeof Note>['citations'][number]): string {
  return url && /^https?:/.test(url) ? `<a${attributes({ href: url })}>${escapeHtml(text)}</a>` : escapeHtml(text)
}
