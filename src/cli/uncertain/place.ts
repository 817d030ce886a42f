// How does a reader see the odds of a placement? The likeliest option, every option's odds and bounds, what decides, and whose ranges.
import { shortName } from '../../figures/place'
import { wrapped } from '../../figures/theme'
import { type OptionOdds, placeUncertain, type UncertainPlacement } from '../../placement'
import { usualTimes } from '../../placement/uncertain/place'
import { formatDuration, formatMoney } from '../../units'
import { table } from '../columns'
import type { Ask } from '../place/ask'
import { type Asked, unitOfRange } from './asked'
import { percent, rangeCells, shareCell } from './cells'

const marks = [0.01, 1, 60, 600, 3600, 86_400, 2_629_800]
const words = ['10 ms', '1 s', '1 min', '10 min', '1 h', '1 day', 'month']
const times = [...new Set([...usualTimes, ...marks])].sort((a, b) => a - b)
const mostShown = 8

export const oddsAsked = ({ question }: Ask, { ranges, drawing }: Asked): UncertainPlacement =>
  placeUncertain(question, { ranges, times, ...drawing })

export function oddsText(odds: UncertainPlacement, { resolved }: Ask): string {
  const { model, accelerator, devices } = resolved
  const { best, options, holdTime, drawing, notes } = odds
  const sure = options.find(({ option }) => option === best)?.best ?? 0
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
  return [
    `${model} on ${devices} x ${accelerator}, quiet for ${formatDuration(holdTime)}:`,
    `${best === 'remat' ? 'deleting it' : shortName(best)} is the cheapest in time in ${percent(sure)} of ${drawing.samples} draws.`,
    ...section('How often the cheapest in time, at any wait; USD per million tokens', optionLines(options)),
    ...section('How often cheapest in time, by hold time', timeLines(odds)),
    ...section(`What decides: the lead of ${shortName(best)} over the next option`, decidingLines(odds)),
    ...section('Ranges', rangeLines(odds)),
    ...section(
      'Notes',
      notes.flatMap((note) => wrapped(note, 76).map((line, i) => (i === 0 ? line : `  ${line}`))),
    ),
  ].join('\n')
}

function optionLines(options: readonly OptionOdds[]): string[] {
  const rows = options.map(({ option, best, cheapest, inTime, low, middle, high }) => [
    option,
    ...[best, cheapest, inTime].map(percent),
    ...[low, middle, high].map((cost) => formatMoney(cost * 1e6)),
  ])
  return table(['option', 'cheapest', 'any wait', 'in time', '5 %', 'half', '95 %'], rows, [1, 2, 3, 4, 5, 6])
}

function timeLines({ options }: UncertainPlacement): string[] {
  const rows = options
    .map(({ option, bestAt }) => ({ option, at: marks.map((mark) => bestAt[times.indexOf(mark)] ?? 0) }))
    .filter(({ at }) => at.some((share) => share > 0))
    .map(({ option, at }) => [option, ...at.map((share) => (share === 0 ? '·' : percent(share)))])
  return table(['option', ...words], rows, [1, 2, 3, 4, 5, 6, 7])
}

function decidingLines({ matters }: UncertainPlacement): string[] {
  if (matters === undefined) return []
  const rows = [...matters.indices]
    .sort((a, b) => b.total.value - a.total.value)
    .slice(0, mostShown)
    .map(({ name, first, total }) => [
      name,
      shareCell(first),
      shareCell(total),
      matters.flip.includes(name) ? 'yes' : '',
    ])
  return table(['share of the variance', 'by itself', 'with others', 'flips alone'], rows, [1, 2])
}

function rangeLines({ ranges }: UncertainPlacement): string[] {
  const rows = Object.entries(ranges).map(([name, { origin, ...range }]) => [
    name,
    ...rangeCells(range, unitOfRange(name)),
    origin === 'given' ? 'given' : 'ours',
  ])
  return table(['nine of ten times', 'from', 'to', 'whose'], rows, [1, 2])
}

/** The odds in shares, costs in USD/token. */
export function oddsJson(odds: UncertainPlacement): Readonly<Record<string, unknown>> {
  const { best, options, times, ranges, matters, drawing, notes } = odds
  return { best, options, times, ranges, matters: matters ?? null, drawing, notes }
}
