// How does a reader see a replay? The trace, what each TTL costs in each tier, the bounds, and what a cache of a size hits.
import type { Replay } from '../../placement/replay'
import { formatDuration, formatMoney, formatNumber, formatQuantity } from '../../units'
import { table } from '../columns'
import { flowLines, needLines, needOf, sizingLines } from './flowText'

export function replayText(answer: Omit<Replay, 'kind'>, setting: string): string {
  const { trace, costs, capacity, sizing, conventions } = answer
  const section = (title: string, lines: readonly string[]): string[] => [
    '',
    title,
    ...lines.map((line) => `  ${line}`),
  ]
  return [
    `${setting}: ${headline(answer)}`,
    ...section('Trace', traceLines(trace)),
    ...section('USD for the trace, by TTL', ttlLines(costs)),
    ...section('Bounds and other policies (USD; beyond the first accesses)', policyLines(costs)),
    ...section('What a TTL finds, moves and holds', flowLines(answer)),
    ...section('What the best TTL of each tier takes', needLines(answer)),
    ...section('Hit ratio in blocks by size of the cache', [...capacityLines(capacity), ...arrivalLines(conventions)]),
    ...(sizing ? section('Tiers of a given size', sizingLines(sizing)) : []),
    ...section('Conventions', conventions),
  ].join('\n')
}

function headline(answer: Omit<Replay, 'kind'>): string {
  const { never, best } = answer.costs
  const { tier, ttlS, total } = best.reduce((cheapest, one) => (one.total < cheapest.total ? one : cheapest))
  if (ttlS === null) return `keeping nothing is cheapest, ${formatMoney(never)}.`
  const takes = needOf(answer, tier)
  return `${tier} for ${formatDuration(ttlS)} is the cheapest TTL, ${formatMoney(total)} against ${formatMoney(never)} for keeping nothing.${takes === undefined ? '' : ` It takes ${takes}.`}`
}

// What a size hits hangs on how many sessions run at a time, which no file of sessions says.
const arrivalLines = (conventions: readonly string[]): string[] =>
  conventions.filter((line) => /no common clock/.test(line))

function traceLines({ requests, accesses, uniqueBlocks, blockTokens, durationS, ...rest }: Replay['trace']): string[] {
  const { hitRatio, reuseS, reuseWithoutHottestS } = rest
  const quantiles = (name: string, p: typeof reuseS): string[] =>
    p === null
      ? []
      : [
          `${name} p10 ${formatDuration(p.p10)}, p50 ${formatDuration(p.p50)}, p90 ${formatDuration(p.p90)}, p99 ${formatDuration(p.p99)}`,
        ]
  const count = (value: number): string => formatNumber(value, 12)
  return [
    `${count(requests)} requests in ${formatDuration(durationS)}, ${count(accesses)} accesses to ${count(uniqueBlocks)} blocks of ${blockTokens} tokens`,
    `unlimited cache hits ${percent(hitRatio.block)} of blocks, ${percent(hitRatio.token)} of tokens, ${percent(hitRatio.request)} of the average request`,
    ...quantiles('reuse after', reuseS),
    ...quantiles('without the hottest block', reuseWithoutHottestS),
  ]
}

function ttlLines({ ttl, best }: Replay['costs']): string[] {
  const tiers = best.map(({ tier }) => tier)
  const times = [...new Set(ttl.map(({ ttlS }) => ttlS))]
  const cell = (tier: string, time: number): string => {
    const row = ttl.find((one) => one.tier === tier && one.ttlS === time)
    return row === undefined
      ? ''
      : `${formatMoney(row.total)}${row.error95 === undefined ? '' : ` ± ${formatMoney(row.error95)}`}`
  }
  return table(
    ['TTL', ...tiers],
    [
      ...times.map((time) => [formatDuration(time), ...tiers.map((tier) => cell(tier, time))]),
      [
        'best',
        ...best.map(({ total, ttlS }) => `${formatMoney(total)} (${ttlS === null ? 'nothing' : formatDuration(ttlS)})`),
      ],
    ],
    tiers.map((_, i) => i + 1),
  )
}

function policyLines({
  never,
  compulsory,
  clairvoyant,
  perBlock,
  schedule,
  skiRental,
  best,
}: Replay['costs']): string[] {
  const stages = schedule.stages.map(({ tier, untilS }) => `${tier} until ${formatDuration(untilS)}`).join(', ')
  const cheapest = best.reduce((one, other) => (other.total < one.total ? other : one))
  const rows: (readonly [string, number, string])[] = [
    ['nothing kept', never, ''],
    ...skiRental.flatMap(({ tier, ttlS, total, randomized, clairvoyant: known, bounds }) => [
      [
        `${tier} until rent = remat`,
        total,
        `${formatDuration(ttlS)}; ${times(total / known)} its clairvoyant${bounds ? `, proved at most ${times(bounds.total)}` : ''}`,
      ] as const,
      [
        `${tier} at random before`,
        randomized,
        `${times(randomized / known)}${bounds ? `, proved at most ${times(bounds.randomized)}` : ''}`,
      ] as const,
    ]),
    ['best TTL', cheapest.total, cheapest.tier],
    ['best demotion schedule', schedule.total, stages],
    ['best tier and TTL per block', perBlock.total, 'in hindsight'],
    ['clairvoyant', clairvoyant, 'no policy can cost less'],
    ['first accesses', compulsory, 'in every total'],
  ]
  return table(
    ['policy', 'total', 'avoidable', ''],
    rows.map(([name, total, note]) => [name, formatMoney(total), formatMoney(total - compulsory), note]),
    [1, 2],
  )
}

function capacityLines(capacity: Replay['capacity']): string[] {
  const cell = (ratio: number, error: number | undefined): string =>
    `${percent(ratio)}${error === undefined ? '' : ` ± ${percent(error)}`}`
  const named = capacity.some(({ where }) => where !== undefined)
  const compared = capacity.some(({ policies }) => policies !== undefined)
  return table(
    ['size', 'LRU', ...(compared ? ['block LRU', 'radix leaves'] : []), 'Belady', ...(named ? ['where'] : [])],
    capacity.map(({ bytes, lru, belady, policies, where = '', error95 }) => [
      formatQuantity(bytes, 'B'),
      cell(lru, error95?.lru),
      ...(policies ? [percent(policies.block), percent(policies.radix)] : []),
      cell(belady, error95?.belady),
      ...(named ? [where] : []),
    ]),
    [0, 1, 2, ...(compared ? [3, 4] : [])],
  )
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`
const times = (ratio: number): string => `${ratio.toFixed(2)}x`
