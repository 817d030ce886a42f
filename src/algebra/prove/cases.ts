// Which cases are there? Every choice of arms whose conditions are not plainly contradictory, one after the other.
import type { Expression } from '../expression'
import { axioms, insideOf } from './axioms'
import type { Budget } from './budget'
import { type Condition, isPositive, opposite, primitive, type Sure } from './condition'
import type { Assumption } from './domain'
import type { Letters } from './letters'
import type { Polynomial } from './polynomial'
import { quotients } from './quotient'
import { plainlyEmpty } from './region'
import { type Decide, resolved } from './resolve'

export interface Case {
  /** what was chosen and assumed, and what is true of its letters anyway */
  readonly conditions: readonly Condition[]
  readonly chosen: readonly Condition[]
  /** both sides without arms; undefined where one of them is defined nowhere */
  readonly sides: readonly [Expression, Expression] | undefined
  /** the conditions in words: `a > b, c < d` */
  readonly says: string
}

interface Option extends Condition {
  readonly sign: 1 | -1
}

export interface Question {
  readonly left: Expression
  readonly right: Expression
  readonly assumed: readonly Assumption[]
}

/**
 * Cases in turn, until `visit` returns false. With `open`, only the inside of a case counts, not where it touches another:
 * enough where both sides are continuous.
 */
export function eachCase(
  question: Question,
  open: boolean,
  letters: Letters,
  budget: Budget,
  visit: (found: Case) => boolean,
): void {
  const quotientOf = quotients(letters.indexOf, budget)
  const script: { readonly options: readonly Option[]; at: number }[] = []
  do {
    const found = run()
    if (found !== undefined && !visit(found)) return
  } while (advance())

  function advance(): boolean {
    while (script.length > 0) {
      const last = script[script.length - 1] as (typeof script)[number]
      if (++last.at < last.options.length) return true
      script.pop()
    }
    return false
  }

  // One walk through the whole question: the script answers what was asked before, new questions lengthen it.
  function run(): Case | undefined {
    const conditions: Condition[] = []
    let asked = 0
    let possible = true
    const given = (): readonly Condition[] => [...conditions, ...axioms(letters, quotientOf, conditions)]

    const signOf = (polynomial: Polynomial, up: Sure, down: Sure, says: readonly [string, string]): 1 | -1 => {
      const plain = primitive(polynomial, letters)
      if (isPositive(plain, up, conditions, letters)) return 1
      if (isPositive(opposite(plain), down, conditions, letters)) return -1
      if (asked === script.length) {
        const known = given()
        const options: readonly Option[] = [
          { sign: 1, polynomial: plain, strict: open || up === 'strict', says: says.join(' > ') },
          { sign: -1, polynomial: opposite(plain), strict: open || down === 'strict', says: says.join(' < ') },
        ]
        // Where either arm will do at 0, one that is never needed elsewhere is not needed at all.
        const either = up === 'weak' && down === 'weak'
        const left = options.filter((option) => {
          const needed = either ? { ...option, strict: true } : option
          return !plainlyEmpty([...known, needed], letters)
        })
        if (left.length === 0 && !either) possible = false
        script.push({ options: left.length === 0 ? options.slice(0, 1) : left, at: 0 })
      }
      const entry = script[asked++] as (typeof script)[number]
      const chosen = entry.options[entry.at] as Option
      conditions.push(chosen)
      return chosen.sign
    }

    const decide: Decide = (difference, says, kind) => {
      const quotient = quotientOf(difference)
      if (quotient === undefined || quotient.over.size === 0) return 1
      const inside = insideOf(quotient, letters, kind)
      if (inside !== undefined) return decide(inside, says, kind)
      const below = signOf(quotient.under, 'strict', 'strict', [`the denominator of ${says.join(' - ')}`, '0'])
      const over = below > 0 ? quotient.over : opposite(quotient.over)
      return signOf(over, 'weak', kind === 'weak' ? 'weak' : 'strict', says)
    }

    for (const { gap, orEqual, says } of question.assumed) {
      const quotient = quotientOf(resolved(gap, { decide, letters, quotientOf }) ?? nowhere)
      if (quotient === undefined) return undefined
      const below = signOf(quotient.under, 'strict', 'strict', [`the denominator of ${says}`, '0'])
      const over = primitive(below > 0 ? quotient.over : opposite(quotient.over), letters)
      if (over.size === 0 && !orEqual) return undefined
      if (!isPositive(over, orEqual ? 'weak' : 'strict', conditions, letters)) {
        conditions.push({ polynomial: over, strict: open || !orEqual, says })
      }
    }
    if (question.assumed.length > 0 && plainlyEmpty(given(), letters)) return undefined
    const own = conditions.length
    const [left, right] = [question.left, question.right].map((side) => resolved(side, { decide, letters, quotientOf }))
    if (!possible) return undefined
    const chosen = conditions.slice(own)
    const says = chosen.map((condition) => condition.says)
    const sides = left === undefined || right === undefined ? undefined : ([left, right] as const)
    return { conditions: given(), chosen, sides, says: says.join(', ') }
  }
}

const nowhere: Expression = {
  kind: 'binary',
  operator: '/',
  left: { kind: 'number', text: '1', value: 1 },
  right: { kind: 'number', text: '0', value: 0 },
}
