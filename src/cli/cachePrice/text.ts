// How does the answer of cache-price read? Hits, pauses and sessions, each a short table.
import type { CachePrice, CacheTariff, SessionAnswer, Strategy } from '../../lecture'
import { formatDuration, formatMoney, formatNumber, formatQuantity } from '../../units'
import { columns } from '../columns'
import type { Operator } from './operator'

export function priceLines(tariff: CacheTariff, answer: CachePrice): string[] {
  const { hitsToPayBack, wholeHits, breakEvenHitRate, meanPrice, longHitsToPayBack, pingsWorth } = answer
  const hits = (value: number | null): string =>
    value === null ? 'never: a hit is no cheaper than input' : formatNumber(value)
  return columns([
    ['hits that pay back a write', hits(hitsToPayBack), wholeHits === null ? '' : `in whole hits ${wholeHits}`],
    ...(breakEvenHitRate === null ? [] : [['share of requests that must hit', formatNumber(breakEvenHitRate), '']]),
    ...(meanPrice === undefined
      ? []
      : [[`mean price over a write and ${tariff.hits} hits`, formatNumber(meanPrice), 'of input']]),
    ...(longHitsToPayBack === undefined ? [] : [['hits that pay back the longer write', hits(longHitsToPayBack), '']]),
    ...(pingsWorth === undefined
      ? []
      : [['pings that cost as much as the longer write', formatNumber(pingsWorth), '']]),
  ])
}

export function pauseLines({ pause }: CacheTariff, strategies: readonly Strategy[] | undefined): string[] {
  if (pause === undefined || strategies === undefined) return []
  return ['', `Two uses ${formatDuration(pause)} apart, in units of the prompt's input price:`, ...rows(strategies)]
}

export function continuingLines({ pause }: CacheTariff, strategies: readonly Strategy[] | undefined): string[] {
  if (pause === undefined || strategies === undefined) return []
  return ['', 'The session goes on, its first write paid: the pause and the return alone:', ...rows(strategies)]
}

function rows(strategies: readonly Strategy[]): string[] {
  const cells = strategies.map(({ strategy, price, pings, says }) => [
    `  ${strategy}${pings === undefined ? '' : pings === 1 ? ', once' : `, ${pings} times`}`,
    formatNumber(price),
    says,
  ])
  return columns(cells, [1])
}

export function sessionLines(
  { pause = 0 }: CacheTariff,
  answer: SessionAnswer | undefined,
  turns: string | undefined,
  inputPrice: number | undefined,
): string[] {
  if (answer === undefined) return []
  const { tokens, strategies, notes } = answer
  const cells = strategies.map(({ strategy, price, pings }) => [
    `  ${strategy}${pings === undefined ? '' : `, ${pings} a pause`}`,
    inputPrice === undefined ? `${formatNumber(price)} tokens` : formatMoney(price * inputPrice),
    `${formatNumber(price / tokens)} of plain input`,
  ])
  return [
    '',
    `${turns} turns ${formatDuration(pause)} apart, ${formatNumber(tokens)} tokens of prompts in all:`,
    ...columns(cells, [1]),
    ...notes.map((note) => `  ${note}`),
  ]
}

export function operatorLines(operator: Operator | undefined): string[] {
  if (operator === undefined) return []
  const { model, accelerator, input, writePremium, longWritePremium, hit, storage, session = [] } = operator
  const money = (value: number): string => formatQuantity(value, 'USD/token')
  const perTime = (value: number): string => formatQuantity(value * 3600, 'USD/(token*h)')
  return [
    '',
    `${model} on ${accelerator}:`,
    ...columns([
      ['  ', 'buyer pays', 'operator pays', ''],
      ['  input', money(input.price), money(input.cost), 'the forward pass'],
      ['  write over input', money(writePremium.price), money(writePremium.cost), 'the keeping'],
      ...(longWritePremium === undefined
        ? []
        : [['  longer write over input', money(longWritePremium.price), money(longWritePremium.cost), 'the keeping']]),
      ['  hit', money(hit.price), money(hit.cost), 'the load'],
      ...(storage === undefined ? [] : [['  storage', perTime(storage.price), perTime(storage.cost), 'the keeping']]),
    ]),
    ...columns(
      session.map(({ strategy, price, cost }) => [
        `  ${strategy}`,
        formatMoney(price),
        formatMoney(cost),
        'the session',
      ]),
      [1, 2],
    ),
    `  Kept in ${writePremium.tier}, the cheapest; in HBM it would cost ${money(writePremium.costInMemory)}.`,
    '  Nobody waits for the load; host, network, failures and margins are left out.',
  ]
}
