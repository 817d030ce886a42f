// Which numbers can change a placement? Setting any other is refused, since it would be silently ignored.
import { type Declared, lineage } from '../../algebra'
import * as derivations from '../../derivations'
import type { Numbers } from '../../placement'
import { Refusal } from '../../units'

const used: readonly Declared[] = [
  derivations.keepCost,
  derivations.forgetCost,
  derivations.retrieveCostOverPath,
  derivations.rematTimeAt,
  derivations.memoryHoldPriceAfterWeights,
  derivations.loadTime,
  derivations.rematLatency,
  derivations.amortizedPrice,
]
// A placement replaces these by others under the more general name.
const replaced = new Set(['retrieveCostOverPath', 'memoryHoldPriceAfterWeights', 'amortizedPrice'])
// Of these every tier has its own; one value stands for all of them.
const ofTiers = [
  'purchasePrice',
  'lifetime',
  'power',
  'energyPrice',
  'driveWritesPerDay',
  'tierPrice',
  'tierCapacity',
  'tierBandwidth',
]

const effective: ReadonlySet<string> = new Set(
  used
    .flatMap((equation) => lineage(equation).flatMap(({ name, inputs }) => [name, ...Object.keys(inputs)]))
    .filter((name) => !replaced.has(name)),
)

export function checkEffective(set: Numbers): void {
  const idle = Object.keys(set).find((name) => !effective.has(name))
  if (idle === undefined) return
  if (idle === 'kvHeads' || idle === 'bytesPerElement') {
    throw new Refusal(`A placement takes the bytes of a token, not ${idle}: set bytesPerToken.`)
  }
  throw new Refusal(`A placement does not depend on ${idle}: servemath explain keepCost and forgetCost show on what.`)
}

/** What was set of the numbers that each tier has of its own. */
export function tierSettings(set: Numbers): Numbers {
  return Object.fromEntries(ofTiers.flatMap((name) => (set[name] === undefined ? [] : [[name, set[name]]])))
}
