// Can a reader's function leave the kernel and run in the page? Its text and its data travel, so both are looked at first.
import { type Expression, type MemberExpression, parseExpressionAt } from 'acorn'
import type { Node } from 'estree'
import { analyze } from 'periscopic'
import { Refusal } from '../../units/refusal'
import type { Live, Movable } from '../live'
import { encoded } from './data'
import { zipped } from './zipped'

/** A live figure as it travels: plain JSON. */
export interface Packed {
  readonly assumptions: readonly Movable[]
  /** a function expression; names are its own, the library's or `using`'s, bare or as members of `exports` */
  readonly source: string
  /** the names it takes bare */
  readonly takes: readonly string[]
  /** gzip in base64 of JSON as `encoded` leaves it: records of the catalogue are long and repeat themselves */
  readonly using: string
}

/** The figure's function and data, if every name the function takes is in `library` or in `using`. */
export function packed({ assumptions, draw, using }: Live, library: ReadonlySet<string>): Packed {
  const source = String(draw)
  const { bare, ofExports } = namesIn(source)
  const unknown = [...bare, ...ofExports].find(
    (name) => !Object.hasOwn(using, name) && !library.has(name) && !ofLanguage.has(name),
  )
  if (unknown !== undefined) {
    throw new Refusal(
      `The function of live() runs in the page, where ${unknown} is not known: hand it over with { using: { ${unknown}: ${unknown} } }.`,
    )
  }
  const takes = bare.filter((name) => !ofLanguage.has(name))
  return { assumptions, source, takes, using: zipped(JSON.stringify(encoded(using, 'using'))) }
}

// Nothing of the page: a drawing depends on its values and on nothing else.
const ofLanguage: ReadonlySet<string> = new Set(
  'undefined NaN Infinity Math Number String Boolean Object Array JSON Map Set BigInt Symbol Intl isFinite isNaN parseFloat parseInt Error'.split(
    ' ',
  ),
)

interface Names {
  readonly bare: readonly string[]
  /** tslab compiles a name of another cell, `place`, to `exports.place` */
  readonly ofExports: readonly string[]
}

function namesIn(source: string): Names {
  const expression = functionIn(source)
  const root = { type: 'Program', sourceType: 'module', body: [{ type: 'ExpressionStatement', expression }] }
  const { globals } = analyze(root as unknown as Node)
  const free = [...globals.keys()]
  if (!free.includes('exports')) return { bare: free, ofExports: [] }
  const members: string[] = []
  visit(expression as unknown as Node, (node) => {
    if (node.type !== 'MemberExpression') return
    const { object, property, computed } = node as unknown as MemberExpression
    if (object.type !== 'Identifier' || object.name !== 'exports') return
    if (computed || property.type !== 'Identifier')
      throw new Refusal('The function of live() looks up a name at run time.')
    members.push(property.name)
  })
  return { bare: free.filter((name) => name !== 'exports'), ofExports: [...new Set(members)] }
}

function functionIn(source: string): Expression {
  let found: Expression | undefined
  try {
    found = parseExpressionAt(`(${source}\n)`, 0, { ecmaVersion: 'latest' })
  } catch {
    // Native and bound functions have no text, and a method's is no expression.
  }
  const inner = found?.type === 'ParenthesizedExpression' ? found.expression : found
  if (inner?.type === 'ArrowFunctionExpression' || inner?.type === 'FunctionExpression') return inner
  throw new Refusal('live() needs a function written in place: live([…], ({ holdTime }) => costCurves(…)).')
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node)
  for (const inner of Object.values(node).flat()) {
    if (typeof inner === 'object' && inner !== null && 'type' in inner) visit(inner as Node, see)
  }
}
