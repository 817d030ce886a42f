// Are two formulas the same? Exactly where they are fractions, case by case through their arms, in intervals beyond.
import { expand } from './expand'
import { type Expression, namesIn } from './expression'
import { parse } from './parse'
import { type Agreed, byCases, type Cases } from './prove/byCases'
import { armed, calls, jumps, transcendental, whole } from './prove/calls'
import type { Question } from './prove/cases'
import { type Compared, type Comparer, exactly, inIntervals } from './prove/compare'
import { covers } from './prove/cover'
import { assumption, domainOf } from './prove/domain'
import { identical } from './prove/identity'
import { anySize, nearOne, type Point, plainer } from './prove/points'
import { isRegular } from './prove/regular'
import { type Sampler, sampler } from './prove/sampler'
import { isTooLarge } from './prove/size'
import type { Judged, Reason, Verdict } from './prove/verdict'
import type { Declared } from './quantity'
import { type Random, random } from './random'
import { toNumber } from './rational'

export { type Verdict, whyUnknown } from './prove/verdict'

export type Checkable = string | Expression | Declared

interface Options {
  readonly seed?: number
  /** points at which fractions are compared (default 12) */
  readonly trials?: number
  /** what narrows the positive values of the names: comparisons such as `a > b` */
  readonly assume?: readonly string[]
}

/** Compares two formulas (text, tree or equation) on positive values of their names, wherever both are defined. */
export function check(left: Checkable, right: Checkable, options: Options = {}): Verdict {
  const assumed = (options.assume ?? []).map(assumption)
  const question = { left: treeOf(left), right: treeOf(right), assumed }
  return { kind: 'verdict', ...judged(question, options), domain: domainOf(assumed) }
}

export function treeOf(formula: Checkable): Expression {
  if (typeof formula === 'string') return parse(formula)
  return formula.kind === 'equation' ? expand(formula) : formula
}

function judged(question: Question, { seed = 1, trials = 12 }: Options): Judged {
  const trees = [question.left, question.right, ...question.assumed.map(({ gap }) => gap)]
  if (isTooLarge(trees)) return unknown('too-large')
  const certain = !trees.some((tree) => calls(tree, transcendental))
  const names = [...trees.reduce((found, tree) => namesIn(tree, found), new Set<string>())]
  const source = random(seed)
  const comparer = certain ? exactly(question) : inIntervals(question, precision)
  const draw = sampler(names, certain ? anySize : nearOne, question.assumed, comparer, source)
  const plain = ![question.left, question.right].some((tree) => calls(tree))
  const judged = plain ? fractions(question, draw, comparer, source, trials) : undefined
  return judged ?? inPieces(question, { names, certain, comparer, draw, source })
}

// Equal as fractions is equal wherever both are defined, also beyond the domain; different is so almost everywhere in it.
function fractions(
  question: Question,
  draw: Sampler,
  comparer: Comparer,
  source: Random,
  trials: number,
): Judged | undefined {
  const identity = identical(question.left, question.right, source, trials)
  if (identity.trials === 0) return unknown('poles')
  if (identity.equal)
    return identity.trials < trials && identity.bound > 0
      ? unknown('poles')
      : { verdict: 'proved', trials: identity.trials, bound: identity.bound }
  const { found, agreed } = sampled(draw, comparer, 256, 256)
  // They may still be equal wherever the assumptions hold.
  return found ?? (agreed.length > 0 ? undefined : unknown('domain'))
}

interface Ways {
  readonly names: readonly string[]
  /** neither exp, log nor roots */
  readonly certain: boolean
  readonly comparer: Comparer
  readonly draw: Sampler
  readonly source: Random
}

