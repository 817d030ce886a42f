// What can a check say? How strong an agreement is, or where there is none; and where it was looked for.

/**
 * `proved`: equal in every case of arms; the chance of being wrong is at most `bound` (Schwartz–Zippel).
 * `numerically-equal`: exp, log or roots, equal to so many digits at every point tried, in intervals that enclose the true
 * values: not a proof. `different`: with a point where they differ, for certain. `unknown`: why, and in which case.
 */
export type Verdict = Judged & {
  readonly kind: 'verdict'
  /** where the two were compared: `positive reals with a > b` */
  readonly domain: string
}

export type Judged =
  | {
      readonly verdict: 'proved'
      /** random points, over all cases */
      readonly trials: number
      readonly bound: number
      /** choices of arms of max, min, abs and steps, where there are any */
      readonly cases?: number
    }
  | {
      readonly verdict: 'numerically-equal'
      readonly trials: number
      /** relative to the largest of what is added up */
      readonly digits: number
      readonly cases?: number
    }
  | {
      readonly verdict: 'different'
      readonly witness: Readonly<Record<string, number>>
      readonly left: number
      readonly right: number
    }
  | {
      readonly verdict: 'unknown'
      readonly reason: Reason
      /** what stayed open: `a > b, c < d` */
      readonly case?: string
    }

/**
 * `poles`: defined at too few points. `domain`: no point was found where the assumptions hold. `open-case`: neither proved
 * nor refuted in some case. `floor`: agrees wherever tried, but floor or ceil cannot be decided. `precision`: too many
 * digits cancel. `too-large`: the formulas, or their cases, are too many or too long.
 */
export type Reason = 'poles' | 'domain' | 'open-case' | 'floor' | 'precision' | 'too-large'

export const whyUnknown: Readonly<Record<Reason, string>> = {
  poles: 'too few points were found at which both sides are defined',
  domain: 'no points were found where the assumptions hold',
  'open-case': 'one case could neither be proved nor refuted',
  floor: 'no difference was found, but floor and ceil are not decided',
  precision: 'too many digits cancel to tell',
  'too-large': 'the formulas, or their cases, are too large to decide',
}
