// Do inequalities of two terms each contradict each other? Fourier–Motzkin on their logarithms, with the factors kept exact.
import { exact, type Fraction, fraction, greatestCommon } from '../rational'
import { bits } from './budget'
import type { Condition } from './condition'
import type { Letters } from './letters'

/** The product of the letters to these powers is more than `bound`, or at least that. */
interface Row {
  readonly powers: readonly number[]
  readonly bound: Fraction
  readonly strict: boolean
}

const mostRows = 200
const mostBits = 20_000

/** `a > 2*b, b > 3*c, 5*c > a`: true when there is no such point. False says nothing. */
export function contradictInLogs(conditions: readonly Condition[], letters: Letters): boolean {
  let rows = strongest(conditions.flatMap((condition) => rowOf(condition, letters)))
  for (let i = 0; i < letters.count(); i++) {
    if (rows.some(isContradiction)) return true
    const [up, down, free] = [1, -1, 0].map((sign) => rows.filter(({ powers }) => Math.sign(powers[i] ?? 0) === sign))
    if (up === undefined || down === undefined || free === undefined || up.length * down.length > mostRows) return false
    rows = strongest([...free, ...up.flatMap((one) => down.map((other) => without(i, one, other)))])
    if (rows.length > mostRows || rows.some(({ bound }) => bits(bound.over) + bits(bound.under) > mostBits))
      return false
  }
  return rows.some(isContradiction)
}

const unit = fraction(1n)

function isContradiction({ powers, bound, strict }: Row): boolean {
  if (powers.some((power) => power !== 0)) return false
  const order = exact.compare(unit, bound)
  return order < 0 || (strict && order === 0)
}

function rowOf({ polynomial, strict }: Condition, letters: Letters): readonly Row[] {
  const terms = [...polynomial.values()]
  const more = terms.find(({ factor }) => factor > 0n)
  const less = terms.find(({ factor }) => factor < 0n)
  if (terms.length !== 2 || more === undefined || less === undefined) return []
  if ([more, less].some(({ powers }) => letters.signOf(powers) !== 'strict')) return []
  const length = Math.max(more.powers.length, less.powers.length)
  const powers = Array.from({ length }, (_, i) => (more.powers[i] ?? 0) - (less.powers[i] ?? 0))
  return [{ powers, bound: fraction(-less.factor, more.factor), strict }]
}

// One of the two to such a power that the letter falls out of their product.
function without(i: number, up: Row, down: Row): Row {
  const [a, b] = [up.powers[i] as number, -(down.powers[i] as number)]
  const common = Number(greatestCommon(BigInt(a), BigInt(b)))
  const [x, y] = [b / common, a / common]
  const length = Math.max(up.powers.length, down.powers.length)
  return {
    powers: Array.from({ length }, (_, j) => x * (up.powers[j] ?? 0) + y * (down.powers[j] ?? 0)),
    bound: exact.multiply(raised(up.bound, x), raised(down.bound, y)),
    strict: up.strict || down.strict,
  }
}

// A power too high to write down is given up by its size: 2^20000 bounds it.
function raised({ over, under }: Fraction, times: number): Fraction {
  if ((bits(over) + bits(under)) * times > mostBits) return { over: 1n << BigInt(mostBits * 4), under: 1n }
  return { over: over ** BigInt(times), under: under ** BigInt(times) }
}

function strongest(rows: readonly Row[]): Row[] {
  const found = new Map<string, Row>()
  for (const row of rows) {
    const key = row.powers.join().replace(/(,0)+$/, '')
    const other = found.get(key)
    const order = other === undefined ? 1 : exact.compare(row.bound, other.bound)
    if (order > 0 || (order === 0 && row.strict)) found.set(key, row)
  }
  return [...found.values()]
}
