// Under which conventions does an answer hold, and what does it leave out?
import type { Numbers } from './candidate'
import type { Question } from './question'

/** Each a sentence; `dropped` says that options missed the deadline. */
export function notesOf(
  { context, memory = 'all', writes = 'wear', deadline }: Question,
  at: Numbers,
  dropped: boolean,
): string[] {
  const priced = { all: 'on all bytes of the device', 'after-weights': 'on the bytes left after the weights' }
  return [
    typeof memory === 'string'
      ? `HBM is priced by the rent of whole devices, ${priced[memory]}.`
      : `HBM is priced as the part ${memory.id}.`,
    at.stall === 0
      ? 'Loads are hidden: no device waits (stall 0).'
      : `Loads stall ${at.stall} of the devices' time while they last.`,
    context === undefined
      ? 'The attention term of rematerialization is left out: give a context.'
      : 'Rematerialization includes attention over the context.',
    writes === 'wear'
      ? 'Writing to flash costs the endurance it uses up, where a rating is known.'
      : 'Writes are free.',
    ...(deadline !== undefined && dropped ? ['Options too slow for the deadline are left out of the race.'] : []),
    'Left out: queueing saved by a hit, contention, and host and network where no path is given.',
  ]
}
