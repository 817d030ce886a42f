// Where does a function cross zero, when no rearranging finds it? A scan for sign changes, then Brent's method.

/** Every sign change of `f` on [from, to], found on sub-intervals (24 a decade when from > 0, else 64), each narrowed by Brent. */
export function roots(f: (x: number) => number, [from, to]: readonly [number, number]): number[] {
  const count = from > 0 ? Math.ceil(24 * Math.log10(to / from)) : 64
  const at = (i: number): number => (from > 0 ? from * (to / from) ** (i / count) : from + ((to - from) * i) / count)
  const found: number[] = []
  let [x, y] = [from, f(from)]
  if (y === 0) found.push(x)
  for (let i = 1; i <= count; i++) {
    const [nextX, nextY] = [i === count ? to : at(i), f(i === count ? to : at(i))]
    if (nextY === 0) found.push(nextX)
    else if (y * nextY < 0) found.push(brent(f, x, nextX))
    ;[x, y] = [nextX, nextY]
  }
  return found
}

/** A root between a and b, where f has opposite signs. Brent (1973), "Algorithms for Minimization without Derivatives", ch. 4. */
export function brent(f: (x: number) => number, a: number, b: number): number {
  let [best, other, bestY, otherY] = [b, a, f(b), f(a)]
  let [previous, previousY] = [other, otherY]
  let step = best - other
  let last = step
  for (let i = 0; i < 200; i++) {
    if (bestY * previousY > 0) {
      ;[previous, previousY] = [other, otherY]
      step = best - other
      last = step
    }
    if (Math.abs(previousY) < Math.abs(bestY)) {
      ;[other, best, previous] = [best, previous, best]
      ;[otherY, bestY, previousY] = [bestY, previousY, bestY]
    }
    const tolerance = 2 * Number.EPSILON * Math.abs(best)
    const half = (previous - best) / 2
    if (Math.abs(half) <= tolerance || bestY === 0) return best
    const tried = interpolated({ best, other, previous, bestY, otherY, previousY, half })
    const take =
      Math.abs(last) >= tolerance &&
      Math.abs(otherY) > Math.abs(bestY) &&
      2 * tried.p < Math.min(3 * half * tried.q - Math.abs(tolerance * tried.q), Math.abs(last * tried.q))
    last = take ? step : half
    step = take ? tried.p / tried.q : half
    ;[other, otherY] = [best, bestY]
    best += Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance
    bestY = f(best)
  }
  return best
}

interface Bracket {
  readonly best: number
  readonly other: number
  readonly previous: number
  readonly bestY: number
  readonly otherY: number
  readonly previousY: number
  readonly half: number
}

// Secant where two points coincide, inverse quadratic otherwise; p is made positive.
function interpolated({ best, other, previous, bestY, otherY, previousY, half }: Bracket): { p: number; q: number } {
  const s = bestY / otherY
  let [p, q] = [2 * half * s, 1 - s]
  if (other !== previous) {
    const [t, r] = [otherY / previousY, bestY / previousY]
    p = s * (2 * half * t * (t - r) - (best - other) * (r - 1))
    q = (t - 1) * (r - 1) * (s - 1)
  }
  return p > 0 ? { p, q: -q } : { p: -p, q }
}
