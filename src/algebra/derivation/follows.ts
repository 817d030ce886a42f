// Does one line follow from another? What the first says of one letter is put into the second, and `check` decides.
import { check, type Verdict } from '../check'
import { evaluate } from '../compile'
import { binary, type Expression, namesIn, substitute } from '../expression'
import { meeting, ratioOf } from '../linear'
import { type Line, lineText } from './line'
import { type Point, plainPoint } from './plainPoint'

interface Asked {
  /** what narrows the positive values of the letters: `holdTime > drainTime` */
  readonly assume?: readonly string[]
}

/**
 * `proved` and the like: wherever the first line holds, so does the second. `different`: a point at which the first holds and
 * the second does not. `unknown`: the first line cannot be solved for any letter that would decide it.
 */
export function follows(before: Line, after: Line, asked: Asked = {}): Verdict {
  for (const name of candidates(before, after)) {
    const solution = solved(before, name)
    if (solution === 'nothing') return witnessed(check(after.left, after.right, asked), after)
    // a*x = a*y says nothing of a but that it may be 0, and no letter is: ask the others.
    if (solution === undefined || check(solution, '0').verdict === 'proved') continue
    const put = (side: Expression): Expression => substitute(side, (word) => (word === name ? solution : undefined))
    return witnessed(check(put(after.left), put(after.right), asked), after, name, solution)
  }
  const inProportion = check(binary('*', before.left, after.right), binary('*', before.right, after.left), asked)
  return inProportion.verdict === 'different' ? undecided(before, inProportion, asked) : inProportion
}

// The letter that either line has alone on a side is the likeliest to be what they are about.
function candidates(before: Line, after: Line): readonly string[] {
  const alone = [before.left, after.left, before.right, after.right].flatMap((side) =>
    side.kind === 'name' ? [side.name] : [],
  )
  const all = namesIn(before.right, namesIn(before.left))
  return [...new Set([...alone.filter((name) => all.has(name)), ...all])]
}

/** What a line says of one letter: undefined where it is not linear in it, `nothing` where it says 0 = 0. */
export function solved({ left, right }: Line, name: string): Expression | 'nothing' | undefined {
  const [over, under] = [ratioOf(left, name), ratioOf(right, name)]
  if (over === undefined || under === undefined) return undefined
  const found = meeting(over, under)
  if (found === 'not linear') return undefined
  if (found !== 'parallel') return found
  return check(left, right).verdict === 'different' ? undefined : 'nothing'
}

// Numbers that a reader can put in by hand, where some show it; else those that `check` found.
function witnessed(verdict: Verdict, after: Line, name?: string, solution?: Expression): Verdict {
  if (verdict.verdict !== 'different') return verdict
  const complete = (point: Point): Point =>
    name === undefined || solution === undefined ? point : { ...point, [name]: evaluate(solution, point) }
  const plain = plainPoint(after, Object.keys(verdict.witness), complete)
  if (plain !== undefined) return { ...verdict, ...plain }
  return { ...verdict, witness: complete(verdict.witness) }
}

// The two lines are not in proportion; that alone refutes nothing.
function undecided(before: Line, verdict: Extract<Verdict, { verdict: 'different' }>, asked: Asked): Verdict {
  const { witness, ...rest } = verdict
  const holds = check(before.left, before.right, asked).verdict !== 'different'
  return holds
    ? { ...rest, witness }
    : { kind: 'verdict', verdict: 'unknown', reason: 'open-case', case: lineText(before), domain: verdict.domain }
}
