// What does one ask of a placement, and which numbers does it come down to?
import { type Deployment, type Numbers, type Resolved, resolve, type TierNumbers } from '../deployment'
import { checkedNumbers } from '../deployment/checked'
import { Refusal } from '../units'
import type { Replacements } from './candidate'

/** A deployment, written out or resolved before, and what is asked of it. */
export type Question = (Deployment | { readonly deployment: Resolved; readonly set?: Numbers }) & Asking

export interface Asking extends AskedNumbers {
  /** s */
  readonly holdTime: number
  /** tokens (default: the usual 32,768, or all the model takes if that is fewer) */
  readonly context?: number
  /** a context beyond the one the model was made for is meant */
  readonly acceptContext?: boolean
  /** s the user may wait (default: as long as a rematerialization takes; Infinity for as long as it takes) */
  readonly deadline?: number
  /** `leave-out`: a rematerialization is counted without its attention */
  readonly attention?: 'attend' | 'leave-out'
  /** `wear` (default): flash writes cost the life they use up */
  readonly writes?: 'wear' | 'free'
  /** HBM is charged over all its bytes (default), over those the weights leave, or as a part with its own price */
  readonly memory?: 'all' | 'after-weights' | TierNumbers
  /** equations of the reader's own, by the name of the one they replace */
  readonly equations?: Replacements
}

/** In place of what the deployment has or the usual value; base units. */
export interface AskedNumbers {
  readonly mfu?: number
  readonly stall?: number
  readonly reuses?: number
  readonly fill?: number
  readonly memoryShare?: number
  readonly requestTime?: number
  readonly pathBandwidth?: number
}

const asked = ['mfu', 'stall', 'reuses', 'fill', 'memoryShare', 'requestTime', 'pathBandwidth'] as const

/** The deployment behind a question, resolved where it was not yet. */
export function deploymentOf(question: Question): Resolved {
  if ('deployment' in question) return sameContext(question.deployment, question.context)
  const { context, acceptContext } = question
  return resolve(question, {
    ...(context !== undefined && { context }),
    ...(acceptContext !== undefined && { acceptContext }),
  })
}

function sameContext(deployment: Resolved, context: number | undefined): Resolved {
  const resolvedAt = deployment.numbers.context
  if (context === undefined || context === resolvedAt) return deployment
  throw new Refusal(
    `The deployment was resolved at a context of ${resolvedAt} tokens, not ${context}: resolve it at the context of the question.`,
  )
}

/** The same question with its deployment resolved, for asking it again with another stall, hold time or price. */
export function settled(question: Question): Asking & { readonly deployment: Resolved; readonly set?: Numbers } {
  if ('deployment' in question) return question
  const { set: _, ...rest } = question
  return { ...rest, deployment: deploymentOf(question) }
}

/** Every number of the question by vocabulary name, checked; explicit ones win over the deployment's. */
export function inputsOf(question: Question, { numbers }: Resolved): Numbers {
  const own = asked.flatMap((name) => (question[name] === undefined ? [] : [[name, question[name]] as const]))
  const set = 'deployment' in question ? question.set : {}
  return checkedNumbers<Record<string, number>>({
    ...numbers,
    ...Object.fromEntries(own),
    ...set,
    holdTime: question.holdTime,
  })
}
