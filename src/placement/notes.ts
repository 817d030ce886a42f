// Under which conventions does an answer hold, and what does it leave out?
import { formatDuration } from '../units'
import type { Numbers } from './candidate'
import type { PlacedOption } from './place'
import type { Asking } from './question'
import type { WaitLimit } from './wait'

const priced = { all: 'on all bytes of the device', 'after-weights': 'on the bytes left after the weights' }

/** Each a sentence. */
export function notesOf(
  { attention = 'attend', memory = 'all', writes = 'wear' }: Asking,
  at: Numbers,
  options: readonly PlacedOption[],
  limit: WaitLimit,
): string[] {
  return [
    typeof memory === 'string'
      ? `HBM is priced by the rent of whole devices, ${priced[memory]}.`
      : `HBM is priced as the part ${memory.id}.`,
    at.stall === 0
      ? 'Loads are hidden: no device waits (stall 0).'
      : `Loads stall ${at.stall} of the devices' time while they last.`,
    attention === 'leave-out'
      ? 'The attention term of rematerialization is left out.'
      : 'Rematerialization includes attention over the context.',
    writes === 'wear'
      ? 'Writing to flash costs the endurance it uses up, where a rating is known.'
      : 'Writes are free.',
    ...stripeNote(options),
    ...limitNote(options, limit),
    'Left out: queueing saved by a hit, contention, and host and network where no path is given.',
  ]
}

function stripeNote(options: readonly PlacedOption[]): string[] {
  const several = options.flatMap(({ option, drives }) => (drives === undefined ? [] : [`${drives} x ${option}`]))
  return several.length === 0 ? [] : [`Parts are read side by side: ${several.join(', ')}.`]
}

function limitNote(options: readonly PlacedOption[], { seconds, rule }: WaitLimit): string[] {
  if (options.every(({ inTime }) => inTime)) return []
  return [
    rule === 'deadline'
      ? 'Options too slow for the deadline are left out of the race.'
      : `Options slower than rematerializing (${formatDuration(seconds)}, the time of a request included) are left out of the race.`,
  ]
}
