// What did the lecture say, when, and how exactly? Facts of data/lecture.json, in our words.
import * as v from 'valibot'
import data from '../../data/lecture.json'
import { frozen } from '../catalog/load'
import { Refusal } from '../units'

const number = v.pipe(v.number(), v.finite())
const range = v.tuple([number, number])

const Tolerance = v.union([
  v.literal('exact'),
  v.strictObject({ relative: number }),
  v.strictObject({ absolute: number }),
  v.strictObject({ factor: number }),
])
export type Tolerance = v.InferOutput<typeof Tolerance>

const Said = v.strictObject({
  chapter: v.string(),
  sort: v.picklist(['form', 'number', 'range', 'limit', 'theorem', 'reading', 'disputed']),
  says: v.string(),
  said: v.exactOptional(v.union([number, v.array(v.union([number, range]))])),
  unit: v.string(),
  tolerance: v.exactOptional(Tolerance),
})
export type Said = v.InferOutput<typeof Said>

const Chapter = v.strictObject({ title: v.string(), start: number, notebook: v.string() })
export type Chapter = v.InferOutput<typeof Chapter>

const Lecture = v.strictObject({
  source: v.strictObject({
    title: v.string(),
    show: v.string(),
    date: v.pipe(v.string(), v.isoDate()),
    video: v.pipe(v.string(), v.url()),
    page: v.pipe(v.string(), v.url()),
  }),
  chapters: v.record(v.string(), Chapter),
  claims: v.record(v.string(), Said),
})
export type Lecture = v.InferOutput<typeof Lecture>

let read: Lecture | undefined

/** The facts, checked at first use; a fault is refused by its place in the file. */
export function lectureFacts(): Lecture {
  read ??= frozen(checked())
  return read
}

function checked(): Lecture {
  const result = v.safeParse(Lecture, data)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Refusal(`data/lecture.json, ${v.getDotPath(issue)}: ${issue.message}. Correct the file.`)
}
