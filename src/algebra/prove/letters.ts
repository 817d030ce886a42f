// What do the letters of a polynomial stand for? Names, which are positive, and parts that no polynomial can express.
import type { Expression } from '../expression'
import type { Powers } from './polynomial'

/** A part such as floor(a) or exp(a / b), with what is inside resolved, that is treated as a letter of its own. */
export interface Atom {
  readonly name: string
  readonly call: Expression
}

export interface Letters {
  readonly indexOf: (name: string) => number
  readonly nameOf: (index: number) => string
  readonly isPositive: (index: number) => boolean
  /** of a product of powers: `weak` may be zero, `free` may be anything */
  readonly signOf: (powers: Powers) => 'strict' | 'weak' | 'free'
  readonly count: () => number
  /** The letter for a part, the same for the same key. */
  readonly atom: (key: string, call: Expression, positive: boolean) => string
  readonly atoms: () => readonly Atom[]
}

export function letters(): Letters {
  const names: string[] = []
  const indices = new Map<string, number>()
  const free = new Set<number>()
  const atoms = new Map<string, Atom>()
  const indexOf = (name: string): number => {
    const found = indices.get(name)
    if (found !== undefined) return found
    indices.set(name, names.length)
    return names.push(name) - 1
  }
  return {
    indexOf,
    nameOf: (index) => names[index] ?? '',
    isPositive: (index) => !free.has(index),
    signOf: (powers) => {
      const of = powers.filter((power, i) => power > 0 && free.has(i))
      if (of.length === 0) return 'strict'
      return of.every((power) => power % 2 === 0) ? 'weak' : 'free'
    },
    count: () => names.length,
    atom: (key, call, positive) => {
      const known = atoms.get(key)
      if (known !== undefined) return known.name
      // No name of a reader begins so.
      const name = `#${atoms.size}`
      atoms.set(key, { name, call })
      if (!positive) free.add(indexOf(name))
      return name
    },
    atoms: () => [...atoms.values()],
  }
}
