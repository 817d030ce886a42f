// What has been proved of the lecture? Its identities, each with its verdict.
import { prove, type Theorem, theorems } from '../derivations'
import { unknownName } from '../units'
import type { ProvedTheorem } from './claim'
import { costTheorems } from './costTheorems'
import { servingTheorems } from './servingTheorems'

export const lectureTheorems: readonly Theorem[] = [...servingTheorems, ...costTheorems]

/** A theorem of the lecture or of the derivations, with its verdict. */
export function provedTheorem(id: string): ProvedTheorem {
  const all = [...lectureTheorems, ...theorems]
  const theorem = all.find((each) => each.id === id)
  if (theorem === undefined)
    throw unknownName(
      'theorem',
      id,
      all.map((each) => each.id),
    )
  const { says, left, right } = theorem
  return { id, says, left, right, proof: prove(theorem) }
}
