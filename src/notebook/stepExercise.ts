// How does a chapter ask its reader for the next line of a derivation? Line by line: one that follows is built upon.
import { type Attempt, attempt, type Derivation, lineText } from '../algebra/derivation'
import { type Exercise, pose } from './exercise'
import { type Reply, reply } from './reply'

export interface StepExerciseSpec {
  readonly ask: string
  /** where it starts, and what is to be shown */
  readonly of: Derivation
  /** how many of its steps are given (default 0) */
  readonly from?: number
}

export interface StepExercise extends Exercise {
  /** for a solution to show: an attempt at it is another than the reader's */
  readonly of: Derivation
}

/** Asks for the lines from a derivation's start to its end: `stepExercise('x', { ask, of }).check('T = C * t_r / b')`. */
export function stepExercise(id: string, { ask, of, from = 0 }: StepExerciseSpec): StepExercise {
  let written: Attempt = attempt(of, { from })
  const start = written.lines.at(-1)
  const where = start === undefined ? '' : ` Begin at \`${lineText(start)}\`.`
  return pose({
    kind: 'exercise',
    id,
    of,
    ask: `${ask}${where}`,
    unit: '1',
    check(line): Reply {
      written = written.then(String(line))
      const { answer, lines } = written
      return reply(answer?.verdict ?? 'unreadable', `${answer?.says ?? ''} ${standing(lines.length - from - 1)}`.trim())
    },
  })
}

const standing = (taken: number): string =>
  taken === 0 ? '' : taken === 1 ? '(1 line so far)' : `(${taken} lines so far)`
