// What does a cache pay that may move while it waits? Per token: to come to a tier, to be held, to be read out, to be retrieved.
import { Refusal } from '../../units'
import { type Placement, place } from '../place'
import { inputsOf, type Question, type Settled, settled } from '../question'

export interface StageOption {
  readonly option: string
  /** USD/(token*s) */
  readonly hold: number
  /** USD/token: to write it there; to bring it into HBM with whatever waits for it; to read it out with nobody waiting */
  readonly write: number
  readonly retrieve: number
  readonly read: number
}

export type PauseQuestion = Question extends infer Q
  ? Q extends unknown
    ? Omit<Q, 'holdTime' | 'reuses'>
    : never
  : never

/** The options in time, dearest to hold first, deleting last. Whole caches: none is compressed or computed in part. */
export function stageOptions(question: PauseQuestion): { options: readonly StageOption[]; placement: Placement } {
  const ready = settled({ ...question, holdTime: 0 } as Question)
  const { reuses = 1 } = inputsOf(ready)
  if (reuses !== 1) throw new Refusal(`reuses is ${reuses}: who returns is said by the pauses, so leave it out.`)
  const { parallel: _, compress: __, ...whole } = ready
  const placement = place(whole)
  const unwritten = place({ ...whole, writes: 'free' })
  const bare = place(unwaited(whole))
  const kept = placement.lines.flatMap(({ option, rate, once }, i): StageOption[] => {
    if (option === 'remat' || !placement.perToken[i]?.inTime) return []
    const retrieve = unwritten.lines[i]?.once ?? 0
    return [{ option, hold: rate, write: once - retrieve, retrieve, read: bare.lines[i]?.once ?? 0 }]
  })
  const remat = placement.lines.at(-1)?.once ?? 0
  const deleted = { option: 'remat', hold: 0, write: 0, retrieve: remat, read: 0 }
  const options = kept.sort((a, b) => b.hold - a.hold)
  return { options: placement.perToken.at(-1)?.inTime ? [...options, deleted] : options, placement }
}

// A move reads the whole cache, and no device and no user waits for it.
function unwaited(question: Settled): Settled {
  const nobody = { stall: 0, landing: 0, waitPrice: 0, hitShare: 1 }
  return { ...question, ...nobody, writes: 'free', set: { ...question.set, ...nobody } }
}
