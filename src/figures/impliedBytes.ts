// What would a token weigh if a price list were true? One dot an inference, beside the weights of real models.
import { formatNumber, formatQuantity, Refusal } from '../units'
import { accent, grey } from './accent'
import { type Figure, figure } from './figure'
import { colourOf, shortName } from './place'

/** Bytes per token from one reading of a list: `step…`, `crossover`, `storage`, `storage-at-<tier>` or `hit`. */
export interface ImpliedBytes {
  readonly id: string
  readonly bytesPerToken: number
  readonly assumes: string
}

export interface ImpliedList {
  readonly id: string
  readonly inferences: readonly ImpliedBytes[]
  /** largest over smallest of those a provider could mean */
  readonly spread: number
}

/** The readings in their order, the first on top; in the last row the models whose caches are known. */
export function impliedBytes(
  list: ImpliedList,
  models: readonly { readonly name: string; readonly bytesPerToken: number }[],
): Figure {
  const { id, inferences, spread } = list
  const [low, high] = ends(inferences.map(({ bytesPerToken }) => bytesPerToken))
  const known = models.filter(({ bytesPerToken }) => bytesPerToken > 0)
  const [light, heavy] = ends(known.map(({ bytesPerToken }) => bytesPerToken))
  const rows = [...inferences.map(nameOf), openModels]
  return figure({
    title: `One list, ${id}: a token weighs ${bytes(low)} or ${bytes(low * spread)}, ${formatNumber(spread, 2)} times apart`,
    caption: `Each dot takes one price of the list at its word, under the assumption its row names. Grey: the ${known.length} open models whose cache grows with every token.`,
    alt: `Dot plot of bytes per token on a logarithmic axis: ${inferences.map((each) => `${nameOf(each)} ${bytes(each.bytesPerToken)}`).join('; ')}; open models from ${bytes(light)} to ${bytes(heavy)}.`,
    x: {
      quantity: 'KV cache',
      unit: 'B/token',
      log: true,
      range: [Math.min(low, light) / 2, Math.max(high, heavy) * 12],
      marks,
    },
    y: {
      quantity: '',
      unit: '',
      more: { type: 'category', categoryarray: [...rows].reverse(), ticks: '', showgrid: true },
    },
    data: [
      {
        type: 'scatter',
        mode: 'markers+text',
        name: 'implied by the list',
        x: inferences.map(({ bytesPerToken }) => bytesPerToken),
        y: inferences.map(nameOf),
        text: inferences.map(({ bytesPerToken }) => `  ${bytes(bytesPerToken)}`),
        textposition: 'middle right',
        textfont: { size: 11 },
        marker: { size: 11, color: inferences.map(colour) },
        hovertext: inferences.map(({ assumes, bytesPerToken }) => `${bytes(bytesPerToken)} a token, if ${assumes}`),
        hoverinfo: 'text',
      },
      {
        type: 'scatter',
        mode: 'markers',
        name: openModels,
        x: known.map(({ bytesPerToken }) => bytesPerToken),
        y: known.map(() => openModels),
        marker: { size: 8, color: grey, opacity: 0.6 },
        hovertext: known.map(({ name, bytesPerToken }) => `${name}: ${bytes(bytesPerToken)} a token`),
        hoverinfo: 'text',
      },
    ],
  })
}

const openModels = 'open models'
const marks = [1e3, 10e3, 100e3, 1e6, 10e6, 100e6, 1e9, 10e9].map((at) => [at, formatQuantity(at, 'B')] as const)
const rowNames: Readonly<Record<string, string>> = {
  'step-as-said': 'step, as said',
  step: 'step, this machine',
  crossover: 'keep or resend',
  storage: 'storage: HBM rent',
  hit: 'hit: loading time',
}
const atTier = 'storage-at-'

function nameOf({ id }: ImpliedBytes): string {
  return id.startsWith(atTier) ? `storage: ${shortName(id.slice(atTier.length))}` : (rowNames[id] ?? id)
}

function colour({ id }: ImpliedBytes): string {
  if (id.startsWith(atTier)) return colourOf(id.slice(atTier.length))
  if (id === 'storage') return colourOf('hbm')
  return id === 'crossover' ? colourOf('remat') : accent
}

function ends(values: readonly number[]): readonly [number, number] {
  if (values.length === 0)
    throw new Refusal('There is nothing to compare: expected an inference and a model with a growing cache.')
  return [Math.min(...values), Math.max(...values)]
}

const bytes = (value: number): string => formatQuantity(value, 'B')
