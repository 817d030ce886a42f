// How is an envelope said in one sentence?
import type { Interval, Placement } from '../placement'
import { formatDuration } from '../units'
import { shortName } from './place'

/** `HBM is cheapest up to 18 ms, DDR5 up to 3 min, then rematerialize`. */
export function envelopeInWords(envelope: readonly Interval[]): string {
  const parts = envelope.map(({ option, to }, i) => {
    const name = `${shortName(option)}${i === 0 ? ' is cheapest' : ''}`
    if (to !== null) return `${name} up to ${formatDuration(to)}`
    return i === 0 ? `${name} at every hold time` : `then ${shortName(option)}`
  })
  return parts.join(', ')
}

/** Among which options the envelope was sought: `no slower than rematerializing`; empty where all are in time. */
export function raceInWords({ limit, perToken }: Pick<Placement, 'limit' | 'perToken'>): string {
  if (perToken.every(({ inTime }) => inTime)) return ''
  return limit.rule === 'remat' ? ' no slower than rematerializing' : ` within ${formatDuration(limit.seconds)}`
}

/** The option that wins at a hold time. */
export function winnerAt(envelope: readonly Interval[], holdTime: number): string {
  const found = envelope.find(({ to }) => to === null || holdTime < to)
  return found?.option ?? 'remat'
}

/** `a, b and c` */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
