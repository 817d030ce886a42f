// When does a paused user return? A distribution of the pause as one gives it, and what is asked of it: who returns later, and how long all wait.
import { Refusal } from '../../units'
import { above, inverseMills } from './normal'

/** Times in s; `never` is the share of users who do not return at all (default 0). */
export type Returns =
  | { readonly kind: 'exponential'; readonly mean: number; readonly never?: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number; readonly never?: number }
  | { readonly kind: 'points'; readonly points: readonly SurvivalPoint[] }

/** The share of users who have not returned by a time; who is left at the last never returns. */
export interface SurvivalPoint {
  readonly time: number
  readonly share: number
}

export interface Law {
  /** the share of users who return, and later than `t` */
  readonly later: (t: number) => number
  /** its integral from 0 to `t`, in s */
  readonly waited: (t: number) => number
  /** the same over all time */
  readonly mean: number
  readonly never: number
  /** 1/s: bounds of the chance to return in the next second, of those still away between two times */
  readonly hazard: (from: number, to: number) => readonly [least: number, most: number]
  /** the only times at which anyone returns, where there are such */
  readonly atoms?: readonly number[]
  /** s, a usual pause */
  readonly scale: number
}

export function lawOf(returns: Returns): Law {
  if (returns.kind === 'points') return stepLaw(returns.points)
  const { never = 0 } = returns
  if (!(never >= 0 && never < 1)) {
    throw new Refusal(`The share who never return is ${never}: expected a share from 0 to below 1.`)
  }
  return returns.kind === 'exponential'
    ? exponential(positive(returns.mean, 'mean of the pause', 's'), never)
    : lognormal(
        positive(returns.median, 'median of the pause', 's'),
        positive(returns.sigma, 'sigma of the pause', '1'),
        never,
      )
}

/** The chance to return is the same at every age; that of someone still away falls, who may be one who never does. */
function exponential(mean: number, never: number): Law {
  const some = 1 - never
  const later = (t: number): number => some * Math.exp(-t / mean)
  const rate = (t: number): number => (never === 0 ? 1 / mean : later(t) / (later(t) + never) / mean)
  const waited = (t: number): number => -some * mean * Math.expm1(-t / mean)
  return { later, waited, mean: some * mean, never, hazard: (from, to) => [rate(to), rate(from)], scale: mean }
}

/** The chance to return rises to a peak and falls from there. */
function lognormal(median: number, sigma: number, never: number): Law {
  const some = 1 - never
  const standard = (t: number): number => Math.log(t / median) / sigma
  const mean = some * median * Math.exp((sigma * sigma) / 2)
  const later = (t: number): number => some * above(standard(t))
  const waited = (t: number): number => (t === 0 ? 0 : t * later(t) + mean * above(sigma - standard(t)))
  const rate = (t: number): number =>
    t === 0 || t === Number.POSITIVE_INFINITY ? 0 : inverseMills(standard(t)) / (sigma * t)
  const peak = median * Math.exp(sigma * peakOf(sigma))
  const returning = (t: number): number => (never === 0 ? 1 : later(t) / (later(t) + never))
  const hazard = (from: number, to: number): readonly [number, number] => {
    const most = from < peak && peak < to ? rate(peak) : Math.max(rate(from), rate(to))
    return [Math.min(rate(from), rate(to)) * returning(to), most * returning(from)]
  }
  return { later, waited, mean, never, hazard, scale: median }
}

// Where the slope of the logarithm of the rate is 0: inverseMills(z) - z falls from endless to 0 and meets sigma once.
function peakOf(sigma: number): number {
  let [low, high] = [-sigma - 40, 1 / sigma + 1]
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2
    if (inverseMills(middle) - middle > sigma) low = middle
    else high = middle
  }
  return low
}

/** Everyone who returns between two points returns at the later one. */
function stepLaw(points: readonly SurvivalPoint[]): Law {
  const all = checkedPoints(points)
  const never = (all.at(-1) as SurvivalPoint).share
  const sums = [0]
  all.slice(1).forEach(({ time }, i) => {
    const { time: from, share } = all[i] as SurvivalPoint
    sums.push((sums[i] as number) + (share - never) * (time - from))
  })
  const at = (t: number): number => all.filter(({ time }) => time <= t).length - 1
  const later = (t: number): number => (all[at(t)] as SurvivalPoint).share - never
  const waited = (t: number): number => {
    const i = at(t)
    const left = later(t)
    return (sums[i] as number) + (left === 0 ? 0 : left * (t - (all[i] as SurvivalPoint).time))
  }
  const mean = sums.at(-1) as number
  return {
    later,
    waited,
    mean,
    never,
    hazard: () => [0, Number.POSITIVE_INFINITY],
    atoms: all.slice(1).map(({ time }) => time),
    scale: mean,
  }
}

function checkedPoints(points: readonly SurvivalPoint[]): readonly SurvivalPoint[] {
  if (points.length === 0) throw new Refusal('The pauses have no points: expected times with the share still away.')
  let before: SurvivalPoint = { time: 0, share: 1 }
  const all = [before]
  points.forEach((point, i) => {
    const { time, share } = point
    if (!(time >= 0 && Number.isFinite(time)))
      throw new Refusal(`Point ${i + 1} is at ${time} s: expected a time from 0 on.`)
    if (!(share >= 0 && share <= 1))
      throw new Refusal(`The share at ${time} s is ${share}: expected a share from 0 to 1.`)
    if (share > before.share)
      throw new Refusal(`The share still away rises from ${before.share} to ${share} at ${time} s: it can only fall.`)
    if (time === 0 && share === 1 && i === 0) return
    if (time <= before.time)
      throw new Refusal(
        `The point at ${time} s comes after one at ${before.time} s: give each time once, rising from above 0.`,
      )
    before = point
    all.push(point)
  })
  if (before.share === 1) throw new Refusal('Nobody returns: expected a share below 1 at the last point.')
  return all
}

function positive(value: number, what: string, unit: string): number {
  if (value > 0 && Number.isFinite(value)) return value
  throw new Refusal(`The ${what} is ${value}${unit === '1' ? '' : ` ${unit}`}: expected a positive number.`)
}
