// From which prompt length on may attention not be left out? Its share of the arithmetic of a prompt, model by model.
import { attentionFlops, forwardFlops, prefillFlops } from '../derivations'
import { formatNumber, Refusal } from '../units'
import { dashes } from './accent'
import { type Figure, figure, type Label } from './figure'
import { palette } from './palette'

export interface AttendingModel {
  readonly name: string
  readonly layers: number
  readonly queryHeads: number
  readonly headDim: number
  readonly activeParams: number
}

const shortest = 1e3
const longest = 3e6
const points = 71

/** Share of attention in the arithmetic of a prompt against its length; at most four models, the earliest first. */
export function attentionShare(models: readonly AttendingModel[]): Figure {
  if (models.length === 0 || models.length > dashes.length) {
    throw new Refusal(`${models.length} models in one figure: expected 1 to ${dashes.length}.`)
  }
  const sorted = [...models].sort((a, b) => halfway(a) - halfway(b))
  const [first, last] = [sorted[0] as AttendingModel, sorted.at(-1) as AttendingModel]
  const at = (model: AttendingModel): string => tokens(halfway(model))
  const others = first === last ? '' : `, in ${last.name} only at ${at(last)}`
  return figure({
    title: `In ${first.name} attention is half of the work of a prompt of ${at(first)}${others}`,
    caption:
      'Share of attention in the arithmetic of a whole causal prompt, against its length on a logarithmic axis. Below a tenth, leaving it out does little harm.',
    alt: `S-shaped curves from 0 to 100%, one a model; they pass one half at ${sorted.map((model) => `${at(model)} (${model.name})`).join(', ')}.`,
    x: { quantity: 'prompt', unit: 'token', log: true, range: [shortest, longest], marks },
    y: { quantity: 'attention, share of FLOPs', unit: '%', range: [0, 100] },
    data: sorted.map((model, i) => ({
      type: 'scatter',
      mode: 'lines',
      name: model.name,
      x: lengths,
      y: lengths.map((context) => 100 * share(model, context)),
      line: { color: palette.remat, width: 2, dash: dashes[i] },
      hovertemplate: `${model.name}: %{y:.1f}% at %{x:.3s} tokens<extra></extra>`,
    })),
    labels: sorted.map(nameBeside),
    milestones: [
      { y: 50, text: 'as much as the weights' },
      { y: 10, text: 'a tenth' },
    ],
  })
}

const lengths = Array.from({ length: points }, (_, i) => shortest * (longest / shortest) ** (i / (points - 1)))

const marks = [1e3, 1e4, 1e5, 1e6, 1e7].map((at) => [at, formatNumber(at)] as const)

const tokens = (count: number): string => `${formatNumber(Number(count.toPrecision(2)))} tokens`

// A little left of the curve, each lower than the one before; the last has room on its right.
function nameBeside(model: AttendingModel, i: number, all: readonly AttendingModel[]): Label {
  const isLast = i > 0 && i === all.length - 1
  const height = isLast ? 30 : 86 - 14 * i
  const at = lengthWith(model, height / 100)
  return { x: isLast ? at * 1.06 : at / 1.06, y: height, text: model.name, xanchor: isLast ? 'left' : 'right' }
}

const share = (model: AttendingModel, context: number): number =>
  1 - forwardFlops(model) / prefillFlops({ ...model, context })

/** The prompt of which attention is this share: linear, so known from one token. */
function lengthWith(model: AttendingModel, part: number): number {
  return ((part / (1 - part)) * 2 * forwardFlops(model)) / attentionFlops({ ...model, context: 1 })
}

const halfway = (model: AttendingModel): number => lengthWith(model, 0.5)
