// Which mistake does a wrong answer look like? The usual ones of this subject have their own factors.
import { parseUnit } from '../units'
import { Refusal } from '../units/refusal'
import { type Reply, reply } from './reply'
import { written } from './written'

export interface Wanted {
  /** in base units */
  readonly answer: number
  readonly unit: string
  readonly tolerance: number
  readonly hints: Readonly<Record<string, number>>
}

interface Mistake {
  readonly factor: number
  readonly verdict: string
  readonly says: string
}

const common: readonly Mistake[] = [
  { factor: 2, verdict: 'off by 2', says: 'by a factor of 2 (keys and values? a multiply and an add?)' },
  { factor: 1000, verdict: 'off by 1000', says: 'by a factor of 1000, so check the prefix' },
]
// These are close to 1, so they are told apart only by an answer that is otherwise exact.
const binaryPrefixes: readonly Mistake[] = ['k', 'M', 'G', 'T'].map((si, power) => {
  const factor = 1.024 ** (power + 1)
  const says = `by a factor of ${factor.toFixed(3)} (${si.toUpperCase()}iB for ${si}B?)`
  return { factor, verdict: `off by ${factor.toFixed(3)}`, says }
})
const bits: Mistake = { factor: 8, verdict: 'off by 8', says: 'by a factor of 8 (bits for bytes?)' }

export function judge(given: number | string, wanted: Wanted): Reply {
  const { answer, unit, tolerance } = wanted
  try {
    const value = written(given, unit, 'The answer')
    if (!Number.isFinite(value)) return reply('unreadable', `${given} is not a finite number.`)
    if (near(value, answer, tolerance)) return reply('right', 'That is it.')
    if (hasRightNumber(given, wanted)) return wrongUnit(unit)
    return named(value, wanted) ?? reply('off', `Too ${value > answer ? 'high' : 'low'}.`)
  } catch (error) {
    if (!(error instanceof Refusal)) return reply('unreadable', 'The answer is neither a number nor text.')
    if (hasRightNumber(given, wanted)) return wrongUnit(unit)
    return reply(isQuantity(given) ? 'wrong unit' : 'unreadable', error.message)
  }
}

function wrongUnit(unit: string): Reply {
  return reply('wrong unit', `The number is right, but its unit is not: expected ${unit}.`)
}

// The number as it stands, whatever unit follows it.
function hasRightNumber(given: number | string, { answer, unit, tolerance }: Wanted): boolean {
  const bare = Number.parseFloat(String(given).replaceAll('_', ''))
  return typeof given === 'string' && near(bare * parseUnit(unit).scale, answer, tolerance)
}

function isQuantity(given: unknown): boolean {
  const unit = /^\s*[-+\d._eE]+\s*(\S.*)$/.exec(String(given))?.[1]
  try {
    return unit !== undefined && parseUnit(unit).scale > 0
  } catch {
    return false
  }
}

function named(value: number, { answer, unit, tolerance, hints }: Wanted): Reply | undefined {
  const own = Object.entries(hints).map(([name, factor]) => ({
    factor,
    verdict: `off by ${name}`,
    says: `by a factor of ${factor} (${name}?)`,
  }))
  const inBytes = parseUnit(unit).dimension.B === 1
  const found =
    [...own, ...common, ...(inBytes ? [bits] : [])].find(({ factor }) => isOff(value, answer, factor, tolerance)) ??
    binaryPrefixes.find(({ factor }) => inBytes && isOff(value, answer, factor, Math.min(tolerance, 0.005)))
  if (found === undefined) return undefined
  return reply(found.verdict, `Too ${value > answer ? 'high' : 'low'} ${found.says}.`)
}

function isOff(value: number, answer: number, factor: number, tolerance: number): boolean {
  return near(value, answer * factor, tolerance) || near(value, answer / factor, tolerance)
}

function near(value: number, wanted: number, tolerance: number): boolean {
  return Math.abs(value - wanted) <= tolerance * Math.abs(wanted)
}
