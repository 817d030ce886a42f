// At which points do the conditions of a case hold? From any start, one letter after the other is put where most of them hold.
import type { Random } from '../random'
import { exact, type Fraction, fraction } from '../rational'
import type { Budget } from './budget'
import { weighed } from './certificate'
import type { Condition } from './condition'
import type { Letters } from './letters'
import { inOneRatio } from './oneRatio'
import { draw, type Point } from './points'
import type { Polynomial } from './polynomial'
import { separators, signAt, type Univariate } from './sturm'

/** Points, the likeliest first, at most so many; that the conditions hold there is for the caller to see. */
export function* pointsInside(
  conditions: readonly Condition[],
  names: readonly string[],
  letters: Letters,
  source: Random,
  budget: Budget,
): Generator<Point> {
  const plain = conditions.filter(({ polynomial }) => isOf(names, polynomial, letters))
  const starts = [...startsOf(plain, names, letters, budget)]
  yield* starts
  for (let i = 0; i < 24; i++) {
    const start = starts[i] ?? draw(names, i % 3 === 0 ? 'spread' : 'plain', source)
    let at = start
    for (let round = 0; round < 2; round++) {
      for (const name of names) {
        const better = moved(at, name, plain, letters, budget)
        if (better === undefined) continue
        at = new Map(at).set(name, better)
        yield at
      }
    }
  }
}

function isOf(names: readonly string[], polynomial: Polynomial, letters: Letters): boolean {
  return [...polynomial.values()].every(({ powers }) =>
    powers.every((power, i) => power === 0 || names.includes(letters.nameOf(i))),
  )
}

function* startsOf(
  conditions: readonly Condition[],
  names: readonly string[],
  letters: Letters,
  budget: Budget,
): Generator<Point> {
  const values = weighed(conditions, letters)
  const indices = names.map((name) => letters.indexOf(name))
  if (values !== 'contradiction') {
    const unit = values.get('') ?? fraction(1n)
    const valueAt = (i: number): Fraction => values.get([...Array<number>(i).fill(0), 1].join()) ?? unit
    const shares = indices.map((i) => exact.multiply(plainly(valueAt(i)), exact.invert(unit) ?? fraction(1n)))
    yield new Map(names.map((name, i) => [name, shares[i] ?? fraction(1n)]))
  }
  const found = inOneRatio(conditions, letters, budget)
  if (typeof found !== 'string')
    yield new Map(names.map((name, i) => [name, found.get(indices[i] ?? -1) ?? fraction(1n)]))
}

const plainly = ({ over, under }: Fraction): Fraction => fraction(over, under)

// With all other letters where they are, the conditions are polynomials in one; between their roots nothing changes.
function moved(
  at: Point,
  name: string,
  conditions: readonly Condition[],
  letters: Letters,
  budget: Budget,
): Fraction | undefined {
  const lines = conditions
    .map(({ polynomial }) => alongLetter(polynomial, letters.indexOf(name), at, letters))
    .filter((line) => line.length > 1)
  if (lines.length === 0 || lines.reduce((sum, line) => sum + line.length, 0) > 60) return undefined
  let best: Fraction | undefined
  let most = -1
  for (const cut of separators(lines, budget)) {
    const held = lines.filter((line) => signAt(line, cut) > 0).length
    if (held > most) [best, most] = [cut, held]
  }
  return best
}

function alongLetter(polynomial: Polynomial, index: number, at: Point, letters: Letters): Univariate {
  const sums: Fraction[] = []
  for (const { factor, powers } of polynomial.values()) {
    let value = fraction(factor)
    powers.forEach((power, i) => {
      if (i === index || power === 0) return
      const { over, under } = at.get(letters.nameOf(i)) ?? fraction(1n)
      value = exact.multiply(value, fraction(over ** BigInt(power), under ** BigInt(power)))
    })
    const power = powers[index] ?? 0
    sums[power] = exact.add(sums[power] ?? fraction(0n), value)
  }
  const whole = Array.from(sums, (sum) => sum ?? fraction(0n))
  const common = whole.reduce((product, { under }) => product * under, 1n)
  const line = whole.map(({ over, under }) => (over * common) / under)
  while (line.length > 0 && line[line.length - 1] === 0n) line.pop()
  return line
}
