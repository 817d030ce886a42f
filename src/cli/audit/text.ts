// How does a reader see an audit? The bill by model, whether the log agrees, the pauses, and what other ways would have cost.
import type { Audit } from '../../lecture/audit'
import { formatDuration, formatNumber } from '../../units'
import { table } from '../columns'

export function auditText(answer: Omit<Audit, 'kind'>): string {
  const { calls, sessions, from, to, models, billed, pauses, expired, ways, notes } = answer
  const section = (title: string, lines: readonly string[]): string[] => [
    '',
    title,
    ...lines.map((line) => `  ${line}`),
  ]
  return [
    `${count(calls, 'call')} in ${count(sessions, 'session')} from ${day(from)} to ${day(to)}: ${usd(billed.total)} by the price lists.`,
    ...(answer.logged === undefined ? [] : [loggedLine(answer.logged)]),
    ...section('Billed, USD', billLines(models)),
    ...(pauses === null ? [] : section('Pauses', pauseLines(pauses, expired))),
    ...section('What the same calls would have cost', wayLines(ways, billed.total)),
    ...section('Conventions', notes),
  ].join('\n')
}

const usd = (amount: number): string => `$${amount.toFixed(2)}`
const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10)
const many = (value: number): string => formatNumber(value, 12)
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const count = (value: number, what: string): string => `${many(value)} ${what}${value === 1 ? '' : 's'}`

/** To the cent, or by how much they differ. */
function loggedLine({ usd: said, calls, byList }: NonNullable<Audit['logged']>): string {
  const difference = said - byList
  const of = `${count(calls, 'call')} of it`
  return Math.abs(difference) < 0.005
    ? `The log says ${usd(said)} of ${of}: the same to the cent.`
    : `The log says ${usd(said)} of ${of}, the lists ${usd(byList)}: ${usd(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'} in the log.`
}

function billLines(models: Audit['models']): string[] {
  const cents = (amount: number): string => amount.toFixed(2)
  return table(
    ['model', 'list', 'calls', 'input', 'read', 'written', 'written longer', 'output', 'total'],
    models.map(({ model, list, period, calls, bill }) => [
      model,
      period === undefined ? list : `${list} of ${period}`,
      many(calls),
      ...[bill.input, bill.read, bill.write, bill.longWrite, bill.output, bill.total].map(cents),
    ]),
    [2, 3, 4, 5, 6, 7, 8],
  )
}

function pauseLines(pauses: NonNullable<Audit['pauses']>, { calls, tokens, usd: lost }: Audit['expired']): string[] {
  const { p50, p90, p99, longest, above5min, above1h } = pauses
  return [
    `${count(pauses.count, 'pause')}: p50 ${formatDuration(p50)}, p90 ${formatDuration(p90)}, p99 ${formatDuration(p99)}, longest ${formatDuration(longest)}; ${percent(above5min)} above 5 min, ${percent(above1h)} above 1 h`,
    `after a pause ${many(tokens)} tokens were written again in ${count(calls, 'call')}, ${usd(lost)} more than reading them`,
  ]
}

function wayLines(ways: Audit['ways'], billed: number): string[] {
  return table(
    ['way', 'USD', 'against the bill', ''],
    ways.map(({ way, bill, pings }) => [
      way,
      bill.total.toFixed(2),
      billed === 0 ? '' : `${bill.total >= billed ? '+' : ''}${percent(bill.total / billed - 1)}`,
      pings === undefined ? '' : count(pings, 'ping'),
    ]),
    [1, 2],
  )
}
