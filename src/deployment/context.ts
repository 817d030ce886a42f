// How long is a conversation? As asked and no longer than the model was made for; else the usual length, or all the model takes.
import { assumption } from '../catalog'
import { formatNumber, Refusal } from '../units'
import { wholeIn } from './amount'
import { given, type Known, knownFact } from './known'
import type { Subject } from './subject'

export interface Conversation {
  readonly known: Known
  readonly notes: readonly string[]
}

/** `accepted`: a context beyond the model's is meant. */
export function conversationOf(subject: Subject, asked: number | undefined, accepted: boolean): Conversation {
  if (asked === undefined) return usual(subject)
  wholeIn(asked, 'context')
  return { known: { value: asked, unit: 'token', ...given }, notes: beyond(subject, asked, accepted) }
}

function usual({ architecture }: Subject): Conversation {
  const { note: _, ...fact } = knownFact(assumption('usualContext'))
  const limit = architecture?.contextLimit?.tokens ?? Number.POSITIVE_INFINITY
  if (limit >= fact.value)
    return {
      known: { ...fact, source: 'default' },
      notes: [`The conversation has ${tokens(fact.value)}, since no context was given.`],
    }
  const says = `The conversation has ${tokens(limit)}, all that this model was made for, since no context was given.`
  return { known: { ...fact, value: limit, source: "the model's longest context" }, notes: [says] }
}

function beyond({ name, architecture }: Subject, context: number, accepted: boolean): readonly string[] {
  const limit = architecture?.contextLimit
  if (limit === undefined || context <= limit.tokens) return []
  const { tokens: most, stretched = most } = limit
  if (context <= stretched) {
    return [
      `${tokens(context)} are beyond the ${tokens(most)} of ${name}, within the ${tokens(stretched)} of its rope factor.`,
    ]
  }
  if (accepted) return [`${tokens(context)} are beyond the ${tokens(most)} that ${name} was made for, as accepted.`]
  throw new Refusal(
    `A context of ${tokens(context)} is beyond the ${tokens(stretched)} that ${name} was made for: take at most ${stretched}, or accept it (acceptContext, --accept-context).`,
  )
}

const tokens = (count: number): string => `${formatNumber(count, 15)} tokens`
