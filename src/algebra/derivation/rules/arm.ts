// Which arm of a max or min is taken, and under which condition?
import { Refusal } from '../../../units'
import { check } from '../../check'
import { binary, type Expression, namesIn, parts } from '../../expression'
import { parse } from '../../parse'
import { print } from '../../print'
import { type Line, onBothSides } from '../line'
import { named, type Scope } from '../scope'
import type { Done } from '../step'
import { plainly } from './plainly'

/** Where the condition holds (`holdTime > drainTime`), every max, min and abs it decides is the arm it takes. */
export function arm(line: Line, scope: Scope, condition: string): Done {
  const comparison = /^(.+?)\s*([<>])=?\s*(.+)$/.exec(condition)
  const [, left = '', order = '', right = ''] = comparison ?? []
  if (comparison === null)
    throw new Refusal(`Cannot read "${condition}": expected two formulas with > or < between them.`)
  const holds = `${print(named(parse(left), scope))} ${order} ${print(named(parse(right), scope))}`
  const after = onBothSides(line, (side) => plainly(decided(side, holds)))
  if (print(after.left) === print(plainly(line.left)) && print(after.right) === print(plainly(line.right))) {
    throw new Refusal(`"${condition}" decides no max, min or abs of this line.`)
  }
  return { rule: 'arm', says: `where \`${holds}\``, after, conditions: [holds], assume: [holds] }
}

function decided(expression: Expression, holds: string): Expression {
  const inside = rebuilt(expression, (part) => decided(part, holds))
  if (inside.kind !== 'call' || !['max', 'min', 'abs'].includes(inside.name) || namesIn(inside).size === 0)
    return inside
  return fewer(inside).find((one) => check(inside, one, { assume: [holds] }).verdict === 'proved') ?? inside
}

// One arm alone, the least to say; else all arms but one.
function fewer(call: Extract<Expression, { kind: 'call' }>): readonly Expression[] {
  const { name, args } = call
  if (name === 'abs') return args.flatMap((of): Expression[] => [of, { kind: 'negate', of }])
  const without = args.map((_, i): Expression => ({ ...call, args: args.filter((_other, j) => j !== i) }))
  return args.length > 2 ? [...args, ...without] : args
}

function rebuilt(expression: Expression, change: (part: Expression) => Expression): Expression {
  if (parts(expression).length === 0) return expression
  if (expression.kind === 'negate') return { kind: 'negate', of: change(expression.of) }
  if (expression.kind === 'binary')
    return binary(expression.operator, change(expression.left), change(expression.right))
  return expression.kind === 'call' ? { ...expression, args: expression.args.map(change) } : expression
}
