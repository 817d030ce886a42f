// Where may a number lie that is not known exactly? A distribution, given as people know it, and the value below each share of it.
import { Refusal } from '../../units'
import { normalQuantile } from './normal'

export type Range =
  /** one in twenty lies below `low`, one in twenty above `high`; nothing above `most` */
  | { readonly kind: 'lognormal'; readonly low: number; readonly high: number; readonly most?: number }
  /** nothing outside of low and high, `mode` the likeliest */
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  /** nothing outside of low and high, all alike */
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  /** one of these, as often as its weight says (all alike) */
  | { readonly kind: 'discrete'; readonly values: readonly number[]; readonly weights?: readonly number[] }

export type Ranges = Readonly<Record<string, Range>>

/** The range itself, or a refusal that says what is wrong with it. */
export function checkedRange(name: string, range: Range): Range {
  if (range.kind === 'discrete') return checkedChoice(name, range)
  const { kind, low, high } = range
  const points = { low, ...(kind === 'triangular' && { mode: range.mode }), high }
  for (const [point, value] of Object.entries(points)) {
    if (!Number.isFinite(value))
      throw new Refusal(`The range of ${name} has ${point} ${value}: expected a finite number.`)
  }
  if (low > high) throw new Refusal(`The range of ${name} has low ${low} above high ${high}: give the lower one first.`)
  if (low === high) throw new Refusal(`The range of ${name} is only ${low}: set it as a number.`)
  if (kind === 'triangular' && !(range.mode >= low && range.mode <= high)) {
    throw new Refusal(`The range of ${name} has its mode ${range.mode} outside of ${low} to ${high}.`)
  }
  if (kind === 'lognormal' && low <= 0) {
    throw new Refusal(
      `The range of ${name} is log-normal from ${low}: expected a positive number, or a uniform or triangular range.`,
    )
  }
  return range
}

function checkedChoice(name: string, range: Extract<Range, { kind: 'discrete' }>): Range {
  const { values, weights = values.map(() => 1) } = range
  if (values.length < 2) throw new Refusal(`The range of ${name} has ${values.length} values: expected two or more.`)
  if (weights.length !== values.length) {
    throw new Refusal(
      `The range of ${name} has ${values.length} values but ${weights.length} weights: give one of each.`,
    )
  }
  const odd = [...values, ...weights].find((value) => !Number.isFinite(value)) ?? weights.find((weight) => weight < 0)
  if (odd !== undefined)
    throw new Refusal(`The range of ${name} has ${odd} in it: expected finite values and no negative weight.`)
  if (!(weights.reduce((sum, weight) => sum + weight, 0) > 0)) {
    throw new Refusal(`The range of ${name} has only weights of 0: expected a positive one.`)
  }
  return range
}

/** The value below which a share of the range lies, as a function of the share. */
export function quantileOf(range: Range): (share: number) => number {
  switch (range.kind) {
    case 'lognormal':
      return ofLognormal(range)
    case 'triangular':
      return ofTriangular(range)
    case 'uniform': {
      const { low, high } = range
      return (share) => low + share * (high - low)
    }
    case 'discrete':
      return ofChoice(range)
  }
}

// From the middle to the 95 % point in standard deviations.
const spanned = normalQuantile(0.95)

function ofLognormal({ low, high, most }: Extract<Range, { kind: 'lognormal' }>): (share: number) => number {
  const middle = (Math.log(low) + Math.log(high)) / 2
  const deviation = (Math.log(high) - Math.log(low)) / (2 * spanned)
  const value = (share: number): number => Math.exp(middle + deviation * normalQuantile(share))
  if (most === undefined) return value
  const below = shareBelow(most, value)
  return (share) => value(share * below)
}

/** What is above is cut off, and the rest made whole again. */
function shareBelow(most: number, value: (share: number) => number): number {
  let [low, high] = [0, 1]
  while (high - low > 1e-16) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (value(middle) < most) low = middle
    else high = middle
  }
  return low
}

function ofTriangular({ low, mode, high }: Extract<Range, { kind: 'triangular' }>): (share: number) => number {
  const [rise, fall, width] = [mode - low, high - mode, high - low]
  const turn = rise / width
  return (share) =>
    share < turn ? low + Math.sqrt(share * width * rise) : high - Math.sqrt((1 - share) * width * fall)
}

function ofChoice({
  values,
  weights = values.map(() => 1),
}: Extract<Range, { kind: 'discrete' }>): (share: number) => number {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  const steps = order.map((i) => {
    sum += weights[i] as number
    return { value: values[i] as number, upTo: sum / all }
  })
  return (share) => (steps.find(({ upTo }) => share < upTo) ?? steps.at(-1))?.value as number
}
