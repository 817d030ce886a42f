// Where is a function of a few numbers least? Nelder and Mead's simplex: no derivatives, so absolute errors may have corners.

type Point = readonly number[]
interface Corner {
  readonly at: Point
  readonly value: number
}

/** A point near `start` with the least value, after so many evaluations at the most; the first simplex is `step` wide. */
export function minimize(value: (at: Point) => number, start: Point, { step = 0.3, most = 400 } = {}): Point {
  let left = most
  const corner = (at: Point): Corner => {
    left--
    return { at, value: value(at) }
  }
  let corners = [start, ...start.map((_, axis) => start.map((x, i) => (i === axis ? x + step : x)))].map(corner)
  while (left > 0) {
    corners.sort((a, b) => a.value - b.value)
    const [best, worst] = [corners[0] as Corner, corners.at(-1) as Corner]
    if (width(corners) < 1e-3) return best.at
    const others = corners.slice(0, -1)
    const towards = (share: number): Corner => corner(along(centre(others), worst.at, share))
    const mirrored = towards(-1)
    const found = mirrored.value < best.value ? lesser(towards(-2), mirrored) : mirrored
    if (found.value < (others.at(-1) as Corner).value) {
      corners = [...others, found]
      continue
    }
    const inner = towards(found.value < worst.value ? -0.5 : 0.5)
    corners =
      inner.value < Math.min(found.value, worst.value)
        ? [...others, inner]
        : [best, ...corners.slice(1).map(({ at }) => corner(along(best.at, at, 0.5)))]
  }
  return corners.reduce(lesser).at
}

const lesser = (a: Corner, b: Corner): Corner => (a.value <= b.value ? a : b)

const along = (from: Point, to: Point, share: number): Point =>
  from.map((x, axis) => x + share * ((to[axis] as number) - x))

const centre = (corners: readonly Corner[]): Point =>
  (corners[0] as Corner).at.map(
    (_, axis) => corners.reduce((sum, { at }) => sum + (at[axis] as number), 0) / corners.length,
  )

const width = (corners: readonly Corner[]): number =>
  Math.max(
    ...(corners[0] as Corner).at.map((x, axis) =>
      Math.max(...corners.map(({ at }) => Math.abs((at[axis] as number) - x))),
    ),
  )
