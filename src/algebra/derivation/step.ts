// What is one step of a derivation? A rule, the lines before and after it, and a verdict on whether it follows.
import type { Verdict } from '../check'
import type { Expression } from '../expression'
import type { Line } from './line'
import type { Scope } from './scope'

export type Rule =
  | 'substitute'
  | 'suppose'
  | 'expand'
  | 'factor'
  | 'collect'
  | 'cancel'
  | 'isolate'
  | 'differentiate'
  | 'leading term'
  | 'limit'
  | 'arm'
  | 'name'
  | 'rewrite'

export interface DerivedStep {
  readonly rule: Rule
  /** what the rule did here, in words; formulas stand in backticks */
  readonly says: string
  readonly before: Line
  readonly after: Line
  /** of both sides */
  readonly unit: string
  /** when the step holds, as formulas: `holdPrice > 0` */
  readonly conditions: readonly string[]
  readonly verdict: Verdict
  /** of a leading term: the rest relative to what was kept, a formula */
  readonly error?: Expression
}

/** What a rule makes of a line; it does not judge itself. */
export interface Done {
  readonly rule: Rule
  readonly says: string
  readonly after: Line
  readonly conditions?: readonly string[]
  /** what the step newly takes for granted */
  readonly assume?: readonly string[]
  /** what the letters mean from here on, where the step brought one in */
  readonly scope?: Scope
  /** letters that the judge must open to see that the step follows; `all`: down to what is given */
  readonly opens?: readonly string[] | 'all'
  /** the line before as the rule reads it, where that is not as it stands: with a value in a letter's place */
  readonly from?: Line
  /** the identity to be checked, where it is not that the line after follows from the line before */
  readonly claim?: readonly [Expression, Expression]
  readonly error?: Expression
}

/** The words of a step as a terminal shows them. */
export const withoutTicks = (says: string): string => says.replaceAll('`', '')
