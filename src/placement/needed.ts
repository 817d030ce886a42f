// Which numbers does a placement ask for? Not those that only lead to one that is known: six options would copy them all.
import * as derivations from '../derivations'
import type { Numbers } from './candidate'

const never = ['kvHeads', 'latentDim', 'ropeDim', 'bytesPerElement', 'memoryBandwidth']
const withoutContext = (leaves: readonly string[]): string[] => leaves.filter((name) => name !== 'context')
const ofPrefill = withoutContext(derivations.prefillFlops.leaves)
const ofWeights = withoutContext(derivations.weightBytesKept.leaves)

// By what is known: the mean arithmetic of the prompt, the bytes of the weights.
const idle = [[], ofPrefill].map((prefill) =>
  [[], ofWeights].map((weights) => new Set([...never, ...prefill, ...weights])),
)

/** The same numbers, without those that change nothing. */
export function neededNumbers(inputs: Numbers): Numbers {
  const { prefillFlops, weightBytesKept } = inputs
  const without = idle[prefillFlops === undefined ? 0 : 1]?.[weightBytesKept === undefined ? 0 : 1]
  const needed: Record<string, number> = {}
  for (const name in inputs) if (!without?.has(name)) needed[name] = inputs[name] as number
  return needed
}
