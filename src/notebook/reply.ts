// What is said to a reader's answer? Right, or the kind of mistake it looks like.

export interface Reply {
  readonly kind: 'reply'
  /** `off by layers` and the like for the mistakes an exercise names itself */
  readonly verdict: string
  readonly says: string
}

export function reply(verdict: string, says: string): Reply {
  return { kind: 'reply', verdict, says }
}
