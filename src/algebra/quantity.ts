// What can stand in a formula? An input (a number the reader gives), a constant (a named number) or another equation.
import type { Expression } from './expression'

interface Described {
  readonly name: string
  /** unit in the unit language, e.g. `B/token`; counts are `1` */
  readonly unit: string
  /** what it is, in one plain sentence part */
  readonly says: string
  /** LaTeX for the letter that stands for it */
  readonly symbol: string
}

export interface Input<L extends string = string> extends Described {
  readonly kind: 'input'
  readonly name: L
  readonly leaves: readonly L[]
}

export interface Constant extends Described {
  readonly kind: 'constant'
  readonly value: number
  readonly leaves: readonly never[]
}

/** An equation as data: everything but the call, so that equations of any inputs share this type. */
export interface Declared extends Described {
  readonly kind: 'equation'
  readonly inputs: Readonly<Record<string, Quantity>>
  readonly expression: string
  readonly tree: Expression
  readonly source: string
  /** how it is derived, in words that go on from "by"; empty where it is declared */
  readonly from: string
  /** names of all inputs at the bottom of the DAG: the arguments of the call */
  readonly leaves: readonly string[]
}

export type Args<L extends string> = { readonly [K in L]: number }

/** Numbers in base units in, a number in base units out. */
export interface Equation<L extends string = never> extends Declared {
  (args: Args<L>): number
  readonly leaves: readonly L[]
}

export type Quantity = Input | Constant | Declared

/** The equations an equation rests on, each before those that use it, itself last. */
export function lineage(equation: Declared, found: Map<string, Declared> = new Map()): readonly Declared[] {
  for (const quantity of Object.values(equation.inputs)) {
    if (quantity.kind === 'equation') lineage(quantity, found)
  }
  found.set(equation.name, equation)
  return [...found.values()]
}

/** Every input and constant under an equation by name. */
export function bottom(equation: Declared): ReadonlyMap<string, Input | Constant> {
  const found = new Map<string, Input | Constant>()
  for (const step of lineage(equation)) {
    for (const quantity of Object.values(step.inputs)) {
      if (quantity.kind !== 'equation') found.set(quantity.name, quantity)
    }
  }
  return found
}
