// How are uncertain numbers drawn? Each from a stream of its own by the seed, plainly or one from every layer (Latin hypercube).
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { Refusal } from '../../units'
import { checkedRange, placing, type Ranges } from './range'

export interface Drawing {
  /** default 10,000 */
  readonly samples?: number
  /** the same seed draws the same numbers on every machine (default 1) */
  readonly seed?: number
  /** `latin` (default): every number is drawn once from each of so many equally likely layers */
  readonly method?: 'plain' | 'latin'
}

export const usualSamples = 10_000
/** An uncertain share is then known to 0.0002, and drawing more only takes memory. */
const mostSamples = 5_000_000

/** The next `count` draws of each range into its column. */
export type Draw = (columns: readonly Float64Array[], count: number) => void

/** What every drawing needs to know, or a refusal. */
export function checkedDrawing({ samples = usualSamples, seed = 1, method = 'latin' }: Drawing): Required<Drawing> {
  if (!Number.isInteger(samples) || samples < 1) {
    throw new Refusal(`${samples} samples cannot be drawn: expected a whole number, 1 or more.`)
  }
  if (samples > mostSamples) {
    throw new Refusal(`${samples} samples are more than are drawn: expected at most ${mostSamples}.`)
  }
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw new Refusal(`The seed is ${seed}: expected a whole number from 0 to ${2 ** 32 - 1}.`)
  }
  return { samples, seed, method }
}

/** In blocks of any size, `samples` in all; a column does not depend on those after it. */
export function drawer(ranges: Ranges, drawing: Drawing = {}): Draw {
  const { samples, seed, method } = checkedDrawing(drawing)
  const source = xoroshiro128plus(seed)
  const fills = Object.entries(ranges).map(([name, range]) => {
    // 2^64 numbers farther on, so that no two streams meet.
    source.jump()
    const stream = source.clone()
    const [shares, place] = [
      method === 'plain' ? plain(stream) : latin(stream, samples),
      placing(checkedRange(name, range)),
    ]
    return (column: Float64Array, count: number): void => {
      shares(column, count)
      place(column, count)
    }
  })
  return (columns, count) => {
    for (const [i, fill] of fills.entries()) fill(columns[i] as Float64Array, count)
  }
}

/** Every draw of every range, by name. */
export function drawn(ranges: Ranges, drawing: Drawing = {}): Record<string, Float64Array> {
  const { samples } = checkedDrawing(drawing)
  const columns = Object.keys(ranges).map(() => new Float64Array(samples))
  drawer(ranges, drawing)(columns, samples)
  return Object.fromEntries(Object.keys(ranges).map((name, i) => [name, columns[i] as Float64Array]))
}

type Stream = ReturnType<typeof xoroshiro128plus>
/** Shares between 0 and 1, neither included. */
type Fill = (column: Float64Array, count: number) => void

const unit = 2 ** -32
const share = (stream: Stream): number => ((stream.next() >>> 0) + 0.5) * unit

function plain(stream: Stream): Fill {
  return (column, count) => {
    for (let i = 0; i < count; i++) column[i] = share(stream)
  }
}

function latin(stream: Stream, samples: number): Fill {
  const layers = shuffled(samples, stream)
  let next = 0
  return (column, count) => {
    for (let i = 0; i < count; i++) column[i] = ((layers[next++] as number) + share(stream)) / samples
  }
}

function shuffled(count: number, stream: Stream): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const other = uniformInt(stream, 0, i)
    const moved = order[i] as number
    order[i] = order[other] as number
    order[other] = moved
  }
  return order
}
