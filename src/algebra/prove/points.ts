// Which points are tried? Plain ones, whole ones up to 2^64, and ones spread over many powers of two, in turn.
import type { Random } from '../random'
import { type Fraction, fraction, toNumber } from '../rational'

export type Point = ReadonlyMap<string, Fraction>

export type Kind = 'plain' | 'whole' | 'near' | 'spread' | 'wide'

/** For fractions: every size of number costs the same. */
export const anySize: readonly Kind[] = ['plain', 'spread', 'whole', 'plain', 'spread', 'wide']
/** Where exp and log make much of a number: mostly of the size of 1. */
export const nearOne: readonly Kind[] = ['plain', 'near', 'near', 'spread', 'near', 'wide']

export function draw(names: readonly string[], kind: Kind | undefined, source: Random): Point {
  return new Map(names.map((name) => [name, one(kind, source)]))
}

function one(kind: Kind | undefined, source: Random): Fraction {
  switch (kind) {
    case 'plain':
      return fraction(1n + (source.bits64() & 15n), 1n + (source.bits64() & 3n))
    case 'whole':
      return fraction(source.bits64() + 1n)
    case 'near':
      return powerOfTwo(source, 4)
    case 'wide':
      return powerOfTwo(source, 1000)
    default:
      return powerOfTwo(source, 40)
  }
}

function powerOfTwo(source: Random, most: number): Fraction {
  const exponent = BigInt(Math.floor(source.unit() * (2 * most + 1)) - most)
  const mantissa = (1n << 20n) + (source.bits64() >> 44n)
  return exponent >= 0n ? fraction(mantissa << exponent, 1n << 20n) : fraction(mantissa, 1n << (20n - exponent))
}

/** The point in plainer numbers, as long as it still serves; the numbers are then exactly as they are written. */
export function plainer(at: Point, serves: (point: Point) => boolean): Point {
  for (const digits of [1, 2, 4, 8, 17]) {
    const plain = new Map([...at].map(([name, value]) => [name, written(value, digits)]))
    if ([...plain.values()].every(({ over }) => over > 0n) && serves(plain)) return plain
  }
  return at
}

function written(value: Fraction, digits: number): Fraction {
  const number = Number(toNumber(value).toPrecision(digits))
  if (!Number.isFinite(number) || number === 0) return value
  const [mantissa = '0', exponent = '0'] = number.toExponential().split('e')
  const [whole = '', decimals = ''] = mantissa.split('.')
  const power = Number(exponent) - decimals.length
  const over = BigInt(whole + decimals)
  return power >= 0 ? fraction(over * 10n ** BigInt(power)) : fraction(over, 10n ** BigInt(-power))
}
