// How does a reader see a placement? The answer first, then costs, winners, the numbers behind them and what is left out.
import { rentalRule } from '../../catalog'
import { shortName } from '../../figures/place'
import type { Interval, PlacedOption, Placement } from '../../placement'
import { ratingsIn } from '../../placement/question'
import { formatDuration, formatMoney } from '../../units'
import { columns, tables } from '../columns'
import { dateText, knownText, originText } from '../known'
import { ratedLines, ratedTitle } from '../ratedRow'
import { storeRow, type TierRow, tierCells, tierHead } from '../tierRow'
import type { Ask } from './ask'
import { knownIn } from './json'

/** Placements of one question: at the stall that was set, or with loads hidden and with everything waiting. */
export interface Ends {
  readonly main: Placement
  /** absent where a stall was set, or cannot be counted */
  readonly stalled?: Placement
  readonly whyNot?: string
}

export interface Shown {
  readonly width: number
  readonly sources: boolean
}

/** `width` of the page; `sources` says where each number comes from, not only of when it is. */
export function placementText(ends: Ends, ask: Ask, { width, sources }: Shown): string {
  const { model, accelerator, devices, unplaced } = ask.resolved
  const { main, stalled, whyNot } = ends
  const page = width - 2
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`.trimEnd())]
  return [
    `${model} on ${devices} x ${accelerator}, quiet for ${formatDuration(main.holdTime)}: ${headline(ends)}`,
    beside(ends),
    ...section('USD per million tokens', costLines(ends, page)),
    ...section('The same where many share parts, and the wait', standingLines(ends, page)),
    ...section('Cheapest in time, by hold time', [
      ...(stalled === undefined
        ? [race(main.envelope)]
        : columns([
            ['loads hidden (stall 0)', race(main.envelope)],
            ['devices wait (stall 1)', race(stalled.envelope)],
          ])),
    ]),
    ...section('Numbers used (~ of low confidence)', numberLines(main, ask, sources)),
    ...section('Rental price', rentalLines(ask, sources)),
    ...section('Tiers (~ some number behind it is of low confidence)', tierLines(ask, page)),
    ...section(ratedTitle, ratedLines(rowsIn(ask), main.inputs.bytesPerToken)),
    ...section(
      'Not placed',
      unplaced.map(({ because }) => because),
    ),
    ...section('Notes', [
      // What is said of one end only, that loads are hidden, is not true of both.
      ...main.notes.filter((note) => stalled === undefined || stalled.notes.includes(note)),
      ...(whyNot === undefined ? [] : [`Waiting devices (stall 1) are not shown: ${whyNot}`]),
    ]),
  ].join('\n')
}

function headline({ main, stalled }: Ends): string {
  if (stalled === undefined || stalled.best === main.best) return `${wait(main.best)}.`
  return `${wait(main.best)} if loads are hidden, ${wait(stalled.best)} if devices wait for them.`
}

function wait(option: string): string {
  if (option === 'remat') return 'delete it and rematerialize'
  const [tier = option, front] = option.split('+remat')
  return front === undefined ? `wait in ${shortName(option)}` : `keep its back in ${shortName(tier)}, compute its front`
}

/** What the first line stands for, and the other winner with its wait. */
function beside({ main, stalled }: Ends): string {
  const { limit } = main
  const rule =
    limit.rule === 'price'
      ? 'The wait at its price'
      : limit.rule === 'remat'
        ? `No slower than rematerializing, ${formatDuration(limit.seconds)} with the time of a request`
        : Number.isFinite(limit.seconds)
          ? `Within the ${formatDuration(limit.seconds)} given`
          : 'However long it takes'
  const other = (placement: Placement): string => {
    const option = placement.perToken.find((one) => one.option === placement.cheapest)
    const wait = option?.loadTime === undefined ? 'a wait that is not known' : formatDuration(option.loadTime)
    return `${placement.cheapest === 'remat' ? 'rematerializing' : shortName(placement.cheapest)}, after ${wait}`
  }
  const [hidden, waiting] = [other(main), stalled === undefined ? other(main) : other(stalled)]
  const cheapest = hidden === waiting ? hidden : `${hidden}; if devices wait, ${waiting}`
  return `${rule}. The cheapest at any wait: ${cheapest}.`
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

const allShares = ['hold', 'retrieve', 'residency', 'write', 'capital', 'wait', 'remat', 'other'] as const
type Share = (typeof allShares)[number]

/** What each option costs one server, share by share; a share that nobody pays is left out. */
function costLines({ main: { perToken } }: Ends, page: number): string[] {
  // What rematerializing alone pays for is its total.
  const pays = ({ option }: PlacedOption, name: Share): boolean => name !== 'remat' || option !== 'remat'
  const shares = allShares.filter((name) => perToken.some((option) => (option[name] ?? 0) !== 0 && pays(option, name)))
  const rows = perToken.map((option) => [
    option.option,
    ...shares.map((name) => perMillion(option[name] ?? 0)),
    perMillion(option.total),
  ])
  return tables(['option', ...shares, 'total'], rows, range(1, shares.length + 2), page)
}

/** What decides between options beside that: a fleet's bill and what binds it, waiting devices, the user's wait. */
function standingLines({ main, stalled }: Ends, page: number): string[] {
  const head = [
    ...['option', 'basis', 'in a fleet', 'binding'],
    ...(stalled === undefined ? [] : ['stalled']),
    ...['wait', 'in time'],
  ]
  const rows = main.perToken.map(({ option, basis, fleet, total, binding, loadTime, inTime }, i) => [
    ...[option, basis, perMillion(fleet?.total ?? total), binding],
    ...(stalled === undefined ? [] : [perMillion(stalled.perToken[i]?.total ?? Number.NaN)]),
    loadTime === undefined ? 'unknown' : formatDuration(loadTime),
    inTime ? 'yes' : loadTime === undefined ? 'unknown' : 'no',
  ])
  return tables(head, rows, [2, ...range(4, head.length - 1)], page)
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

const perMillion = (perToken: number): string => formatMoney(perToken * 1e6)

function numberLines(placement: Placement, ask: Ask, sources: boolean): string[] {
  const rows = Object.entries(knownIn(placement, ask)).map(([name, known]) => [
    name,
    knownText(known),
    sources ? originText(known) : dateText(known),
  ])
  return columns(rows, [1])
}

function rentalLines({ resolved }: Ask, sources: boolean): string[] {
  const { provenance, machine } = resolved
  const { devicePrice: known } = provenance
  if (known === undefined || machine.record === undefined || known.asOf === undefined) return []
  return [
    `${knownText(known)} a device: ${originText(known)}, one of ${machine.record.quotes.length} quotes.`,
    ...(sources ? [`Rule: ${rentalRule}`] : []),
  ]
}

const tierLines = (ask: Ask, page: number): string[] =>
  tables(tierHead, rowsIn(ask).map(tierCells), [2, 3, 4, 5, 6], page)

function rowsIn({ resolved, question }: Ask): TierRow[] {
  const ratings = ratingsIn(question)
  return resolved.tiers.map((store) => storeRow(store, ratings))
}
