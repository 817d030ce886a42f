// What can be shown, and in which MIME types? The kind of a value decides.

import type { Constant, Declared, Explanation, Expression, Input, Solution, Verdict } from '../../algebra'
import type { Attempt, Derivation } from '../../algebra/derivation'
import type { Claim } from '../../lecture'
import { Refusal } from '../../units/refusal'
import type { Reply } from '../reply'
import { type MimeBundle, markdown } from './bundle'
import { claimBundle } from './claim'
import { attemptBundle, derivationBundle } from './derivation'
import { explanationBundle } from './explanation'
import { type FigureLike, figureBundle } from './figure'
import { equationBundle, expressionBundle, symbolBundle } from './quantity'
import { solutionBundle } from './solution'
import type { Table } from './table'
import { tableBundle } from './tableBundle'
import { verdictBundle } from './verdict'

/** A string is Markdown. */
export type Showable =
  | string
  | number
  | FigureLike
  | Table
  | Declared
  | Input
  | Constant
  | Expression
  | Explanation
  | Derivation
  | Attempt
  | Verdict
  | Solution
  | Reply
  | Claim

/** One bundle of MIME types for anything that can be shown, from the richest to plain words. */
export function toMime(value: Showable): MimeBundle {
  if (typeof value === 'string') return markdown(value)
  if (typeof value === 'number') return { 'text/plain': String(value) }
  switch (value?.kind) {
    case 'figure':
      return figureBundle(value)
    case 'table':
      return tableBundle(value)
    case 'equation':
      return equationBundle(value)
    case 'input':
    case 'constant':
      return symbolBundle(value)
    case 'number':
    case 'name':
    case 'negate':
    case 'binary':
    case 'call':
      return expressionBundle(value)
    case 'derivation':
      return derivationBundle(value)
    case 'attempt':
      return attemptBundle(value)
    case 'explanation':
      return explanationBundle(value)
    case 'verdict':
      return verdictBundle(value)
    case 'closed-form':
    case 'piecewise':
    case 'numeric':
    case 'none':
      return solutionBundle(value)
    case 'claim':
      return claimBundle(value)
    case 'reply':
      return markdown(`**${value.verdict}**: ${value.says}`)
    default:
      // A cell is not type-checked strictly, so anything may arrive.
      throw new Refusal(
        'show() was given something it cannot show: expected text, a number, a table, a figure, a formula or a check.',
      )
  }
}
