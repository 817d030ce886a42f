// Under which condition would a line that does not follow be right? An arm of a max, or a value of one letter.
import { check } from '../check'
import { binary, type Expression, namesIn, number, parts, substitute } from '../expression'
import { meeting, ratioOf } from '../linear'
import { print } from '../print'
import { follows, solved } from './follows'
import type { Line } from './line'

/** `holdTime > drainTime`, `fill = 1`, `writeCost = 0`: the first such condition under which the line follows. */
export function onlyIf(before: Line, after: Line): string | undefined {
  return (
    comparisons(before, after).find((assumed) => proves(() => follows(before, after, { assume: [assumed] }))) ??
    plainCase(before, after)
  )
}

function comparisons(...lines: readonly Line[]): readonly string[] {
  const calls = lines.flatMap(({ left, right }) => [...callsIn(left), ...callsIn(right)])
  return calls.flatMap(({ name, args }) => {
    if (!['max', 'min', 'abs'].includes(name)) return []
    const [first = number(0), second = number(0)] = args
    return [binary('-', first, second), binary('-', second, first)].map((gap) => `${print(gap)} > 0`)
  })
}

function callsIn(expression: Expression): readonly Extract<Expression, { kind: 'call' }>[] {
  const inside = parts(expression).flatMap(callsIn)
  return expression.kind === 'call' ? [expression, ...inside] : inside
}

// What is missing, put to zero and solved for each letter: a plain answer is worth saying.
function plainCase(before: Line, after: Line): string | undefined {
  const { left, right } = eliminated(before, after)
  const missing = binary('-', left, right)
  for (const letter of namesIn(missing)) {
    // A letter at zero, or equal to another, makes sense of a term that was left out or mistaken, not of one that was doubled.
    const dropped = !namesIn(after.right, namesIn(after.left)).has(letter)
    const [over, zero] = [ratioOf(missing, letter), ratioOf(number(0), letter)]
    const value = over && zero ? meeting(over, zero) : 'not linear'
    if (typeof value === 'string') continue
    const plain = plainValue(value)
    if (plain === undefined || (!dropped && !isOne(plain)) || trivial(left, right, letter, plain)) continue
    return `${letter} = ${print(plain)}`
  }
  return undefined
}

const isOne = (value: Expression): boolean => value.kind === 'number' && value.value === 1

function plainValue(value: Expression): Expression | undefined {
  return [number(0), number(1), ...[...namesIn(value)].map((name): Expression => ({ kind: 'name', name }))].find(
    (plain) => proves(() => check(value, plain)),
  )
}

function eliminated(before: Line, after: Line): { readonly left: Expression; readonly right: Expression } {
  const letter = [before.left, after.left].find((side) => side.kind === 'name')
  const solution = letter?.kind === 'name' ? solved(before, letter.name) : undefined
  if (letter?.kind !== 'name' || solution === undefined || solution === 'nothing') return after
  const put = (side: Expression): Expression =>
    substitute(side, (word) => (word === letter.name ? solution : undefined))
  return { left: put(after.left), right: put(after.right) }
}

// 0 = 0 is no condition: both sides must still say something there.
function trivial(left: Expression, right: Expression, letter: string, value: Expression): boolean {
  const at = (side: Expression): Expression => substitute(side, (word) => (word === letter ? value : undefined))
  return [left, right].some((side) => check(at(side), '0').verdict !== 'different')
}

function proves(ask: () => { readonly verdict: string }): boolean {
  return ask().verdict === 'proved'
}
