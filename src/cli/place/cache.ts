// Which numbers does a model bring to a placement, and at a context, which are exact rather than by the equations?
import { attentionFlops } from '../../derivations'
import { type Architecture, bytesAt, type KvOptions, perSequence, quantities } from '../../model'
import type { Numbers } from '../../placement'
import { formatQuantity, Refusal } from '../../units'
import { numbersOf } from '../spread'
import { meanAttention, meanFlops } from './prefill'

export interface Cache {
  readonly numbers: Numbers
  /** values that hold at this context only, in place of the equations for full attention in every layer */
  readonly exact: Numbers
  readonly notes: readonly string[]
}

const prefillInputs = [
  'activeParams',
  'layers',
  'queryHeads',
  'headDim',
  'forwardFlops',
  'attentionFlops',
  'prefillFlops',
]

export function cacheOf(
  architecture: Architecture,
  context: number | undefined,
  set: Numbers,
  options: KvOptions,
): Cache {
  const numbers = numbersOf(quantities(architecture, options))
  const bytes = set.bytesPerToken === undefined ? bytesFor(architecture, context, numbers, options) : nothing
  const flops = prefillInputs.some((name) => set[name] !== undefined)
    ? nothing
    : flopsFor(architecture, context, numbers)
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
  const constant = perSequence(architecture, options)
  if (constant === 0) return nothing
  const size = formatQuantity(constant, 'B')
  if (context !== undefined && context > 0) {
    const exact = bytesAt(architecture, context, options) / context
    if (exact === bytesPerToken) return nothing
    return {
      exact: { bytesPerToken: exact },
      notes: [
        `bytesPerToken is what a sequence of ${context} tokens holds, ${size} of windows and states included, shared among its tokens.`,
      ],
    }
  }
  if (bytesPerToken === 0) {
    throw new Refusal(
      `The cache of this model does not grow with the context, it holds ${size} a sequence: give --context to share them among its tokens.`,
    )
  }
  return { exact: {}, notes: [`The ${size} a sequence holds whatever its length are left out: give a context.`] }
}

// Where the equation for full attention in every layer is right, it stays, and can be explained.
function flopsFor(architecture: Architecture, context: number | undefined, numbers: Numbers): Part {
  if (context === undefined) return nothing
  const { layers = 0, queryHeads = 0, headDim = 0 } = numbers
  const stateFlops = architecture.layers.reduce((sum, layer) => sum + layer.stateFlops, 0)
  const full = attentionFlops({ layers, queryHeads, headDim, context }) / 2
  if (stateFlops === 0 && Math.abs(full - meanAttention(architecture, context)) <= 1e-9 * full) return nothing
  return {
    exact: { prefillFlops: meanFlops(architecture, context) },
    notes: [
      `prefillFlops is the exact mean over the positions of the prompt, since not every layer attends to all tokens alike; the lookup of the input embedding is not counted.`,
    ],
  }
}
