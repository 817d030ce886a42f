// How does a reader see a placement? The answer first, then costs, winners, the numbers behind them and what is left out.
import { rentalRule } from '../../catalog'
import { shortName } from '../../figures/place'
import type { Interval, Placement } from '../../placement'
import { formatDuration, formatMoney } from '../../units'
import { columns, table } from '../columns'
import { knownFact, knownText, originText } from '../known'
import { isPlaced, tierCells, tierHead, tierRow } from '../tierRow'
import type { Ask } from './ask'
import { notesOf } from './json'
import { inputsOf } from './sources'

/** Placements of one question: at the stall that was set, or with loads hidden and with everything waiting. */
export interface Ends {
  readonly main: Placement
  /** absent where a stall was set, or cannot be counted */
  readonly stalled?: Placement
  readonly whyNot?: string
}

export function placementText(ends: Ends, ask: Ask): string {
  const { subject, machine, devices, unplaced } = ask
  const { main, stalled, whyNot } = ends
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
  return [
    `${subject.name} on ${devices} x ${machine.id}, quiet for ${formatDuration(main.holdTime)}: ${headline(ends)}`,
    ...section('USD per million tokens', costLines(ends)),
    ...section('Cheapest by hold time', [
      ...(stalled === undefined
        ? [race(main.envelope)]
        : columns([
            ['loads hidden (stall 0)', race(main.envelope)],
            ['devices wait (stall 1)', race(stalled.envelope)],
          ])),
    ]),
    ...section('Numbers used (~ of low confidence)', numberLines(main, ask)),
    ...section('Rental price', rentalLines(ask)),
    ...section('Tiers (~ some number behind it is of low confidence)', tierLines(ask)),
    ...section(
      'Not placed',
      unplaced.map(({ because }) => because),
    ),
    ...section('Notes', [
      // What is said of one end only, that loads are hidden, is not true of both.
      ...notesOf(main, ask).filter((note) => stalled === undefined || notesOf(stalled, ask).includes(note)),
      ...(whyNot === undefined ? [] : [`Waiting devices (stall 1) are not shown: ${whyNot}`]),
    ]),
  ].join('\n')
}

function headline({ main, stalled }: Ends): string {
  const wait = (option: string): string =>
    option === 'remat' ? 'delete it and rematerialize' : `wait in ${shortName(option)}`
  if (stalled === undefined || stalled.best === main.best) return `${wait(main.best)}.`
  return `${wait(main.best)} if loads are hidden, ${wait(stalled.best)} if devices wait for them.`
}

/** `HBM until 30 ms, DDR5 until 2.98 s, then disk`. */
function race(envelope: readonly Interval[]): string {
  const until = envelope.map(({ option, to }, i) => {
    const name = shortName(option)
    if (to !== null) return `${name} until ${formatDuration(to)}`
    return i === 0 ? `${name} for ever` : `then ${name}`
  })
  return until.join(', ')
}

function costLines({ main, stalled }: Ends): string[] {
  const inTime = main.perToken.some(({ meetsDeadline }) => meetsDeadline !== undefined)
  const loads = main.perToken.some(({ loadTime }) => loadTime !== undefined)
  const head = [
    'option',
    'basis',
    ...['hold', 'retrieve', 'write', 'total'],
    ...(stalled === undefined ? [] : ['total, devices wait']),
    ...(loads ? ['load time'] : []),
    ...(inTime ? ['in time'] : []),
  ]
  const rows = main.perToken.map(({ option, basis, hold, retrieve, write, total, loadTime, meetsDeadline }, i) => [
    option,
    basis,
    ...[hold, retrieve, write, total].map(perMillion),
    ...(stalled === undefined ? [] : [perMillion(stalled.perToken[i]?.total ?? Number.NaN)]),
    ...(loads ? [loadTime === undefined ? 'unknown' : formatDuration(loadTime)] : []),
    ...(inTime ? [meetsDeadline === undefined ? 'unknown' : meetsDeadline ? 'yes' : 'no'] : []),
  ])
  return table(head, rows, [2, 3, 4, 5, 6, 7])
}

const perMillion = (perToken: number): string => formatMoney(perToken * 1e6)

function numberLines(placement: Placement, ask: Ask): string[] {
  const rows = Object.entries(inputsOf(placement, ask)).map(([name, known]) => [
    name,
    knownText(known),
    originText(known),
  ])
  return columns(rows, [1])
}

function rentalLines({ machine, given }: Ask): string[] {
  const quote = machine.facts.devicePrice
  if (quote === undefined || given.devicePrice !== undefined) return []
  const known = knownFact(quote)
  return [
    `${knownText(known)} a device: ${originText(known)}, one of ${machine.quotes.length} quotes.`,
    `Rule: ${rentalRule}`,
  ]
}

function tierLines({ tiers }: Ask): string[] {
  return table(tierHead, tiers.filter(isPlaced).map(tierRow).map(tierCells), [2, 3, 4, 5, 6])
}
