// Which is cheapest for a buyer whose user pauses: sending again, writing once, keeping alive by reads, the longer cache?
import { formatNumber, Refusal } from '../units'
import { accent, grey } from './accent'
import { type Figure, figure, type Label, type Trace } from './figure'
import { spread } from './spread'

export interface PausePrice {
  readonly strategy: string
  /** first request and the one after the pause, in units of the input price */
  readonly price: number
}

const minute = 60
const headroom = 1.08
// In the order of their names: send again, write and ping, write once, write to the longer cache.
const looks: readonly { readonly color: string; readonly dash: string }[] = [
  { color: grey, dash: 'solid' },
  { color: accent, dash: 'solid' },
  { color: accent, dash: 'dot' },
  { color: accent, dash: 'dash' },
]

/** `strategiesAt` prices every strategy for a pause in seconds; drawn minute by minute, just before each expires. */
export function pauseCosts(
  strategiesAt: (pause: number) => readonly PausePrice[],
  name: string,
  longest = 75 * minute,
): Figure {
  const pauses = Array.from({ length: longest / minute }, (_, i) => (i + 1) * minute)
  const priced = pauses.map((pause) => new Map(strategiesAt(pause).map(({ strategy, price }) => [strategy, price])))
  const names = [...new Set(priced.flatMap((prices) => [...prices.keys()]))].sort()
  if (names.length > looks.length)
    throw new Refusal(`${names.length} strategies in one figure: expected at most ${looks.length}.`)
  const highest = Math.max(...priced.flatMap((prices) => [...prices.values()]))
  const best = winners(pauses, priced)
  return figure({
    title: `${name}: ${best.map((winner, i) => stretch(winner, i, best.length)).join(', ')}`,
    caption:
      'Two requests with the same prompt, a pause between them: what both cost together, in prices of one plain request. Steps: a cache expires, or one more read keeps it alive.',
    alt: `Step curves of cost against pause: ${names.map((each) => `${each} ${inWords(priced.map((prices) => prices.get(each)))}`).join('; ')}.`,
    x: { quantity: 'pause', unit: 'min', range: [0, longest / minute] },
    y: { quantity: 'cost of both requests, in plain requests', unit: '1', range: [0, highest * headroom] },
    data: names.map(
      (each, i): Trace => ({
        type: 'scatter',
        mode: 'lines',
        name: each,
        x: [0, ...pauses.map((pause) => pause / minute)],
        y: steps(priced.map((prices) => prices.get(each))),
        line: { shape: 'vh', width: 2.5, ...looks[i] },
        hovertemplate: `${each}: %{y:.2f} after %{x} min<extra></extra>`,
      }),
    ),
    labels: apart(
      names.map((each, i) => ({
        x: longest / minute,
        y: priced.at(-1)?.get(each) ?? 0,
        text: ` ${each}`,
        colour: looks[i]?.color ?? grey,
      })),
      highest,
    ),
    right: 175,
  })
}

interface Winner {
  readonly strategy: string
  readonly until: number
}

function stretch({ strategy, until }: Winner, at: number, count: number): string {
  if (count === 1) return `${strategy} is always cheapest`
  return `${strategy} ${at === count - 1 ? 'after that' : `up to ${until / minute} min`}`
}

// Labels keep apart along a logarithm, so this linear axis lends them its powers of two.
function apart(labels: readonly Label[], highest: number): Label[] {
  const raised = labels.map((label) => ({ ...label, y: 2 ** label.y }))
  return spread(raised, [1, 2 ** (highest * headroom)]).map((label) => ({ ...label, y: Math.log2(label.y) }))
}

/** The cheapest strategy pause by pause, with the last pause at which it is. */
function winners(pauses: readonly number[], priced: readonly ReadonlyMap<string, number>[]): readonly Winner[] {
  const cheapest = priced.map((prices) => [...prices].sort(([, a], [, b]) => a - b)[0]?.[0] ?? '')
  return pauses.flatMap((until, i) => {
    const strategy = cheapest[i] ?? ''
    return strategy === cheapest[i + 1] ? [] : [{ strategy, until }]
  })
}

// A step leads up to its pause, so each curve begins one pause before its first.
function steps(prices: readonly (number | undefined)[]): (number | null)[] {
  return [undefined, ...prices].map((price, i) => price ?? prices[i] ?? null)
}

function inWords(prices: readonly (number | undefined)[]): string {
  const [first, last] = [prices.find((price) => price !== undefined), prices.at(-1)]
  return first === last ? `always ${first}` : `from ${formatNumber(first ?? 0)} to ${formatNumber(last ?? 0)}`
}
