// What does a token of a decode step cost, and which resource sets the price? Cost against batch.
import type { Declared } from '../algebra'
import { balancedBatch, computeTime, kvTime, sequencesThatFit, tokenCost, weightTime } from '../derivations'
import { formatMoney, formatNumber, Refusal } from '../units'
import { accent, grey } from './accent'
import { type Figure, figure, type Label, type Trace } from './figure'
import { palette } from './palette'
import { type Decode, ofStep } from './step'

/** USD/Mtoken at a batch */
type Cost = (batch: number) => number
type Costs = Readonly<Record<'weights' | 'kv' | 'arithmetic' | 'total', Cost>>

const largest = 4096
const batches = Array.from({ length: 49 }, (_, i) => largest ** (i / 48))

/** Decode cost per token against the sequences in a step, with its three parts, up to the batch that fills HBM. */
export function roofline(decode: Decode): Figure {
  const costs = costsOf(decode)
  const most = fitting(decode)
  const full = Math.min(Math.floor(most), largest)
  const balanced = ofStep(balancedBatch, decode, largest)
  const [dear, cheap] = [formatMoney(costs.total(1)), formatMoney(costs.total(full))]
  return figure({
    title: `Batching takes a million tokens from ${dear} to ${cheap} (batch of ${formatNumber(full)}); there ${binding(costs, full)} sets the price`,
    caption: `Decode at ${formatNumber(decode.context)} tokens of context on ${decode.devices} devices, at peak rates. The cost is the larger of arithmetic and of the two reads together; only the share of the weights falls with the batch.`,
    alt: `Log-log curves of cost per million tokens against batch: reading weights falls as 1/batch, reading KV and arithmetic are flat; the total falls from ${dear} to ${cheap}.`,
    x: { quantity: 'sequences in a step', unit: '1', log: true, range: [1, largest], marks: powersOfFour },
    y: { quantity: 'cost', unit: 'USD/Mtoken', log: true, range: heightOf(costs), marks: decades },
    data: [
      curve('reading weights', costs.weights, { color: palette.hbm, dash: 'dash' }),
      curve('reading KV', costs.kv, { color: palette.hbm, dash: 'dot' }),
      curve('arithmetic', costs.arithmetic, { color: palette.remat, dash: 'dashdot' }),
      curve('total', costs.total, { color: grey, width: 4 }, full),
      {
        ...curve('balanced batch', costs.weights, {}),
        mode: 'markers',
        x: [balanced],
        y: [costs.weights(balanced)],
        marker: { size: 9, color: accent },
      },
    ],
    labels: labelsOf(costs, balanced),
    milestones: most < largest ? [{ x: most, text: `HBM is full: ${formatNumber(full)}` }] : [],
  })
}

function costsOf(decode: Decode): Costs {
  const { devices, devicePrice } = decode
  const share =
    (time: Declared): Cost =>
    (batch) =>
      (1e6 * ofStep(time, decode, batch) * devices * devicePrice) / batch
  return {
    weights: share(weightTime),
    kv: share(kvTime),
    arithmetic: share(computeTime),
    total: (batch) => 1e6 * ofStep(tokenCost, decode, batch),
  }
}

/** Sequences whose caches fit beside the weights. */
function fitting(decode: Decode): number {
  const sequences = ofStep(sequencesThatFit, decode, 1)
  if (sequences >= 1) return sequences
  const { devices, context } = decode
  throw new Refusal(`${devices} devices have no room for the weights and one sequence of ${context} tokens: give more.`)
}

function binding({ weights, kv, arithmetic }: Costs, batch: number): string {
  if (arithmetic(batch) >= weights(batch) + kv(batch)) return 'arithmetic'
  return kv(batch) >= weights(batch) ? 'reading KV' : 'reading weights'
}

function curve(name: string, cost: Cost, style: object, last: number = largest): Trace {
  const x = [...batches.filter((batch) => batch < last), last]
  const hovertemplate = `${name}: $%{y:.3g}/Mtoken at batch %{x:.3s}<extra></extra>`
  return { type: 'scatter', mode: 'lines', name, x, y: x.map(cost), line: { width: 2, ...style }, hovertemplate }
}

function labelsOf({ weights, kv, arithmetic, total }: Costs, balanced: number): Label[] {
  const hbm = { colour: palette.hbm }
  return [
    { x: 1.15, y: kv(1), text: 'reading KV', yanchor: 'bottom', ...hbm },
    { x: 1.15, y: arithmetic(1), text: 'arithmetic', colour: palette.remat, yanchor: 'bottom' },
    { x: 1500, y: weights(1500), text: 'reading weights ', xanchor: 'right', yanchor: 'top', ...hbm },
    { x: 6, y: total(6), text: '  total', yanchor: 'bottom' },
    {
      x: balanced,
      y: weights(balanced),
      text: `  balanced batch: ${formatNumber(balanced)}`,
      yanchor: 'bottom',
      colour: accent,
    },
  ]
}

function heightOf(costs: Costs): [number, number] {
  const ends = Object.values(costs).flatMap((cost) => [cost(1), cost(largest)])
  return [Math.min(...ends) / 1.6, Math.max(...ends) * 1.6]
}

const powersOfFour = Array.from({ length: 7 }, (_, i) => [4 ** i, formatNumber(4 ** i)] as const)
const decades = [0.001, 0.01, 0.1, 1, 10, 100, 1000].map((at) => [at, `$${at}`] as const)
