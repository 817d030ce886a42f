// Do all conditions hang on one product of powers, such as a/b? Then they are polynomials in one letter, and Sturm decides.
import { exact, type Fraction, fraction } from '../rational'
import type { Budget } from './budget'
import type { Condition } from './condition'
import type { Letters } from './letters'
import type { Powers } from './polynomial'
import { rootsBetween, separators, signAt, type Univariate } from './sturm'

type Point = ReadonlyMap<number, Fraction>

/** `none`: no point fulfils them. A point (letters left out are 1) that does. `open`: not of this kind, or not decided. */
export function inOneRatio(
  conditions: readonly Condition[],
  letters: Letters,
  budget: Budget,
): 'none' | Point | 'open' {
  const ratio = ratioOf(conditions)
  if (ratio === undefined || letters.signOf(ratio.map(Math.abs)) !== 'strict') return 'open'
  const lines = conditions.map(({ polynomial }) => alongRatio([...polynomial.values()], ratio))
  if (lines.some(({ length }) => length > 60)) return 'open'
  const cuts = separators(lines, budget)
  const holding = cuts.find((cut) => lines.every((line) => signAt(line, cut) > 0))
  if (holding !== undefined) return realised(ratio, holding) ?? 'open'
  return conditions.every(({ strict }) => strict) || noneAtRoots(lines, cuts, budget) ? 'none' : 'open'
}

// At a root itself some line that has no root there must be negative.
function noneAtRoots(lines: readonly Univariate[], cuts: readonly Fraction[], budget: Budget): boolean {
  return cuts.slice(1).every((to, i) => {
    const from = cuts[i] as Fraction
    return lines.some((line) => signAt(line, to) < 0 && rootsBetween(line, from, to, budget) === 0)
  })
}

// The direction in which the powers of every polynomial differ, if it is the same for all.
function ratioOf(conditions: readonly Condition[]): Powers | undefined {
  let ratio: Powers | undefined
  for (const { polynomial } of conditions) {
    const [first, ...others] = [...polynomial.values()]
    for (const { powers } of others) {
      const step = difference(powers, first?.powers ?? [])
      ratio ??= shortest(step)
      if (multiple(step, ratio) === undefined) return undefined
    }
  }
  return ratio
}

function difference(a: Powers, b: Powers): Powers {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0) - (b[i] ?? 0))
}

function shortest(step: Powers): Powers {
  const common = step.reduce((a, b) => divisor(a, Math.abs(b)), 0)
  return step.map((power) => power / common)
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

function multiple(step: Powers, of: Powers): number | undefined {
  const i = of.findIndex((power) => power !== 0)
  const times = (step[i] ?? 0) / (of[i] as number)
  const length = Math.max(step.length, of.length)
  return Array.from({ length }, (_, j) => (step[j] ?? 0) === times * (of[j] ?? 0)).every(Boolean) ? times : undefined
}

function alongRatio(terms: readonly { factor: bigint; powers: Powers }[], ratio: Powers): Univariate {
  const places = terms.map(({ powers }) => multiple(difference(powers, terms[0]?.powers ?? []), ratio) ?? 0)
  const least = Math.min(...places)
  const line = Array<bigint>(Math.max(...places) - least + 1).fill(0n)
  terms.forEach(({ factor }, i) => {
    line[(places[i] as number) - least] = factor
  })
  return line
}

// One letter makes the ratio what it should be, the others stay 1.
function realised(ratio: Powers, value: Fraction): Point | undefined {
  const i = ratio.findIndex((power) => Math.abs(power) === 1)
  if (i < 0) return undefined
  const inverse = exact.invert(value) ?? fraction(1n)
  return new Map([[i, ratio[i] === 1 ? value : inverse]])
}
