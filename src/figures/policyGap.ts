// How far is a policy from knowing the future, in all it costs and in what could have been saved?
import { formatNumber, Refusal } from '../units'
import { accent, grey } from './accent'
import { type Figure, figure, type Trace } from './figure'
import { sixFigures } from './grid'

export interface PolicyCost {
  readonly policy: string
  /** USD for the trace, first accesses included */
  readonly total: number
}

export interface Foresight {
  /** USD: every reuse interval at its cheapest option */
  readonly clairvoyant: number
  /** USD: the first access of every block, which no policy can save */
  readonly compulsory: number
}

interface Gap {
  readonly policy: string
  readonly whole: number
  readonly avoidable: number
}

/** Two dots a policy: its total over the clairvoyant total, and the same without the compulsory part. */
export function policyGap(policies: readonly PolicyCost[], { clairvoyant, compulsory }: Foresight): Figure {
  const spare = clairvoyant - compulsory
  if (!(spare > 0)) throw new Refusal('With foresight nothing is left to pay for: there is no gap to draw.')
  const gaps = policies.map(
    ({ policy, total }): Gap => ({
      policy,
      whole: total / clairvoyant,
      avoidable: (total - compulsory) / spare,
    }),
  )
  const closest = gaps.reduce((one, other) => (other.whole < one.whole ? other : one), gaps[0] ?? refused())
  const most = Math.max(...gaps.map(({ avoidable }) => avoidable))
  return figure({
    title: `Closest, ${closest.policy}: ${times(closest.whole)} the cost of knowing the future, but ${times(closest.avoidable)} the part that can be avoided`,
    caption:
      'Cost over that of the clairvoyant, on a logarithmic axis: filled, the total; open, what goes beyond the first access of each block, which everybody pays.',
    alt: `Dot plot, cost over the clairvoyant, total and avoidable part: ${gaps.map(({ policy, whole, avoidable }) => `${policy} ${times(whole)} and ${times(avoidable)}`).join('; ')}.`,
    x: {
      quantity: 'times what knowing the future costs',
      unit: '1',
      log: true,
      range: [0.9, most * 2],
      marks: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
        .filter((at) => at <= most * 2)
        .map((at) => [at, `${at}×`] as const),
    },
    y: {
      quantity: '',
      unit: '',
      more: {
        type: 'category',
        categoryarray: policies.map(({ policy }) => policy).reverse(),
        ticks: '',
        showgrid: false,
      },
    },
    data: [
      ...gaps.map(
        ({ policy, whole, avoidable }): Trace => ({
          type: 'scatter',
          mode: 'lines',
          x: [sixFigures(whole), sixFigures(avoidable)],
          y: [policy, policy],
          line: { color: grey, width: 1 },
          hoverinfo: 'skip',
          showlegend: false,
        }),
      ),
      dots(gaps, 'whole', 'total', 'circle', 'top center'),
      dots(gaps, 'avoidable', 'avoidable part', 'circle-open', 'middle right'),
    ],
    milestones: [{ x: 1, text: 'future known' }],
    legend: true,
  })
}

function refused(): never {
  throw new Refusal('There is no policy to compare.')
}

function dots(
  gaps: readonly Gap[],
  of: 'whole' | 'avoidable',
  name: string,
  symbol: string,
  textposition: string,
): Trace {
  return {
    type: 'scatter',
    mode: 'markers+text',
    name,
    x: gaps.map((gap) => sixFigures(gap[of])),
    y: gaps.map(({ policy }) => policy),
    text: gaps.map((gap) => ` ${times(gap[of])}`),
    textposition,
    textfont: { size: 11 },
    marker: { color: accent, size: 11, symbol, line: { color: accent, width: 2 } },
    cliponaxis: false,
    hovertemplate: `%{y}, ${name}: %{x:.4g} times<extra></extra>`,
  }
}

const times = (ratio: number): string => `${ratio < 1.1 ? ratio.toFixed(3) : formatNumber(ratio, 2)}×`
