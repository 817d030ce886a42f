// Which cost turns the answer? A bar of winners for the bare bill, one for each cost added to it, one for all.
import type { Flip } from '../placement'
import { formatDuration } from '../units'
import type { Figure } from './figure'
import { shortName } from './place'
import { winnerStrip } from './winnerStrip'
import { listed } from './words'

/** `flipsOf` says what to draw; the title names what turns the answer at its hold time. */
export function flips(found: readonly Flip[]): Figure {
  const holdTime = found[0]?.placement.holdTime ?? 300
  const strips = found.map(({ label, placement }) => ({
    label,
    placement: { envelope: placement.cheapestEnvelope },
  }))
  return winnerStrip(strips, { holdTime, title: titleOf(found, formatDuration(holdTime)) })
}

function titleOf(found: readonly Flip[], pause: string): string {
  const [bare] = found
  const turned = found.filter(({ flips, cost }) => flips && cost !== undefined)
  const before = shortName(bare?.cheapest ?? 'remat')
  if (turned.length === 0) return `For ${pause} ${before} is cheapest, whatever else is counted`
  const names = listed(turned.map(({ label, cheapest }) => `${label.replace('+ ', '')} (${shortName(cheapest)})`))
  return `For ${pause} holding and retrieving say ${before}; turned by ${names}`
}
