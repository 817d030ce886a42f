// What does a file of steps list? For an equation: from what it is derived, and how, worked out when first asked for.
import type { Declared } from '../../algebra'
import type { Derivation } from '../../algebra/derivation'

export interface Derived {
  /** its name: that of the equation it gives, or one of its own for a case */
  readonly id: string
  /** the equation that its last line is */
  readonly gives: Declared
  /** from what, in words */
  readonly from: string
  readonly steps: () => Derivation
}

/** A derivation named after the equation it gives, from what that says it is derived. */
export function gives(equation: Declared, steps: () => Derivation): Derived {
  return { id: equation.name, gives: equation, from: equation.from, steps }
}
