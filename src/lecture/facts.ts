// What did the lecture say, in whose words, when, and how exactly? Facts of data/lecture.json.
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

// Short: the words a number was derived from, not the transcript.
const Quotation = v.strictObject({
  who: v.picklist(['Reiner Pope', 'Dwarkesh Patel']),
  at: v.pipe(v.string(), v.regex(/^\d\d:\d\d$/, 'Expected hour and minute of the video, as in "01:45"')),
  words: v.pipe(v.string(), v.nonEmpty(), v.maxLength(120)),
})
export type Quotation = v.InferOutput<typeof Quotation>

const Told = v.strictObject({
  chapter: v.string(),
  sort: v.picklist(['form', 'number', 'range', 'limit', 'theorem', 'reading', 'disputed']),
  says: v.string(),
  said: v.pipe(v.array(Quotation), v.minLength(1)),
  value: v.exactOptional(v.union([number, v.array(v.union([number, range]))])),
  unit: v.string(),
  tolerance: v.exactOptional(Tolerance),
})
export type Told = v.InferOutput<typeof Told>

const Chapter = v.strictObject({ title: v.string(), start: number, notebook: v.string() })
export type Chapter = v.InferOutput<typeof Chapter>

const Lecture = v.strictObject({
  source: v.strictObject({
    title: v.string(),
    show: v.string(),
    date: v.pipe(v.string(), v.isoDate()),
    video: v.pipe(v.string(), v.url()),
    page: v.pipe(v.string(), v.url()),
    transcript: v.pipe(v.string(), v.url()),
  }),
  chapters: v.record(v.string(), Chapter),
  claims: v.record(v.string(), Told),
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
