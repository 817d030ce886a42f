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
  const [whole, avoidable] = [spanOf(gaps, 'whole'), spanOf(gaps, 'avoidable')]
  return figure({
    title: `${upper(said(whole))} what knowing the future costs in total, but ${said(avoidable)} in the part that can be avoided`,
    caption:
      'Cost over that of the clairvoyant, on a logarithmic axis: filled, the total; open, what goes beyond the first access of each block, which everybody pays.',
    alt: `Dot plot, cost over the clairvoyant, total and avoidable part: ${gaps.map(({ policy, whole, avoidable }) => `${policy} ${times(whole)} and ${times(avoidable)}`).join('; ')}.`,
    x: {
      quantity: 'times what knowing the future costs',
      unit: '1',
      log: true,
      range: [0.45, avoidable.most * 2],
      marks: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
        .filter((at) => at <= avoidable.most * 2)
        .map((at) => [at, `${at}×`] as const),
    },
    y: {
      quantity: '',
      unit: '',
      range: [gaps.length - 0.5, -0.7],
      more: { showticklabels: false, ticks: '', showgrid: false },
    },
    data: [
      ...gaps.map(
        ({ whole, avoidable }, row): Trace => ({
          type: 'scatter',
          mode: 'lines',
          x: [sixFigures(whole), sixFigures(avoidable)],
          y: [row, row],
          line: { color: grey, width: 1 },
          hoverinfo: 'skip',
          showlegend: false,
        }),
      ),
      dots(gaps, 'whole', 'total', 'circle', 'middle left'),
      dots(gaps, 'avoidable', 'avoidable part', 'circle-open', 'middle right'),
    ],
    labels: gaps.map(({ policy, whole }, row) => ({
      x: whole,
      y: row - 0.12,
      text: policy,
      yanchor: 'bottom' as const,
    })),
    milestones: [{ x: 1, text: 'future known' }],
    legend: true,
  })
}

interface Span {
  readonly least: number
  readonly most: number
}

function spanOf(gaps: readonly Gap[], of: 'whole' | 'avoidable'): Span {
  if (gaps.length === 0) throw new Refusal('There is no policy to compare.')
  const ratios = gaps.map((gap) => gap[of])
  return { least: Math.min(...ratios), most: Math.max(...ratios) }
}

const said = ({ least, most }: Span): string =>
  least === most ? times(least) : `from ${times(least)} to ${times(most)}`
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

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
    y: gaps.map((_, row) => row),
    text: gaps.map((gap) => ` ${times(gap[of])} `),
    textposition,
    textfont: { size: 11 },
    marker: { color: accent, size: 11, symbol, line: { color: accent, width: 2 } },
    cliponaxis: false,
    hovertext: gaps.map((gap) => `${gap.policy}, ${name}: ${times(gap[of])}`),
    hoverinfo: 'text',
  }
}

const times = (ratio: number): string => `${ratio < 1.1 ? ratio.toFixed(3) : formatNumber(ratio, 2)}×`
