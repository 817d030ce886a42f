// Who else says whether two formulas are equal? mathjs at 80 digits and sympy, which know nothing of our algebra.
import { spawnSync } from 'node:child_process'
import { all, type BigNumber, create } from 'mathjs'
import { random } from '../../../src/algebra/random'
import type { Pair } from './pairs'

/** Numbers as text, so that no judge rounds them. */
export type Point = Readonly<Record<string, string>>

export interface Asked extends Pair {
  readonly points: readonly Point[]
}

const math = create(all ?? {}, { number: 'BigNumber', precision: 80 })
const atLeast = (left: BigNumber, right: BigNumber) => (left.gte(right) ? 1 : 0)
// Each judge loses some of its 80 digits on the way.
const close = 1e-50

/** The same few points for every pair of a seed. */
export function pointsOf(seed: number, count: number): readonly Point[] {
  const { unit } = random(seed)
  const value = () => (2 ** (unit() * 6 - 3)).toPrecision(4)
  return Array.from({ length: count }, () => ({ a: value(), b: value(), c: value(), d: value() }))
}

/** How far apart the sides lie at worst, relative to their size, by mathjs. */
export function byMathjs({ left, right, points }: Asked): number {
  const [one, other] = [math.compile(left), math.compile(right)]
  return Math.max(
    ...points.map((point) => {
      const at = () => ({ ...numbers(point), atLeast })
      return apart(one.evaluate(at()), other.evaluate(at()))
    }),
  )
}

export const areClose = (apart: number): boolean => apart < close

function numbers(point: Point): Record<string, BigNumber> {
  return Object.fromEntries(Object.entries(point).map(([name, value]) => [name, math.bignumber(value)]))
}

// A side that is no real number there, such as the root of a negative one, is as far away as can be.
function apart(one: unknown, other: unknown): number {
  if (!math.isBigNumber(one) || !math.isBigNumber(other)) return Number.POSITIVE_INFINITY
  const size = math.max(one.abs(), other.abs(), math.bignumber(1))
  const distance = Number(one.minus(other).abs().div(size).toString())
  return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance
}

export const hasSympy = spawnSync('python3', ['-c', 'import sympy']).status === 0

/** The same by sympy: in exact arithmetic wherever the sides are rational, else by evaluation to 80 digits. */
export function bySympy(pairs: readonly Asked[]): readonly number[] {
  const { stdout, stderr, status } = spawnSync('python3', ['test/algebra/oracle/sympy_judge.py'], {
    input: JSON.stringify(pairs),
    maxBuffer: 1e8,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
