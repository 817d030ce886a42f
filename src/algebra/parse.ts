// How is a formula read? Precedence climbing over a strict small language; implicit multiplication is refused.
import { nearestNames, Refusal } from '../units'
import { arity, binary, type Expression, isFunctionName, number, type Operator } from './expression'

const precedence: Record<string, number> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 }
const unaryMinus = 3

/** `2 * layers ^ -1` as a tree. `^` binds tighter than unary minus and to the right, as in mathematics. */
export function parse(text: string): Expression {
  const tokens = tokenize(text)
  let at = 0

  function climb(least: number): Expression {
    let left = operand()
    for (;;) {
      const operator = tokens[at]
      const strength = operator === undefined ? undefined : precedence[operator]
      if (operator === undefined || strength === undefined || strength < least) return left
      at++
      left = binary(operator as Operator, left, climb(operator === '^' ? unaryMinus : strength + 1))
    }
  }

  function operand(): Expression {
    const token = tokens[at++]
    if (token === '-') return { kind: 'negate', of: climb(unaryMinus) }
    if (token === '(') return closing(climb(1))
    if (token !== undefined && /^[\d.]/.test(token)) return number(token)
    if (token === undefined || !/^[A-Za-z]/.test(token)) throw unexpected(token)
    if (tokens[at] !== '(') return { kind: 'name', name: token }
    at++
    return call(token)
  }

  function call(name: string): Expression {
    if (!isFunctionName(name)) {
      const near = nearestNames(name, Object.keys(arity))
      throw new Refusal(
        `"${name}" is not a function servemath knows, in "${text}": expected one of ${(near.length > 0 ? near : Object.keys(arity)).join(', ')}.`,
      )
    }
    const args = [climb(1)]
    while (tokens[at] === ',') {
      at++
      args.push(climb(1))
    }
    const [least, most] = arity[name]
    if (args.length < least || args.length > most) {
      throw new Refusal(
        `${name} takes ${least === most ? least : `at least ${least}`} arguments but got ${args.length}, in "${text}".`,
      )
    }
    return closing({ kind: 'call', name, args })
  }

  function closing(inside: Expression): Expression {
    if (tokens[at++] !== ')') throw new Refusal(`A parenthesis is not closed in "${text}".`)
    return inside
  }

  function unexpected(token: string | undefined): Refusal {
    return new Refusal(
      `Cannot read "${text}": expected a number, a name or a parenthesis ${token === undefined ? 'at its end' : `before "${token}"`}.`,
    )
  }

  const expression = climb(1)
  if (at < tokens.length) {
    throw new Refusal(`Cannot read "${text}": expected an operator before "${tokens[at]}" (write * for every product).`)
  }
  return expression
}

function tokenize(text: string): string[] {
  const tokens: string[] = []
  const pattern = /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z][A-Za-z0-9_]*)|([-+*/^(),]))\s*/y
  while (pattern.lastIndex < text.length) {
    const from = pattern.lastIndex
    const match = pattern.exec(text)
    if (match === null) throw new Refusal(`Cannot read "${text}": "${text[from]}" is not part of a formula.`)
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '')
  }
  return tokens
}
