// How is a stored figure shown at once and brought to life later? Its picture in the page, its data in a file beside it.
import * as v from 'valibot'
import type { Data } from '../../notebook/file/format'
import { figureMime } from '../../notebook/mime/bundle'
import { attributes, escapeHtml, oneLine } from './html'
import { pngSize, type Size } from './png'
import { bundleFor, type Places, type Shown } from './shown'

const Plot = v.looseObject({
  data: v.array(v.looseObject({ type: v.optional(v.string(), 'scatter') })),
  layout: v.looseObject({
    width: v.optional(v.number(), 720),
    height: v.optional(v.number(), 420),
    meta: v.optional(v.looseObject({ alt: v.optional(v.string()), caption: v.optional(v.string()) }), {}),
  }),
})
export function showFigure(name: string, data: Data, places: Places): Shown {
  const plot = v.parse(Plot, data[figureMime])
  const png = data['image/png']
  const picture = typeof png === 'string' ? Buffer.from(png, 'base64') : undefined
  const alt = plot.layout.meta.alt ?? (typeof data['text/plain'] === 'string' ? data['text/plain'] : 'A figure')
  const path = `figures/${name}`
  const room: Size = (picture && pngSize(picture)) ?? { width: plot.layout.width, height: plot.layout.height }
  const still = picture
    ? `<img${attributes({ src: `${places.base}${path}.png`, alt, width: room.width, height: room.height })} decoding="async">`
    : `<p class="figure-alt">${escapeHtml(alt)}</p>`
  const box = attributes({
    class: 'figure-box',
    style: `--ratio: ${(room.width / room.height).toFixed(4)}`,
    'data-figure': `${places.base}${path}.json`,
    'data-plotly': places.plotly[bundleFor(plot.data.map(({ type }) => type))],
  })
  const numbers = `<details class="figure-numbers"><summary>The numbers</summary><a href="${places.base}${path}.json">as JSON</a></details>`
  // There from the start: what is said in it later moves nothing, and is heard. (Vue keeps what has a role out of its static HTML.)
  const change = '<p class="figure-change" aria-live="polite"></p>'
  const caption = plot.layout.meta.caption ? `<figcaption>${escapeHtml(plot.layout.meta.caption)}</figcaption>` : ''
  return {
    html: oneLine(`<figure class="figure"><div${box}>${still}</div>${change}${caption}${numbers}</figure>`),
    assets: [
      { path: `${path}.json`, content: JSON.stringify(data[figureMime]) },
      ...(picture ? [{ path: `${path}.png`, content: picture }] : []),
    ],
  }
}
