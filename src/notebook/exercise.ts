// How does a chapter ask its reader something, and judge the answer without giving it away?
import { parseUnit, toBase } from '../units'
import { Refusal } from '../units/refusal'
import { host } from './host'
import { judge } from './judge'
import { exerciseMime, type MimeBundle, markdown } from './mime/bundle'
import type { Reply } from './reply'

export interface ExerciseSpec {
  readonly ask: string
  /** a number in `unit` */
  readonly answer: number
  /** default `1`: a plain number */
  readonly unit?: string
  /** relative, default 0.01 */
  readonly tolerance?: number
  /** factors easily forgotten, by name: `{ layers: 80 }` */
  readonly hints?: Readonly<Record<string, number>>
}

export interface Exercise {
  readonly kind: 'exercise'
  readonly id: string
  readonly ask: string
  readonly unit: string
  /** Never throws: whatever was typed, something helpful is said. */
  check(answer: number | string): Reply
}

/** An exercise for a cell: `show` it, then let it judge an answer, with hints by the slip that was made. */
export function exercise(id: string, spec: ExerciseSpec): Exercise {
  const { ask, answer, unit = '1', tolerance = 0.01, hints = {} } = spec
  parseUnit(unit)
  if (!Number.isFinite(answer)) throw new Refusal(`Exercise ${id} has no finite answer: got ${answer}.`)
  if (!(tolerance > 0 && tolerance < 1)) {
    throw new Refusal(`Exercise ${id} has the tolerance ${tolerance}: expected a relative one, between 0 and 1.`)
  }
  const wanted = { answer: toBase(answer, unit), unit, tolerance, hints }
  return pose({ kind: 'exercise', id, ask, unit, check: (given) => judge(given, wanted) })
}

/** Puts a question to the reader: the host shows it in its own way, or else as text. */
export function pose<Asked extends Exercise>(asked: Asked): Asked {
  const place = host()
  if (place.exercise !== undefined) place.exercise(asked)
  else place.display(exerciseBundle(asked))
  return asked
}

export function exerciseBundle({ id, ask, unit }: Exercise): MimeBundle {
  const inUnit = unit === '1' ? '' : ` *(answer in ${unit})*`
  return { ...markdown(`**Exercise.** ${ask}${inUnit}`), [exerciseMime]: { id, question: ask, unit } }
}
