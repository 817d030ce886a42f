// Which numbers does a placement ask for? Not those that only lead to one that is known: six options would copy them all.
import { type Declared, lineage } from '../algebra'
import * as derivations from '../derivations'
import type { Numbers } from './candidate'

const { prefillFlops, weightBytesKept, keepCost, retrieveCostOverPath, loadTime } = derivations
const { retrieveCostStaged, stagedLoadTime, sustainedRetrievePrice, workloadPrice } = derivations
const ofPrefill: readonly string[] = prefillFlops.leaves.filter((name) => name !== 'context')
const ofWeights: readonly string[] = weightBytesKept.leaves

// Every number that may be asked of an equation: its inputs, and those of the equations under it that may be known.
const namesOf = (...equations: readonly Declared[]): ReadonlySet<string> =>
  new Set(equations.flatMap((equation) => [...equation.leaves, ...lineage(equation).map(({ name }) => name)]))

const waiting = [
  ...[keepCost, retrieveCostOverPath, loadTime, retrieveCostStaged, stagedLoadTime],
  ...[sustainedRetrievePrice, workloadPrice],
]
const ofAll = [
  ...namesOf(
    ...waiting,
    ...[derivations.memoryHoldPrice, derivations.memoryHoldPriceAfterWeights, derivations.effectiveStall],
    ...[derivations.forgetCost, derivations.rematCostAt, derivations.rematWait],
  ),
  ...['context', 'sequenceBytesKept'],
]
// One object with every name, not known: what is copied from it and filled is quick to read and to copy again.
const blank = Object.fromEntries(ofAll.map((name) => [name, undefined])) as unknown as Numbers

// By what is known: the mean arithmetic of the prompt, the bytes of the weights.
const asked = [[], ofPrefill].map((prefill) =>
  [[], ofWeights].map((weights) => {
    const idle = new Set<string>([...prefill, ...weights])
    return ofAll.filter((name) => !idle.has(name))
  }),
)

/** The same numbers, without those that change nothing. */
export function neededNumbers(inputs: Numbers): Numbers {
  const byPrefill = asked[inputs.prefillFlops === undefined ? 0 : 1]
  const names = byPrefill?.[inputs.weightBytesKept === undefined ? 0 : 1] ?? ofAll
  const found: Record<string, number> = { ...blank }
  for (const name of names) found[name] = inputs[name] as number
  return found
}
