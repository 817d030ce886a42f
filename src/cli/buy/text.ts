// How does a reader see a purchase? What to buy and why, what it costs beside the alternatives, and how far it is proved.
import type { BoughtTier, Fullest, Purchase } from '../../placement/buy'
import type { Supply } from '../../placement/buy/linear'
import { formatDuration, formatMoney, formatNumber } from '../../units'
import { columns, table } from '../columns'

export function purchaseText(purchase: Purchase, carried: readonly Fullest[], setting: string): string {
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
  return [
    `${setting}: ${headline(purchase)}`,
    ...section('What to buy, and what waits there', tierLines(purchase)),
    ...section('What more of it would save', purchase.tiers.flatMap(worthLine)),
    ...section('What it costs', costLines(purchase)),
    ...section('Proof', proofLines(purchase)),
    ...section('Walked second by second: the fullest', walkLines(carried)),
    ...section('Conventions', purchase.notes),
  ].join('\n')
}

const hourly = (perSecond: number): string => `${formatMoney(perSecond * 3600)}/h`
const percent = (share: number): string => `${formatNumber(100 * share)} %`
const used = ({ count, share }: BoughtTier): boolean => (count !== undefined ? count > 0 : share > 0)

function headline({ tiers, cost }: Purchase): string {
  const parts = tiers.filter(({ count = 0 }) => count > 0).map(({ tier, count }) => `${count} x ${tier}`)
  const what = parts.length === 0 ? 'buy nothing' : `buy ${parts.join(', ')}`
  return `${what}; ${hourly(cost.total)} in all.`
}

function tierLines({ tiers }: Purchase): string[] {
  const bought = tiers.filter(used)
  const idle = tiers.filter((tier) => !used(tier)).map(({ tier }) => tier)
  const rows = bought.map((one) => [
    one.tier,
    one.count === undefined ? 'by the byte' : `${one.count}`,
    one.why?.binding ?? (one.count === undefined ? '' : 'whole'),
    hourly(one.parts + one.charges),
    percent(one.share),
    formatDuration(one.from),
    formatDuration(one.until),
    percent(one.most),
  ])
  const head = ['', 'parts', 'for', 'cost', 'finds', 'from', 'to', 'share']
  return [
    ...(rows.length === 0 ? [] : table(head, rows, [1, 3, 4, 5, 6, 7])),
    ...(rows.length === 0 ? [] : ['finds: of all that comes back; share: the most kept here of caches of one age']),
    ...(idle.length === 0 ? [] : [`not worth it: ${idle.join(', ')}`]),
  ]
}

const worth: Readonly<Partial<Record<Supply, readonly [per: number, text: string]>>> = {
  space: [1e12 * 3600, 'a TB of room'],
  reads: [1e9 * 3600, 'a GB/s of reads'],
  endurance: [1e9 * 3600, 'a GB/s of rated writes'],
  workload: [1e9 * 3600, 'a GB/s of rated workload'],
}

function worthLine({ tier, why }: BoughtTier): string[] {
  const [per, text] = (why && worth[why.binding]) ?? []
  return why === undefined || per === undefined ? [] : [`${tier}: ${formatMoney(why.shadowPrice * per)}/h for ${text}`]
}

function costLines({ cost, compulsory, nothing }: Purchase): string[] {
  return table(
    ['', 'cost'],
    [
      ['parts', hourly(cost.parts)],
      ['rent of room, loads and wear beside them', hourly(cost.charges)],
      ['recomputed, since it was not kept', hourly(cost.remat)],
      ['in all', hourly(cost.total)],
      ['keeping nothing', hourly(nothing)],
      ['first passes, whatever is bought', hourly(compulsory)],
    ],
    [1],
  )
}

function proofLines({ bound, gap, relaxed, cost, branches }: Purchase): string[] {
  const exact = (perSecond: number): string => `${formatNumber(perSecond * 3600, 7)} USD/h`
  return [
    ...columns([
      ['this purchase', exact(cost.total)],
      ['none costs less, without rounding', exact(bound)],
      ['with fractions of parts', exact(relaxed)],
    ]),
    `gap ${gap < 1e-9 ? '0' : formatNumber(100 * gap)} % after ${branches} branches`,
  ]
}

function walkLines(carried: readonly Fullest[]): string[] {
  const used = carried.filter(({ space, reads }) => space + reads > 0)
  return used.length === 0
    ? []
    : table(
        ['', 'room', 'reads'],
        used.map(({ tier, space, reads }) => [tier, percent(space), reads > 0 ? percent(reads) : '']),
        [1, 2],
      )
}
