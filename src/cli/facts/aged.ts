// Which facts should be looked at first? Those that answers use and that are stale or of low confidence, then the rest by age.
import { ageInDays, isStale } from '../../catalog/age'
import { type Datum, everyDatum } from '../../catalog/everyDatum'
import { restingOn } from '../../deployment/restsOn'
import { unknownName } from '../../units'

export interface AgedDatum extends Datum {
  /** days since the last day it speaks of */
  readonly age: number
  readonly stale: boolean
  /** equations whose value would change with it */
  readonly conclusions: readonly string[]
}

/** Every datum as of a day, those to look at first; with words, those of these records or under these equations. */
export function agedData(on: string, words: readonly string[] = []): readonly AgedDatum[] {
  const every = everyDatum().map((datum): AgedDatum => {
    const age = ageInDays(datum.period, on)
    return { ...datum, age, stale: isStale(datum.kind, age), conclusions: restingOn(datum.names) }
  })
  refuseUnknown(words, every)
  const asked = words.length === 0 ? every : every.filter((datum) => words.some((word) => wordsOf(datum).has(word)))
  return asked.sort((a, b) => urgency(b) - urgency(a) || b.age - a.age)
}

/** What one may ask for it by: its list, its record, what equations call it, and the equations themselves. */
const wordsOf = ({ list, record, names, conclusions }: AgedDatum): ReadonlySet<string> =>
  new Set([list, record, ...names, ...conclusions])

function refuseUnknown(words: readonly string[], every: readonly AgedDatum[]): void {
  if (words.length === 0) return
  const known = new Set(every.flatMap((datum) => [...wordsOf(datum)]))
  const unknown = words.find((word) => !known.has(word))
  if (unknown !== undefined) throw unknownName('record, quantity or equation', unknown, known)
}

/** Worth a look: an answer uses it, and it is stale or of low confidence. */
export const isDoubtful = ({ used, stale, confidence }: AgedDatum): boolean => used && (stale || confidence === 'low')

// A quote that another one stands for changes no answer, however old.
function urgency(datum: AgedDatum): number {
  const { used, stale, confidence } = datum
  if (!used) return 0
  return 1 + (stale ? 4 : 0) + (confidence === 'low' ? 3 : confidence === 'medium' ? 1 : 0)
}
