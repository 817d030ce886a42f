// How does a reader see what would flip an answer? Each number with the factor that does, the best pair, and the box in which nothing does.
import { shortName } from '../../figures/place'
import { type Robustness, robustnessOf, type Single, type Turned } from '../../placement'
import { formatNumber, formatQuantity, parseQuantity } from '../../units'
import { table } from '../columns'
import type { Words } from '../words'
import type { Ask } from './ask'

export const flipFlags = {
  flips: { says: 'also what would change the winner: the factor of every number, of the best pair, and of all prices' },
  within: {
    takes: 'FACTOR',
    says: 'with --flips: prove the winner for every price within this factor, or say where not',
  },
} as const

export interface Flips {
  readonly server: Robustness
  readonly fleet: Robustness
}

export function flipsIn(words: Words, { asked }: Ask): Flips | undefined {
  const text = words.value('within')
  if (!words.has('flips') && text === undefined) return undefined
  const options = text === undefined ? {} : { within: parseQuantity(text, '1', '--within') }
  return { server: robustnessOf(asked, 'server', options), fleet: robustnessOf(asked, 'fleet', options) }
}

export function flipsText({ server, fleet }: Flips): string {
  return [
    `What would flip it: ${inWords(server.winner)} wins, until`,
    ...flipTable(server).map(indented),
    ...wrapped(besides(server)).map(indented),
    ...wrapped(summary(server)).map(indented),
    `In a fleet ${inWords(fleet.winner)} wins.`,
    ...wrapped([nearest(fleet), ...summary(fleet)]).map(indented),
  ].join('\n')
}

const indented = (line: string): string => `  ${line}`

const inWords = (option: string): string => (option === 'remat' ? 'rematerializing' : shortName(option))

/** `price of DDR5`. */
function nameOf(name: string): string {
  const [what = name, tier] = name.split(' of ')
  return tier === undefined ? what : `${what} of ${shortName(tier)}`
}

const turns = ({ up, down }: Single): readonly Turned[] => [up, down].filter((turn) => turn !== undefined)

function flipTable({ singles }: Robustness): readonly string[] {
  const rows = singles.flatMap((single) =>
    turns(single).map((turn, i) => [
      i === 0 ? nameOf(single.name) : '',
      factorOf(turn),
      thereOf(turn, single),
      `${shortName(turn.winner)}${turn.because === 'wait' ? ' *' : ''}`,
    ]),
  )
  return rows.length === 0 ? [] : table(['number', 'factor', 'then is', 'and wins'], rows, [1, 2])
}

/** Read as what is done to today's number: `x 7.49`, `/ 7.6`. */
const factorOf = ({ factor }: Turned): string => (factor === undefined ? '' : timesOf(factor))

// A factor next to 1 with two figures of what it is beyond.
function timesOf(factor: number): string {
  const size = Math.max(factor, 1 / factor)
  const digits = Math.max(3, 3 - Math.floor(Math.log10(size - 1)))
  return `${factor >= 1 ? 'x' : '/'} ${formatNumber(size, Math.min(12, digits))}`
}

/** A rating of drive writes a day as it is named. */
const thereOf = ({ value }: Turned, { unit }: Single): string =>
  unit === '1/s' ? `${formatNumber(value * day)}/day` : formatQuantity(value, unit)

const day = 86_400

function besides({ singles }: Robustness): readonly string[] {
  const firm = singles.filter((single) => turns(single).length === 0).map(({ name }) => nameOf(name))
  const late = singles.flatMap(turns).some(({ because }) => because === 'wait')
  return [
    ...(late ? ['* not by its cost: it comes in time, or the winner is late.'] : []),
    ...(firm.length === 0 ? [] : [`No factor up to 1000 that can be, each alone, of ${firm.join(', ')}.`]),
  ]
}

function summary({ winner, pair, prices, within, whyNot }: Robustness): readonly string[] {
  const { turn, certificate } = prices ?? {}
  const [, factor] = Object.values(certificate?.box.prices ?? {})[0] ?? []
  return [
    ...(pair === undefined ? [] : [`The best pair: ${pairInWords(pair)}.`]),
    ...(factor === undefined
      ? []
      : [`For every price within ${timesOf(factor)} ${inWords(winner)} wins: proved, each rival at its worst corner.`]),
    ...(turn === undefined
      ? []
      : [`At ${timesOf(turn.factor)} ${inWords(turn.winner)} can cost as little: ${waysInWords(turn.ways)}.`]),
    ...(within === undefined ? [] : [withinInWords(within)]),
    ...(whyNot === undefined ? [] : [whyNot]),
  ]
}

function pairInWords({ names, ways, factor, winner }: NonNullable<Robustness['pair']>): string {
  const moved = names.map((name, i) => `${nameOf(name)} ${timesOf(ways[i] === 'up' ? factor : 1 / factor)}`)
  return `${moved.join(' with ')}, then ${inWords(winner)}`
}

function waysInWords(ways: Readonly<Record<string, 'up' | 'down'>>): string {
  const going = (way: string): string => {
    const names = Object.keys(ways).filter((name) => ways[name] === way)
    return names.length === 0 ? '' : `${names.map(nameOf).join(', ')} ${way}`
  }
  return [going('up'), going('down')].filter((words) => words !== '').join('; ')
}

function withinInWords(found: NonNullable<Robustness['within']>): string {
  const [, factor = 1] = Object.values(found.box.prices)[0] ?? []
  const box = `Within ${timesOf(factor)}`
  if (found.kind === 'certificate') return `${box}: proved, ${inWords(found.winner)} wins at every price.`
  const corner = Object.entries(found.factors).map(([name, by]) => `${nameOf(name)} ${timesOf(by)}`)
  return `${box}: not at every price. ${inWords(found.rival)} wins at ${corner.join(', ')}.`
}

function nearest({ singles }: Robustness): string {
  const [first] = singles.flatMap((single) => turns(single).map((turn) => ({ single, turn })))
  if (first === undefined) return 'No number alone changes that.'
  const { single, turn } = first
  return `Nearest alone: ${nameOf(single.name)} ${factorOf(turn)} (${thereOf(turn, single)}), then ${inWords(turn.winner)}.`
}

/** Sentences as lines of at most 78 letters, so that they fit when they are set in. */
function wrapped(sentences: readonly string[]): readonly string[] {
  return sentences.flatMap((sentence) => {
    const lines: string[] = []
    for (const word of sentence.split(' ')) {
      const last = lines.at(-1)
      if (last !== undefined && last.length + 1 + word.length <= 78) lines[lines.length - 1] = `${last} ${word}`
      else lines.push(last === undefined ? word : `  ${word}`)
    }
    return lines
  })
}
