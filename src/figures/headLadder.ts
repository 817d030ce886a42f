// What would one model's token weigh if its heads shared more, or less? Multi-head to multi-query, and a latent between.
import { groupedQueryBytes, latentBytes } from '../derivations'
import { formatNumber, formatQuantity, Refusal } from '../units'
import { accent, grey } from './accent'
import { type Figure, figure, type Label, type Trace } from './figure'

export interface HeadLadder {
  readonly layers: number
  readonly queryHeads: number
  /** key/value heads the model has, or the reader assumes */
  readonly kvHeads: number
  readonly headDim: number
  readonly bytesPerElement: number
  /** the latent that could take the heads' place */
  readonly latentDim: number
  readonly ropeDim: number
}

/** Bytes per token against key/value heads, with the ends of the formula named. */
export function headLadder(model: HeadLadder): Figure {
  const { queryHeads, kvHeads, headDim, latentDim, ropeDim } = model
  if (!(kvHeads >= 1 && kvHeads <= queryHeads)) {
    throw new Refusal(`${kvHeads} key/value heads: expected from 1 to the ${queryHeads} query heads.`)
  }
  const bytesAt = (heads: number): number => groupedQueryBytes({ ...model, kvHeads: heads })
  const latent = latentBytes(model)
  const latentHeads = (latentDim + ropeDim) / (2 * headDim)
  const [few, many] = [Math.min(1, latentHeads), Math.max(queryHeads, latentHeads)]
  const bytes = (value: number): string => formatQuantity(value, 'B')
  const heads = formatNumber(latentHeads)
  const labels: Label[] = [
    { x: 1, y: bytesAt(1), text: `multi-query: ${bytes(bytesAt(1))}`, yanchor: 'top' },
    {
      x: kvHeads,
      y: bytesAt(kvHeads),
      text: `${formatNumber(kvHeads)} heads: ${bytes(bytesAt(kvHeads))}`,
      yanchor: 'top',
    },
    {
      x: queryHeads,
      y: bytesAt(queryHeads),
      text: `multi-head: ${bytes(bytesAt(queryHeads))}`,
      xanchor: 'right',
      yanchor: 'bottom',
    },
    { x: latentHeads, y: latent, text: `latent: ${bytes(latent)}`, xanchor: 'right', yanchor: 'bottom' },
  ]
  return figure({
    title: `${formatNumber(kvHeads)} of ${queryHeads} heads keep ${formatNumber((100 * kvHeads) / queryHeads)}% of the bytes; a latent of ${latentDim} + ${ropeDim} weighs as much as ${heads} heads`,
    caption:
      'The line is the grouped-query formula; its ends have names of their own. The diamond is a latent, drawn at the heads it weighs as much as.',
    alt: `Bytes per token grow in proportion to key/value heads, from ${bytes(bytesAt(1))} at one head to ${bytes(bytesAt(queryHeads))} at ${queryHeads}; a latent lies at ${heads} heads.`,
    x: {
      quantity: 'key/value heads',
      unit: '1',
      log: true,
      range: [few / 1.3, many * 1.3],
      marks: powersOfTwo(queryHeads),
    },
    y: { quantity: 'KV cache', unit: 'B/token', log: true, marks: byteMarks(bytesAt(1), bytesAt(queryHeads)) },
    data: [
      {
        type: 'scatter',
        mode: 'lines',
        name: 'grouped-query',
        x: [few, many],
        y: [few, many].map(bytesAt),
        line: { color: grey, width: 2 },
      },
      points('grouped-query', 'circle', [1, kvHeads, queryHeads], bytesAt),
      points('latent', 'diamond', [latentHeads], () => latent),
    ],
    labels: labels.map((label) => ({ ...label, text: ` ${label.text} ` })),
  })
}

function points(name: string, symbol: string, heads: readonly number[], bytesAt: (heads: number) => number): Trace {
  return {
    type: 'scatter',
    mode: 'markers',
    name,
    x: heads,
    y: heads.map(bytesAt),
    marker: { symbol, size: 11, color: accent },
  }
}

function powersOfTwo(most: number): [number, string][] {
  const count = Math.floor(Math.log2(most)) + 1
  return Array.from({ length: count }, (_, i) => [2 ** i, String(2 ** i)])
}

function byteMarks(least: number, most: number): [number, string][] {
  const steps = [1, 3].flatMap((step) => Array.from({ length: 12 }, (_, i) => step * 10 ** i))
  const inside = steps.filter((at) => at > least / 3 && at < most * 3).sort((a, b) => a - b)
  return inside.map((at) => [at, formatQuantity(at, 'B')])
}
