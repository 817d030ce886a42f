// By which factor is a mistaken weight off, at a short and at a long context?
import { formatNumber, Refusal } from '../units'
import { accent, grey } from './accent'
import { type Figure, figure, type Trace } from './figure'

/** A mistaken weight over the right one, at two contexts. */
export interface Mistake {
  readonly name: string
  readonly short: number
  readonly long: number
}

/** A mistake hides at a length where it is off by less than `near`, if at the other it is off by `far` or more. */
const [near, far] = [1.1, 1.5]

/** One row a mistake: an open dot at the short context, a filled one at the long, and the right answer as a line. */
export function mistakeFactors(mistakes: readonly Mistake[], contexts: { short: number; long: number }): Figure {
  const [least, most] = [Math.min(...sizes(mistakes)), Math.max(...sizes(mistakes))]
  if (!(least > 0 && least <= most && most < Number.POSITIVE_INFINITY)) {
    throw new Refusal('Each mistake needs two factors above 0: there is no other place for it on a logarithmic axis.')
  }
  const rows = [...mistakes].reverse()
  const tokens = { short: `${formatNumber(contexts.short)} tokens`, long: `${formatNumber(contexts.long)} tokens` }
  const dots = (length: 'short' | 'long', symbol: string): Trace => ({
    type: 'scatter',
    mode: 'markers',
    name: `at ${tokens[length]}`,
    x: rows.map((row) => row[length]),
    y: rows.map(({ name }) => name),
    marker: { symbol, size: 11, color: accent, line: { width: 2, color: accent } },
    hovertemplate: `%{x:.3g} times the weight at ${tokens[length]}<extra></extra>`,
  })
  const hidden = mistakes.filter(hides).length
  const span = `from ${formatNumber(least, 2)} to ${formatNumber(most, 2)} times the right weight`
  return figure({
    title: hidden > 0 ? `${hidden} of ${mistakes.length} mistakes hide at one length` : `The mistakes give ${span}`,
    caption: `Mistaken weight over the right one, on a logarithmic axis; on the dotted line it is right. Open: at ${tokens.short}; filled: at ${tokens.long}. A mistake hides if it is within ten percent at one length and off by half or more at the other.`,
    alt: `Dot plot of ${mistakes.length} mistakes, ${span}: ${mistakes.map(({ name, short, long }) => `${name} ${formatNumber(short, 2)} and ${formatNumber(long, 2)}`).join('; ')}.`,
    x: { quantity: 'mistaken over right weight', unit: '1', log: true, range: [least / 1.6, most * 1.6], marks },
    y: { quantity: '', unit: '', more: { type: 'category', ticks: '', tickfont: { size: 11 } } },
    data: [
      {
        type: 'scatter',
        mode: 'lines',
        x: rows.flatMap(({ short, long }) => [short, long, null]),
        y: rows.flatMap(({ name }) => [name, name, null]),
        line: { color: grey, width: 1 },
        hoverinfo: 'skip',
        showlegend: false,
      },
      dots('short', 'circle-open'),
      dots('long', 'circle'),
    ],
    milestones: [{ x: 1, text: 'right', layer: 'above' }],
    legend: true,
    layout: { height: 190 + 24 * rows.length },
  })
}

const marks = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100].map((at) => [at, formatNumber(at)] as const)

const sizes = (mistakes: readonly Mistake[]): number[] => mistakes.flatMap(({ short, long }) => [short, long])

function hides({ short, long }: Mistake): boolean {
  const off = [short, long].map((factor) => Math.max(factor, 1 / factor))
  return Math.min(...off) < near && Math.max(...off) >= far
}
