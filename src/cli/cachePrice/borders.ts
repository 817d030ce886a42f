// How do the borders over the pause read? Who wins up to when, and how far pings carry.
import type { PauseBorder, PauseBorders } from '../../lecture'
import { formatDuration, formatNumber } from '../../units'
import { columns } from '../columns'

export function borderLines(borders: PauseBorders | undefined): string[] {
  if (borders === undefined) return []
  const { lastReturn, continuing, longerFrom } = borders
  return [
    '',
    'Cheapest by the pause before a last return:',
    ...winnerRows(lastReturn),
    ...pingLines(lastReturn),
    'and where the session goes on:',
    ...winnerRows(continuing),
    ...pingLines(continuing),
    ...(longerFrom === undefined
      ? []
      : [`  Above ${time(longerFrom)} the longer cache costs less than pings, while it lives.`]),
  ]
}

function winnerRows({ winners }: PauseBorder): string[] {
  return columns(winners.map(({ strategy, to }) => [to === null ? '  longer' : `  to ${time(to)}`, strategy]))
}

function pingLines({ rival, pings: found }: PauseBorder): string[] {
  if (found === undefined) return []
  const { pings, until, continuous } = found
  const instead = { 'send again': 'sending again', 'write again': 'writing again' }[rival]
  if (pings === null || until === null || continuous === null) return [`  Pings cost nothing beside ${instead}.`]
  if (pings === 0) return []
  const many = pings === 1 ? '1 ping beats' : `${pings} pings beat`
  return [`  ${many} ${instead} up to ${time(until)} (${time(continuous)} if they were divisible).`]
}

// Lives are sold in minutes: 62.5 min says more than 1.04 h.
const time = (seconds: number): string =>
  seconds < 7200 ? `${formatNumber(seconds / 60)} min` : formatDuration(seconds)
