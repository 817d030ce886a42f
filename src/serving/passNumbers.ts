// What does a pass of a resolved deployment read and compute? As its layers say at that point, or as the numbers given in their place.

import { call } from '../algebra'
import type { Deployment, Numbers, Resolved } from '../deployment'
import { kvOf, numbersOfWork } from '../deployment/modelNumbers'
import { weightFormats } from '../deployment/operating'
import { prefillFlops } from '../derivations'
import { workAt } from '../model'

export interface At {
  /** sequences, tokens of each in the cache, and new ones of each */
  readonly batch: number
  readonly context: number
  readonly newTokens: number
}

/** The deployment's numbers with those of the pass over them. */
export function passNumbers(resolved: Resolved, { precision = {} }: Deployment, point: At): Numbers {
  const { architecture, numbers, layout, provenance } = resolved
  const { batch, context, newTokens } = point
  const plain = { ...numbers, batch, context, passLength: newTokens }
  if (architecture === undefined) return { ...plain, tokenFlops: meanFlops(numbers, point) }
  const { weights } = precision
  const kv = kvOf({ precision }, architecture.quantization.kv)
  const { attentionSlowdown } = numbers
  const work = workAt(architecture, {
    ...{ batch, context, newTokens, layout },
    precision: { kv, ...(weights && { weights: weightFormats[weights] }) },
    ...(attentionSlowdown !== undefined && { attentionSlowdown }),
  })
  const isGiven = (name: string): boolean => provenance[name]?.source === 'given'
  // The slowdown is in the work already; a prompt's own arithmetic is that of new tokens, not of a step.
  const { tokenFlops, passFlops, ...bytes } = numbersOfWork(
    work,
    (name) => name !== 'attentionSlowdown' && isGiven(name),
  )
  const arithmetic =
    tokenFlops === undefined || (isPrompt(point) && isGiven('prefillFlops'))
      ? { tokenFlops: meanFlops(numbers, point) }
      : { tokenFlops, passFlops: passFlops as number }
  return { ...plain, ...bytes, ...arithmetic }
}

const isPrompt = ({ context, newTokens }: At): boolean => context === 0 && newTokens > 1

/** Where every layer attends to all: new tokens see on average the cache and half of one another. */
function meanFlops(numbers: Numbers, at: At): number {
  if (numbers.prefillFlops !== undefined && isPrompt(at)) return numbers.prefillFlops
  const { prefillFlops: _, ...rest } = numbers
  const hasHeads = ['layers', 'queryHeads', 'headDim'].every((name) => rest[name] !== undefined)
  const seen = 2 * at.context + (at.newTokens === 1 ? 0 : at.newTokens)
  return call(prefillFlops, { ...rest, context: seen, ...(!hasHeads && { attentionFlops: 0 }) })
}
