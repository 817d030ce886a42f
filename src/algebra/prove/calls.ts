// Which functions does a formula call? They decide how it can be compared.
import { wholeExponent } from '../evaluate'
import { type Expression, type FunctionName, parts } from '../expression'

type Which = readonly (FunctionName | '^')[]

/** `^` stands for a power whose exponent is no whole number. */
export const transcendental: Which = ['exp', 'log', 'log2', 'sqrt', '^']
export const armed: Which = ['max', 'min', 'abs', 'atLeast']
export const whole: Which = ['floor', 'ceil']
/** not continuous */
export const jumps: Which = ['floor', 'ceil', 'atLeast']

/** Does it call any of these (any at all, if none are named)? */
export function calls(tree: Expression, which?: Which): boolean {
  const name =
    tree.kind === 'call'
      ? tree.name
      : tree.kind === 'binary' && tree.operator === '^' && wholeExponent(tree.right) === undefined
        ? '^'
        : undefined
  return (name !== undefined && (which ?? [name]).includes(name)) || parts(tree).some((part) => calls(part, which))
}
