// How is a derivation written? From a start, rule by rule; every step is judged on the spot.
import { Refusal } from '../../units'
import { check, type Verdict } from '../check'
import { name as nameOf } from '../expression'
import { print } from '../print'
import type { Declared, Quantity } from '../quantity'
import { counterexample, judged, unitOfLine } from './judged'
import { type Line, lineText, onBothSides, readLine } from './line'
import { arm } from './rules/arm'
import { cancel } from './rules/cancel'
import { differentiate } from './rules/differentiate'
import { expand } from './rules/expand'
import { collect, factor } from './rules/factor'
import { isolate } from './rules/isolate'
import { type Extreme, leading, limit } from './rules/leading'
import { name } from './rules/name'
import { substitute, suppose } from './rules/substitute'
import { named, opened, type Scope, scopeOf } from './scope'
import { type DerivedStep, type Done, withoutTicks } from './step'
import { type WrittenDerivation, writtenOut } from './writtenOut'

export interface StartWords {
  /** quantities the lines speak of, with all that stands under them */
  readonly with?: readonly Quantity[]
  /** what the derivation shows, in words */
  readonly says?: string
  /** why the first line holds: a definition, a balance, a condition asked for */
  readonly because?: string
}

interface Facts {
  readonly says: string
  readonly because: string
  readonly start: Line
  readonly steps: readonly DerivedStep[]
  readonly scope: Scope
  /** what arms took for granted on the way */
  readonly assumed: readonly string[]
}

/**
 * A start and the steps from it. Immutable: each rule gives a longer derivation, or refuses in one sentence a step that does
 * not apply, does not follow (with a counterexample) or whose units do not close.
 */
export class Derivation implements Facts {
  readonly kind = 'derivation'
  readonly says!: string
  readonly because!: string
  readonly start!: Line
  readonly steps!: readonly DerivedStep[]
  readonly scope!: Scope
  readonly assumed!: readonly string[]

  constructor(facts: Facts) {
    Object.assign(this, facts)
  }

  /** where it stands */
  get line(): Line {
    return this.steps.at(-1)?.after ?? this.start
  }

  /** every line, the start first */
  get lines(): readonly Line[] {
    return [this.start, ...this.steps.map(({ after }) => after)]
  }

  /** what must hold for the last line to follow from the first */
  get conditions(): readonly string[] {
    return [...new Set(this.steps.flatMap(({ conditions }) => conditions))]
  }

  substitute = (letter: string): Derivation => this.#take(substitute(this.line, this.scope, letter))
  suppose = (letter: string, value: string): Derivation => this.#take(suppose(this.line, this.scope, letter, value))
  expand = (): Derivation => this.#take(expand(this.line))
  factor = (what?: string): Derivation => this.#take(factor(this.line, this.scope, what))
  collect = (what: string): Derivation => this.#take(collect(this.line, this.scope, what))
  cancel = (what: string): Derivation => this.#take(cancel(this.line, this.scope, what))
  isolate = (letter: string): Derivation => this.#take(isolate(this.line, this.scope, letter))
  differentiate = (by: string, as?: string): Derivation => this.#take(differentiate(this.line, this.scope, by, as))
  leading = (letter: string, extreme: Extreme): Derivation =>
    this.#take(leading(this.line, this.scope, letter, extreme))
  limit = (letter: string, extreme: Extreme): Derivation => this.#take(limit(this.line, this.scope, letter, extreme))
  arm = (condition: string): Derivation => this.#take(arm(this.line, this.scope, condition))
  name = (group: string, as: string, words?: { symbol: string; says: string }): Derivation =>
    this.#take(name(this.line, this.scope, group, as, words))

  /** A line written by hand, judged like any other; `why` says what it does. */
  rewrite(text: string, why = 'rewrite'): Derivation {
    const after = onBothSides(readLine(text), (side) => named(side, this.scope))
    return this.#take({ rule: 'rewrite', says: why, after: { ...after, relation: this.line.relation }, opens: 'all' })
  }

  /** The verdict on whether the last line gives a declared equation; where it does not, a refusal. */
  gives(equation: Declared): Verdict {
    const scope = scopeOf([...this.scope.values(), equation])
    const verdict = check(opened(this.line.right, scope), opened(nameOf(equation.name), scope))
    if (verdict.verdict === 'different') {
      throw new Refusal(`The derivation does not end in ${equation.name}: ${counterexample(verdict, this.line)}`)
    }
    return verdict
  }

  /** The derivation as plain data. */
  written(): WrittenDerivation {
    return writtenOut(this)
  }

  #take(done: Done): Derivation {
    const step = judged(this.line, done, this.scope, this.assumed)
    const again = this.lines.findIndex((line) => lineText(line) === lineText(step.after))
    if (again >= 0)
      throw new Refusal(
        `${withoutTicks(step.says)} leads back to line ${again + 1}, ${lineText(step.after)}: the derivation would loop.`,
      )
    return new Derivation({
      says: this.says,
      because: this.because,
      start: this.start,
      steps: [...this.steps, step],
      scope: done.scope ?? this.scope,
      assumed: [...this.assumed, ...(done.assume ?? [])],
    })
  }
}

/** A derivation from a declared equation, or from two formulas set equal: `derive('keepCost = forgetCost', { with: […] })`. */
export function derive(start: Declared | string, { with: others = [], says, because }: StartWords = {}): Derivation {
  if (typeof start !== 'string') {
    const scope = scopeOf([start, ...others])
    const line: Line = { left: nameOf(start.name), relation: '=', right: start.tree }
    return begun({ says: says ?? start.says, because: because ?? 'by definition', start: line, scope })
  }
  const scope = scopeOf(others)
  const line = onBothSides(readLine(start), (side) => named(side, scope))
  return begun({
    says: says ?? `${print(line.left)} and ${print(line.right)}`,
    because: because ?? 'set equal',
    start: line,
    scope,
  })
}

function begun(facts: Pick<Facts, 'says' | 'because' | 'start' | 'scope'>): Derivation {
  unitOfLine(facts.start, facts.scope)
  return new Derivation({ ...facts, steps: [], assumed: [] })
}
