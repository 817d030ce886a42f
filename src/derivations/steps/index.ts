// Which equations are derived, from what, and by which steps?
import type { Declared } from '../../algebra'
import type { Derivation } from '../../algebra/derivation'
import { Refusal, unknownName } from '../../units'
import { equations } from '../table'
import { arithmetic } from './arithmetic'
import { balance } from './balance'
import { buying } from './buying'
import { bytes } from './bytes'
import type { Derived } from './derived'
import { fleet } from './fleet'
import { keeping } from './keeping'
import { tiers } from './tiers'

export type { Derived } from './derived'

/** Every derivation by name, in the order of the chapters. */
export const derived: Readonly<Record<string, Derived>> = Object.fromEntries(
  [bytes, arithmetic, balance, tiers, keeping, fleet, buying].flat().map((one) => [one.id, one]),
)

const known = new Map<string, Derivation>()

/**
 * The derivation of an equation, or the one of that name, each step with its verdict; its last line is that equation. An
 * equation that is declared rather than derived is refused as such, an unknown name with the nearest that are known.
 */
export function derivationOf(asked: Declared | string): Derivation {
  const name = typeof asked === 'string' ? asked : asked.name
  const entry = Object.hasOwn(derived, name) ? derived[name] : undefined
  if (entry === undefined) {
    const isDeclared = typeof asked !== 'string' || Object.hasOwn(equations, name)
    if (isDeclared) throw new Refusal(`${name} has no derivation: it is declared, not derived.`)
    throw unknownName('derivation', name, Object.keys(derived))
  }
  const found = known.get(name) ?? entry.steps()
  known.set(name, found)
  return found
}
