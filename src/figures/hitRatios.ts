// What does a cache hit cost beside plain input, list by list? A provider a row, a dot as large as its lists are many.
import { formatNumber, Refusal } from '../units'
import { accent } from './accent'
import { type Figure, figure } from './figure'

export interface ListedHit {
  readonly provider: string
  readonly model: string
  readonly period: string
  /** hit over input */
  readonly hit: number
}

/** `tenth` is what one is told to expect; the title counts the lists that keep it. */
export function hitRatios(lists: readonly ListedHit[], tenth = 0.1): Figure {
  const dots = dotsOf(lists)
  const [least, most] = [dots[0], dots.at(-1)]
  if (least === undefined || most === undefined) throw new Refusal('There is no price list to draw.')
  const atTenth = lists.filter(({ hit }) => Math.abs(hit / tenth - 1) < 1e-6).length
  const providers = [...new Set(dots.map(({ provider }) => provider))].reverse()
  return figure({
    title: `${atTenth} of ${lists.length} lists charge ${percent(tenth)} of input for a hit; the others run from ${percent(least.hit)} to ${percent(most.hit)}`,
    caption:
      'A dot is one ratio a provider lists, its number the lists that share it. The axis is logarithmic; hover for models and dates.',
    alt: `Dot plot of the price of a hit over the price of input, by provider: ${[...providers]
      .reverse()
      .map((provider) => `${provider} ${ratiosOf(dots, provider)}`)
      .join('; ')}.`,
    x: {
      quantity: 'price of a hit, as a share of the price of input',
      unit: '1',
      log: true,
      range: [least.hit / 1.6, most.hit * 1.6],
      marks,
    },
    y: { quantity: '', unit: '', more: { type: 'category', categoryarray: providers, ticks: '', showgrid: false } },
    data: [
      {
        type: 'scatter',
        mode: 'markers+text',
        name: 'hit over input',
        x: dots.map(({ hit }) => hit),
        y: dots.map(({ provider }) => provider),
        text: dots.map(({ members }) => (members.length > 1 ? String(members.length) : '')),
        textfont: { size: 11, color: '#FFFFFF' },
        marker: { color: accent, size: dots.map(({ members }) => 8 + 6 * Math.sqrt(members.length)) },
        hovertext: dots.map(
          ({ hit, members }) =>
            `${percent(hit)} of input<br>${members.map(({ model, period }) => `${model} (${period})`).join('<br>')}`,
        ),
        hoverinfo: 'text',
      },
    ],
    milestones: [{ x: tenth, text: percent(tenth) }],
  })
}

const marks = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3].map((at) => [at, percent(at)] as const)

interface Dot {
  readonly provider: string
  readonly hit: number
  readonly members: readonly ListedHit[]
}

/** Lists of one provider and ratio together, the lowest ratio first. */
function dotsOf(lists: readonly ListedHit[]): readonly Dot[] {
  const found = new Map<string, Dot>()
  for (const list of lists) {
    const key = `${list.provider} ${list.hit.toPrecision(6)}`
    found.set(key, { provider: list.provider, hit: list.hit, members: [...(found.get(key)?.members ?? []), list] })
  }
  return [...found.values()].sort((a, b) => a.hit - b.hit)
}

function ratiosOf(dots: readonly Dot[], provider: string): string {
  return dots
    .filter((dot) => dot.provider === provider)
    .map(({ hit, members }) => `${percent(hit)} (${members.length})`)
    .join(', ')
}

function percent(share: number): string {
  return `${formatNumber(100 * share, 2)}%`
}
