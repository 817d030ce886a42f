// Which numbers does a model bring to a placement, and at a context, which are exact rather than by the equations?
import { attentionFlops } from '../../derivations'
import { type Architecture, bytesAt, type KvOptions, perSequence, quantities, workAt } from '../../model'
import type { Numbers } from '../../placement'
import { formatQuantity, Refusal } from '../../units'
import { numbersOf } from '../spread'

export interface Cache {
  readonly numbers: Numbers
  /** values that hold at this context only, in place of the equations for full attention in every layer */
  readonly exact: Numbers
  readonly notes: readonly string[]
}

export function cacheOf(
  architecture: Architecture,
  context: number | undefined,
  set: Numbers,
  options: KvOptions,
): Cache {
  const numbers = numbersOf(quantities(architecture, options))
  const bytes = set.bytesPerToken === undefined ? bytesFor(architecture, context, numbers, options) : nothing
  const flops = context === undefined ? nothing : flopsFor(architecture, context, numbers, set)
  return { numbers, exact: { ...bytes.exact, ...flops.exact }, notes: [...bytes.notes, ...flops.notes] }
}

type Part = Omit<Cache, 'numbers'>
const nothing: Part = { exact: {}, notes: [] }

// Windows and constant states make the bytes per token depend on how many tokens there are.
function bytesFor(
  architecture: Architecture,
  context: number | undefined,
  { bytesPerToken = 0 }: Numbers,
  options: KvOptions,
): Part {
  if (context !== undefined) {
    const bytes = bytesAt(architecture, context, options)
    if (bytes / context === bytesPerToken) return nothing
    const says = `bytesPerToken is the ${formatQuantity(bytes, 'B')} that a sequence of ${context} tokens holds, windows and states included, shared among its tokens.`
    return { exact: { bytesPerToken: bytes / context }, notes: [says] }
  }
  const constant = perSequence(architecture, options)
  if (constant === 0) return nothing
  const size = formatQuantity(constant, 'B')
  if (bytesPerToken > 0) {
    return { exact: {}, notes: [`The ${size} a sequence holds whatever its length are left out: give a context.`] }
  }
  throw new Refusal(
    `The cache of this model does not grow with the context, it holds ${size} a sequence: give --context to share them among its tokens.`,
  )
}

// Whoever sets one of these has an arithmetic of their own in mind.
const ofPrefill = ['activeParams', 'layers', 'queryHeads', 'headDim', 'forwardFlops', 'attentionFlops', 'rematTimeAt']

function flopsFor(architecture: Architecture, context: number, numbers: Numbers, set: Numbers): Part {
  if (set.prefillFlops !== undefined || attendsToAll(architecture, context, numbers)) return nothing
  if (ofPrefill.some((name) => set[name] !== undefined)) {
    return { exact: {}, notes: ['The arithmetic follows from what was set, as if every layer attended to all tokens.'] }
  }
  return {
    exact: { prefillFlops: workAt(architecture, { context: 0, newTokens: context }).tokenFlops },
    notes: [
      'prefillFlops is the exact mean over the positions of the prompt, since not every layer attends to all tokens alike; the head works for the last token only, and the lookup of the input embedding is not counted.',
    ],
  }
}

// Where the equation for full attention in every layer is right, it stays, and can be explained.
function attendsToAll(architecture: Architecture, context: number, numbers: Numbers): boolean {
  const { layers = 0, queryHeads = 0, headDim = 0 } = numbers
  const full = attentionFlops({ layers, queryHeads, headDim, context }) / 2
  const hasStates = architecture.layers.some(({ stateFlops }) => stateFlops > 0)
  return (
    !hasStates &&
    Math.abs(full - workAt(architecture, { context: 0, newTokens: context }).attentionFlops) <= 1e-9 * full
  )
}
