// What does the ledger say about one claim of the lecture?
import type { Declared, Verdict } from '../algebra'

/** `depends`: true under one stated convention or assumption and not under another, or not decidable from what is public. */
export type Judgement = 'agrees' | 'disagrees' | 'depends'
/** One number, or several in the lecture's order; a pair within them is a range. Null where nothing was put in numbers. */
export type Numbers = number | readonly (number | readonly number[])[] | null

/** The claim's number under one convention, or for one real machine or model. */
export interface Reading {
  readonly says: string
  readonly value: number
  readonly unit: string
}

/** What was said, word for word, and where to hear it. */
export interface Saying {
  readonly who: string
  /** hour and minute of the video: `01:45` */
  readonly at: string
  readonly words: string
  readonly url: string
}

export interface ProvedTheorem {
  readonly id: string
  readonly says: string
  readonly left: string
  readonly right: string
  readonly proof: Verdict
}

export interface Claim {
  readonly kind: 'claim'
  readonly id: string
  /** `00:32:09 expert layout` */
  readonly chapter: string
  readonly sort: 'form' | 'number' | 'range' | 'limit' | 'theorem' | 'reading' | 'disputed'
  /** the claim in our words */
  readonly says: string
  /** the speakers' words that it stands on */
  readonly said: readonly Saying[]
  /** the number derived from those words */
  readonly value: Numbers
  readonly computed: Numbers
  readonly unit: string
  readonly verdict: Judgement
  readonly tolerance: string
  /** the weakest of the verdicts on its theorems */
  readonly proof?: Verdict
  readonly theorems: readonly ProvedTheorem[]
  /** names of the declared equations behind it */
  readonly equations: readonly string[]
  /** chapter of the workbook that shows it */
  readonly notebook: string
  readonly note: string
  readonly readings: readonly Reading[]
  /** the chapter's place in the published video */
  readonly url: string
}

/** What we find about a claim, before it is put beside what was said. */
export interface Finding {
  readonly computed: Numbers
  /** does it hold under the other conventions, or for the other machines and lists, that one might mean? */
  readonly holds?: readonly boolean[]
  readonly equations: readonly Declared[]
  /** ids of theorems of the lecture */
  readonly theorems?: readonly string[]
  readonly readings?: readonly Reading[]
  readonly note: string
}

export type Findings = Readonly<Record<string, () => Finding>>
