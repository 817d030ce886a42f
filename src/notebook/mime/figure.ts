// How is a figure displayed? As Plotly data, with its words for those who cannot see it.
import { Refusal } from '../../units/refusal'
import { figureMime, type MimeBundle } from './bundle'

export interface FigureLike {
  readonly kind: 'figure'
  readonly title: string
  readonly caption: string
  readonly alt: string
  readonly data: readonly unknown[]
  readonly layout: object
}

export function figureBundle({ title, caption, alt, data, layout }: FigureLike): MimeBundle {
  // Plotly leaves `meta` alone, so the words stay with the figure wherever its JSON goes.
  const words = { title: { text: title }, ...layout, meta: { alt, caption } }
  return {
    [figureMime]: { data: plain(data, 'data'), layout: plain(words, 'layout') },
    'text/plain': `${title}\n${caption}\n[${alt}]`,
  }
}

// JSON would write a typed array as an object and NaN as null, silently.
function plain(value: unknown, path: string): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Refusal(`The figure holds ${value} at ${path}: expected a number, or null for a gap.`)
  }
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, (item, i) => plain(item, `${path}[${i}]`))
  if (Array.isArray(value)) return value.map((item, i) => plain(item, `${path}[${i}]`))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, `${path}.${key}`)]))
}
