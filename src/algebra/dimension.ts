// Do the units of a formula close? Dimensions are walked through the tree; a mismatch quotes the sub-expression.
import { combine, type Dimension, dimensionless, dimensionText, parseUnit, Refusal, sameDimension } from '../units'
import type { Expression } from './expression'
import { print } from './print'

// A literal zero fits every dimension: max(0, x) is common and harmless.
type Walked = Dimension | 'any'

/** The dimension of an expression, given the unit of each name. Refuses sums and comparisons of unlike things. */
export function dimensionOf(expression: Expression, unitOf: (name: string) => string): Dimension {
  const walked = walk(expression, unitOf)
  return walked === 'any' ? dimensionless : walked
}

function walk(expression: Expression, unitOf: (name: string) => string): Walked {
  switch (expression.kind) {
    case 'number':
      return expression.value === 0 ? 'any' : dimensionless
    case 'name':
      return parseUnit(unitOf(expression.name)).dimension
    case 'negate':
      return walk(expression.of, unitOf)
    case 'call':
      return ofCall(expression, unitOf)
    case 'binary': {
      const left = walk(expression.left, unitOf)
      if (expression.operator === '^') return ofPower(expression, left)
      const right = walk(expression.right, unitOf)
      if (expression.operator === '+' || expression.operator === '-') return alike([left, right], expression)
      if (left === 'any') return 'any'
      return combine(left, right === 'any' ? dimensionless : right, expression.operator === '*' ? 1 : -1)
    }
  }
}

function ofCall(call: Extract<Expression, { kind: 'call' }>, unitOf: (name: string) => string): Walked {
  const inside = call.args.map((part) => walk(part, unitOf))
  const first = inside[0] ?? 'any'
  switch (call.name) {
    case 'min':
    case 'max':
      return alike(inside, call)
    case 'atLeast':
      alike(inside, call)
      return dimensionless
    case 'abs':
      return first
    case 'sqrt':
      return first === 'any' ? first : combine(dimensionless, first, 0.5)
    default:
      if (first !== 'any' && !sameDimension(first, dimensionless)) {
        throw new Refusal(
          `${call.name} needs a number without unit but "${print(call)}" gives it ${dimensionText(first)}.`,
        )
      }
      return dimensionless
  }
}

function ofPower(power: Extract<Expression, { kind: 'binary' }>, base: Walked): Walked {
  if (base === 'any' || sameDimension(base, dimensionless)) return dimensionless
  const exponent = power.right.kind === 'negate' ? power.right.of : power.right
  if (exponent.kind !== 'number') {
    throw new Refusal(
      `The exponent in "${print(power)}" must be a plain number, because its base is in ${dimensionText(base)}.`,
    )
  }
  return combine(dimensionless, base, power.right.kind === 'negate' ? -exponent.value : exponent.value)
}

function alike(dimensions: readonly Walked[], where: Expression): Walked {
  const known = dimensions.filter((dimension): dimension is Dimension => dimension !== 'any')
  const [first, ...others] = known
  if (first === undefined) return 'any'
  const odd = others.find((other) => !sameDimension(first, other))
  if (odd !== undefined) {
    throw new Refusal(
      `Cannot put ${dimensionText(first)} and ${dimensionText(odd)} together in "${print(where)}": their units differ.`,
    )
  }
  return first
}