function inPieces(question: Question, ways: Ways): Judged {
  const { names, certain, comparer, draw, source } = ways
  const tried = sampled(draw, comparer, enough, 4 * enough)
  if (tried.found !== undefined) return tried.found
  const trees = [question.left, question.right]
  const smooth = certain && !trees.some((tree) => calls(tree, jumps)) && isRegular(question.assumed)
  const inside = byCases(question, names, smooth, comparer, source)
  // Assumptions such as a >= b and b >= a leave a domain that has no inside.
  const cases = inside.cases > 0 ? inside : byCases(question, names, false, comparer, source)
  if (cases.refuted !== undefined) return different(cases.refuted.at, comparer, cases.refuted.compared)
  const counted = trees.some((tree) => calls(tree, armed)) ? { cases: cases.cases } : {}
  if (!cases.tooLarge && cases.stillOpen.length === 0) {
    return cases.trials === 0
      ? unknown('poles')
      : { verdict: 'proved', trials: cases.trials, bound: cases.bound, ...counted }
  }
  const open = cases.stillOpen[0]
  if (trees.some((tree) => calls(tree, whole))) return unknown('floor', open)
  if (certain) return cases.tooLarge ? unknown('too-large', open) : unknown('open-case', open)
  return numerically(question, cases, tried, counted)
}

function numerically(question: Question, cases: Cases, tried: Sampled, counted: { readonly cases?: number }): Judged {
  const deeper = inIntervals(question, 7 * precision)
  for (const { at } of tried.agreed.slice(0, 2)) {
    const compared = deeper.at(at)
    if (compared?.equal === false) return different(at, deeper, compared)
  }
  const agreed = [...tried.agreed, ...cases.agreed]
  const sure = agreed.filter(({ at, digits }) => digits >= wantedDigits || digitsAt(deeper, at) >= wantedDigits)
  if (sure.length < enough) return unknown(agreed.length < enough ? 'poles' : 'precision')
  if (cases.tooLarge && counted.cases !== undefined) return unknown('too-large', cases.stillOpen[0])
  const open = cases.stillOpen.find((one) => !sure.some(({ at }) => covers(one, cases.letters, at)))
  if (open !== undefined) return unknown('open-case', open)
  return { verdict: 'numerically-equal', trials: sure.length, digits: wantedDigits, ...counted }
}

const precision = 320
const wantedDigits = 60
const enough = 24

function digitsAt(comparer: Comparer, point: Point): number {
  const compared = comparer.at(point)
  return compared?.equal === true ? compared.digits : 0
}

interface Sampled {
  readonly found?: Judged
  /** points of the domain at which no difference shows */
  readonly agreed: readonly Agreed[]
}

function sampled(draw: Sampler, comparer: Comparer, wanted: number, most: number): Sampled {
  const agreed: Agreed[] = []
  let found: Judged | undefined
  for (let trial = 0; trial < most && agreed.length < wanted; trial++) {
    const at = draw(trial)
    const compared = at && comparer.at(at)
    if (at === undefined || compared === undefined) continue
    if (compared.equal) {
      agreed.push({ at, digits: compared.digits })
      continue
    }
    // A difference that doubles do not show is kept, but a plainer one is looked for.
    const shows = compared.left !== compared.right
    if (shows || found === undefined) found = different(at, comparer, compared)
    if (shows || trial > 12) return { found, agreed }
  }
  return found === undefined ? { agreed } : { found, agreed }
}

function different(at: Point, comparer: Comparer, compared: Extract<Compared, { equal: false }>): Judged {
  let said = compared
  const shows = (point: Point): boolean => {
    const now = comparer.inDomain(point) ? comparer.at(point) : undefined
    if (now?.equal !== false || now.left === now.right) return false
    said = now
    return true
  }
  const witness = Object.fromEntries([...plainer(at, shows)].map(([name, value]) => [name, toNumber(value)]))
  return { verdict: 'different', witness, left: said.left, right: said.right }
}

function unknown(reason: Reason, open?: { readonly says: string }): Judged {
  return { verdict: 'unknown', reason, ...(open && open.says !== '' && { case: open.says }) }
}
