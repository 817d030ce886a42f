// At which value of one name are two formulas equal? Rearranged where linear, arm by arm through max and min, else bracketed.
import { Refusal } from '../units'
import { type Checkable, check, treeOf, type Verdict } from './check'
import { evaluate } from './compile'
import { binary, type Expression, namesIn, parts, substitute } from './expression'
import { meeting, ratioOf } from './linear'
import { roots } from './roots'

type Numbers = Readonly<Record<string, number>>

/**
 * `closed-form`: the unknown as a formula, with the proof that it solves the equation. `piecewise`: one formula per
 * combination of arms, and at given numbers the roots whose arms are active. `numeric`: roots bracketed at given numbers.
 * `none`: there is no such value; that is an answer.
 */
export type Solution =
  | {
      readonly kind: 'closed-form'
      readonly expression: Expression
      readonly proof: Verdict
      readonly roots: readonly number[]
    }
  | { readonly kind: 'piecewise'; readonly arms: readonly Expression[]; readonly roots: readonly number[] }
  | { readonly kind: 'numeric'; readonly roots: readonly number[] }
  | { readonly kind: 'none'; readonly reason: string }

interface Options {
  /** numbers for the other names: needed to choose active arms and to bracket */
  readonly at?: Numbers
  /** where to look for numeric roots (default 1e-12 to 1e18) */
  readonly bracket?: readonly [number, number]
}

/** Where left = right in the name `unknown`. Roots are listed only when `at` gives the numbers of all other names. */
export function solve(left: Checkable, right: Checkable, unknown: string, options: Options = {}): Solution {
  const sides = [treeOf(left), treeOf(right)] as const
  const names = new Set([...namesIn(sides[0]), ...namesIn(sides[1])])
  if (!names.has(unknown))
    throw new Refusal(`There is no ${unknown} to solve for: expected one of ${[...names].join(', ')}.`)
  const closed = rearranged(sides[0], sides[1], unknown)
  if (closed === 'parallel')
    return { kind: 'none', reason: `No crossover: the two differ by the same amount at every ${unknown}.` }
  if (closed !== 'not linear') return closedForm(sides, unknown, closed, options)
  const [leftArms = [], rightArms = []] = sides.map((side) => arms(side, unknown))
  const combined = leftArms.flatMap((l) => rightArms.map((r) => rearranged(l, r, unknown)))
  if (combined.length === 1 || combined.includes('not linear')) return numeric(sides, unknown, options)
  const crossing = combined.filter((arm): arm is Expression => typeof arm !== 'string')
  return piecewise(sides, unknown, crossing, options)
}

type Sides = readonly [Expression, Expression]

function rearranged(left: Expression, right: Expression, unknown: string): Expression | 'parallel' | 'not linear' {
  const [l, r] = [ratioOf(left, unknown), ratioOf(right, unknown)]
  return l === undefined || r === undefined ? 'not linear' : meeting(l, r)
}

function closedForm(sides: Sides, unknown: string, expression: Expression, { at }: Options): Solution {
  const put = (side: Expression): Expression => substitute(side, (name) => (name === unknown ? expression : undefined))
  const proof = check(put(sides[0]), put(sides[1]))
  const value = at === undefined ? undefined : evaluate(expression, at)
  if (value !== undefined && !(value > 0 && Number.isFinite(value))) {
    return { kind: 'none', reason: `No crossover: the two are equal only at ${unknown} = ${value}.` }
  }
  return { kind: 'closed-form', expression, proof, roots: value === undefined ? [] : [value] }
}

function piecewise(sides: Sides, unknown: string, found: readonly Expression[], { at }: Options): Solution {
  if (at === undefined) return { kind: 'piecewise', arms: found, roots: [] }
  const candidates = found.map((arm) => evaluate(arm, at)).filter((value) => value > 0 && Number.isFinite(value))
  const active = candidates.filter((value) => {
    const [l, r] = sides.map((side) => evaluate(side, { ...at, [unknown]: value }))
    return Math.abs((l ?? 0) - (r ?? 0)) <= 1e-9 * Math.max(Math.abs(l ?? 0), Math.abs(r ?? 0))
  })
  if (active.length === 0) return { kind: 'none', reason: `No crossover: no arm is active where it would cross.` }
  return { kind: 'piecewise', arms: found, roots: [...new Set(active)].sort((a, b) => a - b) }
}

function numeric([left, right]: Sides, unknown: string, { at, bracket = [1e-12, 1e18] }: Options): Solution {
  const missing = [...namesIn(binary('-', left, right))].filter((name) => name !== unknown && at?.[name] === undefined)
  if (at === undefined || missing.length > 0) {
    throw new Refusal(
      `${unknown} cannot be isolated by rearranging: give numbers for ${missing.join(', ')} to find it by bracketing.`,
    )
  }
  const found = roots(
    (x) => evaluate(left, { ...at, [unknown]: x }) - evaluate(right, { ...at, [unknown]: x }),
    bracket,
  )
  return found.length > 0
    ? { kind: 'numeric', roots: found }
    : { kind: 'none', reason: `No crossover for ${unknown} between ${bracket[0]} and ${bracket[1]}.` }
}

// Every way to resolve the max and min nodes that contain the unknown into one of their arguments.
function arms(expression: Expression, unknown: string): Expression[] {
  if (!namesIn(expression).has(unknown)) return [expression]
  if (expression.kind === 'call' && (expression.name === 'max' || expression.name === 'min')) {
    return expression.args.flatMap((part) => arms(part, unknown))
  }
  const inside = parts(expression).map((part) => arms(part, unknown))
  const choices = inside.reduce<Expression[][]>(
    (rows, list) => rows.flatMap((row) => list.map((part) => [...row, part])),
    [[]],
  )
  return choices.map((chosen) => rebuilt(expression, chosen))
}

function rebuilt(expression: Expression, inside: readonly Expression[]): Expression {
  const [first = expression, second = expression] = inside
  if (expression.kind === 'negate') return { kind: 'negate', of: first }
  if (expression.kind === 'binary') return binary(expression.operator, first, second)
  if (expression.kind === 'call') return { ...expression, args: inside }
  return expression
}
