// Which numbers can change a placement? Setting any other is refused, since it would be silently ignored.
import { lineage } from '../../algebra'
import type { Numbers } from '../../deployment'
import * as derivations from '../../derivations'
import { Refusal } from '../../units'

const { rematCostAt, rematWait, memoryHoldPriceAfterWeights, effectiveStall } = derivations
const always = [
  ...['holdTime', 'reuses', 'stall', 'fill', 'bytesPerToken', 'sequenceBytes', 'pathBandwidth', 'rematCost'],
  ...['landing', 'bandwidthUse', 'capitalCost', 'pue', 'waitPrice', 'hitShare', 'rematWait'],
]
// Every tier has its own; one value stands for all that have one.
const ofTiers = ['lifetime', 'energyPrice', 'driveWritesPerDay', 'ratedWorkload'] as const

const under = (...equations: readonly Parameters<typeof lineage>[0][]): string[] =>
  equations.flatMap((equation) =>
    lineage(equation).flatMap(({ name, inputs }) => [
      ...(name === equation.name ? [] : [name]),
      ...Object.keys(inputs),
    ]),
  )

const effective = new Set([
  ...always,
  ...ofTiers,
  ...under(rematCostAt, rematWait, memoryHoldPriceAfterWeights, effectiveStall),
])
const ofOptions = [
  ...under(derivations.keepCost, derivations.retrieveCostStaged, derivations.partialHitWait),
  ...under(derivations.stagedLoadTime, derivations.unpackedLoadTime, derivations.parallelCost),
  ...under(derivations.amortizedPrice, derivations.portedBandwidth),
  ...['stagedLoadTime', 'firstByteTime'],
]

export function checkEffective(set: Numbers): void {
  const idle = Object.keys(set).find((name) => !effective.has(name))
  if (idle === undefined) return
  if (idle === 'kvHeads' || idle === 'bytesPerElement') {
    throw new Refusal(`A placement takes the bytes of a token, not ${idle}: set bytesPerToken.`)
  }
  if (ofOptions.includes(idle)) {
    throw new Refusal(`${idle} differs from option to option, so it cannot be set for all of them: use servemath eval.`)
  }
  throw new Refusal(`A placement does not depend on ${idle}.`)
}
