// Who wins when, on one line? A bar over the logarithm of the hold time, from a millisecond to a year.

import { envelopeInWords, placeOf, shortName } from '../../figures'
import type { Place } from '../../figures/palette'
import type { Interval } from '../../placement'
import { attributes, escapeHtml } from '../site/html'

const [shortest, longest] = [1e-3, 31_557_600]

export const ticks: readonly (readonly [seconds: number, name: string])[] = [
  [1e-3, '1 ms'],
  [1, '1 s'],
  [60, '1 min'],
  [3600, '1 h'],
  [86_400, '1 d'],
  [31_557_600, '1 y'],
]

/** From 0 at a millisecond to 1 at a year. */
export function along(seconds: number): number {
  const at = Math.log(seconds / shortest) / Math.log(longest / shortest)
  return Math.min(1, Math.max(0, at))
}

/** The other way: from 0 to 1 to seconds. */
export const momentOf = (share: number): number => shortest * (longest / shortest) ** share

export interface Stretch {
  readonly option: string
  readonly place: Place
  readonly from: number
  readonly to: number
}

export function stretches(envelope: readonly Interval[]): readonly Stretch[] {
  return envelope
    .map(({ option, from, to }) => ({
      option,
      place: placeOf(option),
      from: along(from),
      to: to === null ? 1 : along(to),
    }))
    .filter(({ from, to }) => to > from)
}

/** As HTML; wide stretches carry their name. */
export function stripHtml(envelope: readonly Interval[], named: boolean): string {
  const bars = stretches(envelope).map(({ option, place, from, to }) => {
    const style = `left:${percent(from)};width:${percent(to - from)};background:var(--${place})`
    const name = named && to - from > 0.12 ? escapeHtml(shortName(option)) : ''
    return `<span${attributes({ style, title: shortName(option) })}>${name}</span>`
  })
  const says = escapeHtml(envelopeInWords(envelope))
  return `<div class="strip"><span class="visually-hidden">${says}</span><div class="strip-bars" aria-hidden="true">${bars.join('')}</div></div>`
}

export function ticksHtml(): string {
  const marks = ticks.map(([seconds, name]) => `<span style="left:${percent(along(seconds))}">${name}</span>`)
  return `<div class="strip-ticks" aria-hidden="true">${marks.join('')}</div>`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`
}
