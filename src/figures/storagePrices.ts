// Which tier does a price of keeping look like? Lists as dots, tiers as lines, both in dollars for a byte and second.
import { formatNumber, formatQuantity, Refusal } from '../units'
import { accent } from './accent'
import { type Figure, figure } from './figure'
import { colourOf, shortName } from './place'

export interface ListedStorage {
  readonly model: string
  /** USD/(token*s) */
  readonly storage?: number
  readonly storageFrom?: 'listed' | 'cache writes'
}

export interface TierRung {
  readonly option: string
  /** USD/(B*s) */
  readonly holdPrice: number
}

const perGB = 1e9

/** The lists that sell storage, at an assumed size of a token, the dearest on top. */
export function storagePrices(
  lists: readonly ListedStorage[],
  rungs: readonly TierRung[],
  bytesPerToken: number,
): Figure {
  const dots = lists
    .flatMap(({ model: name, storage, storageFrom }) =>
      storage === undefined ? [] : [{ name, storageFrom, at: (storage / bytesPerToken) * perGB }],
    )
    .sort((a, b) => a.at - b.at)
  const [cheapest, dearest] = [dots[0], dots.at(-1)]
  const [top, bottom] = [rungs[0], rungs.at(-1)]
  if (!cheapest || !dearest || !top || !bottom)
    throw new Refusal('There is nothing to compare: expected lists with a price of storage, and tiers.')
  const above = dots.filter(({ at }) => at >= (rungs[1]?.holdPrice ?? 0) * perGB).length
  const size = formatQuantity(bytesPerToken, 'B')
  return figure({
    title: `At ${size} a token, ${above} of ${dots.length} lists keep it for more than ${shortName(rungs[1]?.option ?? top.option)} costs its owner`,
    caption:
      'A filled dot is a listed storage price, an open one what two cache writes differ by, over the difference of their lives. Lines: HBM by the rent of its device, the other tiers as their owner pays them. Another size of a token moves all dots together.',
    alt: `Dot plot of ${dots.length} lists by price of holding, from ${price(cheapest.at)} to ${price(dearest.at)}; tiers: ${rungs.map(({ option, holdPrice }) => `${shortName(option)} ${price(holdPrice * perGB)}`).join(', ')}.`,
    x: {
      quantity: 'price of holding',
      unit: 'USD/(GB*s)',
      log: true,
      range: [(bottom.holdPrice * perGB) / 3, Math.max(dearest.at, top.holdPrice * perGB) * 3],
    },
    y: {
      quantity: '',
      unit: '',
      more: { type: 'category', categoryarray: dots.map(({ name }) => name), ticks: '', tickfont: { size: 11 } },
    },
    data: (['listed', 'cache writes'] as const).map((from) => ({
      type: 'scatter',
      mode: 'markers',
      name: from,
      x: dots.filter(({ storageFrom }) => storageFrom === from).map(({ at }) => at),
      y: dots.filter(({ storageFrom }) => storageFrom === from).map(({ name }) => name),
      marker: {
        size: 10,
        color: accent,
        symbol: from === 'listed' ? 'circle' : 'circle-open',
        line: { width: 2, color: accent },
      },
      hovertemplate: '%{y}: %{x:.2e} USD/(GB·s)<extra></extra>',
    })),
    milestones: rungs.map(({ option, holdPrice }) => ({
      x: holdPrice * perGB,
      text: shortName(option).replace('NVMe ', ''),
      colour: colourOf(option),
    })),
    layout: { height: 130 + 22 * dots.length },
  })
}

const price = (value: number): string => `${formatNumber(value, 2)} USD/(GB·s)`
