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
  const place = placing(range)
  const cell = new Float64Array(1)
  return (share) => {
    cell[0] = share
    place(cell, 1)
    return cell[0] as number
  }
}

/** Shares between 0 and 1 become, in place, the values below which such shares of the range lie. A loop of its own for each kind. */
export function placing(range: Range): (shares: Float64Array, count: number) => void {
  switch (range.kind) {
    case 'lognormal':
      return ofLognormal(range)
    case 'triangular':
      return ofTriangular(range)
    case 'uniform':
      return ofUniform(range)
    case 'discrete':
      return ofChoice(range)
  }
}

type Placing = ReturnType<typeof placing>
type Kind<K extends Range['kind']> = Extract<Range, { readonly kind: K }>

// From the middle to the 95 % point in standard deviations.
const spanned = normalQuantile(0.95)

function ofLognormal({ low, high, most }: Kind<'lognormal'>): Placing {
  const middle = (Math.log(low) + Math.log(high)) / 2
  const deviation = (Math.log(high) - Math.log(low)) / (2 * spanned)
  // What is above is cut off, and the rest made whole again.
  const below =
    most === undefined ? 1 : shareBelow(most, (share) => Math.exp(middle + deviation * normalQuantile(share)))
  return (shares, count) => {
    for (let i = 0; i < count; i++) {
      shares[i] = Math.exp(middle + deviation * normalQuantile((shares[i] as number) * below))
    }
  }
}

/** By halving: `value` rises with the share. */
function shareBelow(most: number, value: (share: number) => number): number {
  let [low, high] = [0, 1]
  for (let half = 0.5; half > low && half < high; half = (low + high) / 2) {
    if (value(half) < most) low = half
    else high = half
  }
  return low
}

function ofTriangular({ low, mode, high }: Kind<'triangular'>): Placing {
  const [rise, fall, width] = [mode - low, high - mode, high - low]
  const turn = rise / width
  return (shares, count) => {
    for (let i = 0; i < count; i++) {
      const share = shares[i] as number
      shares[i] = share < turn ? low + Math.sqrt(share * width * rise) : high - Math.sqrt((1 - share) * width * fall)
    }
  }
}

function ofUniform({ low, high }: Kind<'uniform'>): Placing {
  return (shares, count) => {
    for (let i = 0; i < count; i++) shares[i] = low + (shares[i] as number) * (high - low)
  }
}

function ofChoice({ values, weights = values.map(() => 1) }: Kind<'discrete'>): Placing {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const sorted = Float64Array.from(order, (i) => values[i] as number)
  let sum = 0
  const upTo = Float64Array.from(order, (i) => {
    sum += weights[i] as number
    return sum / all
  })
  return (shares, count) => {
    for (let i = 0; i < count; i++) {
      let k = 0
      while (k < sorted.length - 1 && (shares[i] as number) >= (upTo[k] as number)) k++
      shares[i] = sorted[k] as number
    }
  }
}
