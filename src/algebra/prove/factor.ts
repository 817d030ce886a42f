// Is one polynomial a factor of another? Then the sign of the one says something about the sign of the other.
import type { Budget } from './budget'
import type { Row } from './condition'
import { minus, type Polynomial, type Powers, plus, polynomial, type Term, times, trimmed, zero } from './polynomial'

/** Every condition without the factors that another one says are positive. */
export function withoutKnownFactors(conditions: readonly Row[], budget: Budget): readonly Row[] {
  return conditions.map((row) => {
    let left = row.polynomial
    for (const { polynomial: known, strict } of conditions) {
      if (!strict || known === row.polynomial || known.size < 2) continue
      for (let rest = quotient(left, known, budget); rest !== undefined; rest = quotient(left, known, budget))
        left = rest
    }
    return left === row.polynomial ? row : { polynomial: left, strict: row.strict }
  })
}

/** a / b where nothing is left over. */
export function quotient(a: Polynomial, b: Polynomial, budget: Budget): Polynomial | undefined {
  const by = leading(b)
  if (by === undefined || a.size < b.size) return undefined
  let [result, rest] = [zero, a]
  for (let top = leading(rest); top !== undefined; top = leading(rest)) {
    const step = termOver(top, by)
    if (step === undefined) return undefined
    result = plus(result, step)
    rest = minus(rest, times(step, b, budget))
  }
  return result
}

function termOver(a: Term, b: Term): Polynomial | undefined {
  if (a.factor % b.factor !== 0n) return undefined
  const powers = Array.from({ length: Math.max(a.powers.length, b.powers.length) }, (_, i) => difference(a, b, i))
  if (powers.some((power) => power < 0)) return undefined
  return polynomial([{ factor: a.factor / b.factor, powers: trimmed(powers) }])
}

const difference = (a: Term, b: Term, i: number): number => (a.powers[i] ?? 0) - (b.powers[i] ?? 0)

// In the order of a dictionary, by the power of the first letter, then of the second.
function leading(a: Polynomial): Term | undefined {
  let top: Term | undefined
  for (const term of a.values()) if (top === undefined || isBefore(top.powers, term.powers)) top = term
  return top
}

function isBefore(a: Powers, b: Powers): boolean {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) < (b[i] ?? 0)
  }
  return false
}
