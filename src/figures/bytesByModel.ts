// How many bytes does one token leave behind, model by model?
import { formatNumber, formatQuantity, Refusal } from '../units'
import { accent } from './accent'
import { type Figure, figure, type Trace } from './figure'

/** What a model of the catalogue says of itself. */
export interface WeighedModel {
  readonly name: string
  readonly bytesPerToken: number
  readonly kvHeads: number
  readonly queryHeads: number
  readonly totalParams: number
  readonly latentDim?: number
  readonly ropeDim?: number
}

const kinds = [
  { kind: 'multi-head', symbol: 'square', says: 'square: every query head keeps its own key and value' },
  { kind: 'grouped-query', symbol: 'circle', says: 'circle: query heads share key/value heads' },
  { kind: 'latent', symbol: 'diamond', says: 'diamond: one latent for all heads' },
] as const
type Kind = (typeof kinds)[number]['kind']

/** One dot a model, the lightest on top; its shape says how the cache is shared. */
export function bytesByModel(models: readonly WeighedModel[]): Figure {
  const sorted = [...models].sort((a, b) => b.bytesPerToken - a.bytesPerToken)
  const [heaviest, lightest] = [sorted[0], sorted.at(-1)]
  if (heaviest === undefined || lightest === undefined) throw new Refusal('There is no model to compare.')
  const still = sorted.find(({ bytesPerToken }) => !(bytesPerToken > 0))
  if (still) throw new Refusal(`${still.name} adds no bytes per token, so a logarithmic axis has no place for it.`)
  const used = kinds.filter(({ kind }) => sorted.some((found) => kindOf(found) === kind))
  return figure({
    title: finding(heaviest, lightest),
    caption: `Each ${used.map(({ says }) => says).join('; each ')}. The bytes of one token are on a logarithmic axis.`,
    alt: `Dot plot of ${sorted.length} models by KV-cache bytes per token, from ${bytes(lightest)} to ${bytes(heaviest)}.`,
    x: { quantity: 'KV cache', unit: 'B/token', log: true, range: rangeOf(heaviest, lightest), marks },
    y: {
      quantity: '',
      unit: '',
      more: { type: 'category', categoryarray: sorted.map(({ name }) => name), ticks: '', showgrid: false },
    },
    data: used.map(({ kind, symbol }) =>
      dots(
        sorted.filter((found) => kindOf(found) === kind),
        kind,
        symbol,
      ),
    ),
  })
}

const marks = [10e3, 30e3, 100e3, 300e3, 1e6, 3e6].map((at) => [at, formatQuantity(at, 'B')] as const)

function finding(heaviest: WeighedModel, lightest: WeighedModel): string {
  const times = formatNumber(heaviest.bytesPerToken / lightest.bytesPerToken, 2)
  const size = formatNumber(lightest.totalParams / heaviest.totalParams, 2)
  return `A token of ${heaviest.name} weighs ${times} times one of ${lightest.name}, which has ${size} times as many parameters`
}

// Room on the right for the words beside the last dot.
const rangeOf = (heaviest: WeighedModel, lightest: WeighedModel): [number, number] => [
  lightest.bytesPerToken / 1.5,
  heaviest.bytesPerToken * 6,
]

function dots(models: readonly WeighedModel[], name: Kind, symbol: string): Trace {
  return {
    type: 'scatter',
    mode: 'markers+text',
    name,
    x: models.map(({ bytesPerToken }) => bytesPerToken),
    y: models.map((found) => found.name),
    text: models.map((found) => `  ${bytes(found)}, ${shared(found)}`),
    textposition: 'middle right',
    textfont: { size: 11 },
    marker: { symbol, size: 10, color: accent },
    cliponaxis: false,
    hovertemplate: '%{y}: %{x:,} B/token<extra></extra>',
  }
}

function kindOf({ latentDim, kvHeads, queryHeads }: WeighedModel): Kind {
  if (latentDim !== undefined) return 'latent'
  return kvHeads === queryHeads ? 'multi-head' : 'grouped-query'
}

function shared({ latentDim, ropeDim = 0, kvHeads, queryHeads }: WeighedModel): string {
  return latentDim === undefined ? `${kvHeads} of ${queryHeads} heads` : `latent of ${latentDim} + ${ropeDim}`
}

const bytes = ({ bytesPerToken }: WeighedModel): string => formatQuantity(bytesPerToken, 'B')
