// Which equations did a cell evaluate, and with which numbers? Noted as it calls them, so that a reader may ask how.
import type { Declared } from '../../algebra'

/** A number a cell computed with a declared equation. */
export interface Call {
  readonly equation: Declared
  readonly args: Readonly<Record<string, number>>
  readonly value: number
}

const mostKept = 8

export interface CallWatch {
  /** The module with its equations watched; otherwise nothing is different. */
  watch(module: object): object
  /** From now on calls belong to a new list, up to a few, each equation with the same value once. */
  begin(): readonly Call[]
}

export function callWatch(): CallWatch {
  let calls: Call[] = []
  const note = (call: Call): void => {
    const known = calls.some(({ equation, value }) => equation.name === call.equation.name && value === call.value)
    if (!known && calls.length < mostKept) calls.push(call)
  }
  return {
    watch: (module) =>
      Object.fromEntries(
        Object.entries(module).map(([name, value]) => [name, isEquation(value) ? watch(value, note) : value]),
      ),
    begin() {
      calls = []
      return calls
    },
  }
}

function watch(equation: Declared, note: (call: Call) => void): Declared {
  return new Proxy(equation, {
    apply(target, self, given: readonly unknown[]) {
      const value: unknown = Reflect.apply(target as never, self, given)
      const [args] = given
      if (typeof value === 'number' && isRecord(args)) note({ equation, args: { ...args }, value })
      return value
    },
  })
}

function isEquation(value: unknown): value is Declared {
  return typeof value === 'function' && (value as { kind?: unknown }).kind === 'equation'
}

function isRecord(value: unknown): value is Readonly<Record<string, number>> {
  return typeof value === 'object' && value !== null
}
