// When do sessions begin that have no common clock? Together, or at random at a rate: whoever replays them says so.
import { Refusal } from '../../units'
import { microsecondsPerSecond } from './request'
import { draws } from './synthetic/draw'

export type Arrival =
  | 'together'
  | {
      /** 1/s */
      readonly poisson: number
      readonly seed?: number
    }

/** By session, in the order of the file: the microsecond at which it begins. */
export function beginnings(arrival: Arrival | undefined): (session: number) => number {
  if (arrival === undefined || arrival === 'together') return () => 0
  const { poisson, seed = 1 } = arrival
  if (!(poisson > 0 && poisson < Number.POSITIVE_INFINITY)) {
    throw new Refusal(`Sessions arrive at ${poisson} a second: expected a rate above 0.`)
  }
  const draw = draws(seed)
  const starts = [0]
  return (session) => {
    while (starts.length <= session) {
      starts.push((starts.at(-1) as number) + Math.round(draw.wait(1 / poisson) * microsecondsPerSecond))
    }
    return starts[session] as number
  }
}

/** How sessions without a common clock were put on one, as a sentence. */
export function arrivalNote(clocks: number, arrival: Arrival | undefined): string {
  if (arrival === undefined)
    return `The ${clocks} sessions have no common clock: they are taken to start together. What a cache of a size hits hangs on how many run at a time: --arrival poisson:0.2/s starts them at random, --arrival together means it so.`
  if (arrival === 'together') return `The ${clocks} sessions have no common clock and start together, as asked.`
  const { poisson, seed = 1 } = arrival
  return `The ${clocks} sessions have no common clock: they start at random, ${poisson} a second on average (seed ${seed}).`
}
