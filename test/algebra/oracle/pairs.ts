// Which identities is `check` tried on? True ones built from laws, in contexts; false ones by one mistake in a true one.
import { parse } from '../../../src/algebra'
import { binary, type Expression, name, number, parts } from '../../../src/algebra/expression'
import { print } from '../../../src/algebra/print'
import { type Random, random } from '../../../src/algebra/random'

export const kinds = ['rational', 'roots', 'piecewise', 'transcendental'] as const
export type Kind = (typeof kinds)[number]

export interface Pair {
  readonly kind: Kind
  readonly left: string
  readonly right: string
}

type Law = readonly [left: string, right: string]

// x, y, z stand for any expression and p, q, r for one that is positive.
const laws: Readonly<Record<Kind, readonly Law[]>> = {
  rational: [
    ['x * (y + z)', 'x * y + x * z'],
    ['(x + y)^2', 'x^2 + 2 * x * y + y^2'],
    ['(x - y) * (x + y)', 'x^2 - y^2'],
    ['(x - y)^3', 'x^3 - 3 * x^2 * y + 3 * x * y^2 - y^3'],
    ['x / p + y / p', '(x + y) / p'],
    ['x / p + y / q', '(x * q + y * p) / (p * q)'],
    ['x - (y - z)', 'x - y + z'],
    ['1 / (p / q)', 'q / p'],
    ['(p * q)^-2', '1 / (p^2 * q^2)'],
    ['1 / (1 / p + 1 / q)', 'p * q / (p + q)'],
    ['p^2 * p^-1', 'p'],
  ],
  roots: [
    ['sqrt(p^2)', 'p'],
    ['sqrt(p) * sqrt(q)', 'sqrt(p * q)'],
    ['p^1.5', 'p * sqrt(p)'],
    ['sqrt(p)^2', 'p'],
    ['sqrt(p / q)', 'sqrt(p) / sqrt(q)'],
    ['(sqrt(p) + sqrt(q)) * (sqrt(p) - sqrt(q))', 'p - q'],
    ['1 / (sqrt(p) + sqrt(p + 1))', 'sqrt(p + 1) - sqrt(p)'],
  ],
  piecewise: [
    ['max(x, y) + min(x, y)', 'x + y'],
    ['max(x, y)', '-min(-x, -y)'],
    ['abs(x)', 'max(x, -x)'],
    ['max(x, y)', '(x + y + abs(x - y)) / 2'],
    ['max(x, max(y, z))', 'max(z, x, y)'],
    ['p * max(x, y)', 'max(p * x, p * y)'],
    ['max(x, y) + z', 'max(x + z, y + z)'],
    ['max(x, y) * min(x, y)', 'x * y'],
    ['max(x, min(y, z))', 'min(max(x, y), max(x, z))'],
    ['min(x, max(x, y))', 'x'],
    ['abs(p * x)', 'p * abs(x)'],
    ['abs(x)^2', 'x^2'],
    ['max(x, y)', 'x * atLeast(x, y) + y * (1 - atLeast(x, y))'],
    ['max(0, p)', 'p'],
    ['max(p, q) / p', 'max(1, q / p)'],
  ],
  transcendental: [
    ['exp(x) * exp(y)', 'exp(x + y)'],
    ['exp(-x)', '1 / exp(x)'],
    ['log(p * q)', 'log(p) + log(q)'],
    ['log(p^2)', '2 * log(p)'],
    ['log(p / q)', 'log(p) - log(q)'],
    ['exp(log(p))', 'p'],
    ['log(exp(x))', 'x'],
    ['log2(8 * p)', '3 + log2(p)'],
  ],
}

const letters = ['a', 'b', 'c', 'd']

interface Dice {
  pick<T>(from: readonly T[]): T
  chance(share: number): boolean
}

function dice({ unit }: Random): Dice {
  return { pick: (from) => from[Math.floor(unit() * from.length)] as never, chance: (share) => unit() < share }
}

/** True for all positive letters, by construction. */
export function truePairs(count: number, seed: number): readonly Pair[] {
  const { pick, chance } = dice(random(seed))
  const leaf = () => (chance(0.75) ? pick(letters) : pick(['2', '3', '5', '0.5', '1.25']))
  const positive = (depth: number): string => {
    if (depth === 0 || chance(0.4)) return leaf()
    const [one, other] = [positive(depth - 1), positive(depth - 1)]
    return pick([`(${one} + ${other})`, `(${one} * ${other})`, `(${one} / ${other})`])
  }
  const anything = (depth: number): string =>
    chance(0.5) ? positive(depth) : `(${positive(depth)} - ${positive(depth)})`
  const lawful = (kind: Kind): Law => {
    const law = pick(laws[kind])
    const stands = { x: anything(1), y: anything(1), z: anything(1), p: positive(1), q: positive(1) }
    const put = (side: string) => side.replace(/\b[xyzpq]\b/g, (letter) => `(${stands[letter as keyof typeof stands]})`)
    return chance(0.5) ? [put(law[0]), put(law[1])] : [put(law[1]), put(law[0])]
  }
  return Array.from({ length: count }, (_, i) => {
    const kind = kinds[i % kinds.length] as Kind
    const [left, right] = lawful(kind)
    const beside = leaf()
    const [more, alike] = chance(0.3) ? lawful('rational') : [beside, beside]
    const around = pick(['+', '-', '*'])
    return chance(0.7)
      ? { kind, left: plain(`(${left}) ${around} (${more})`), right: plain(`(${right}) ${around} (${alike})`) }
      : { kind, left: plain(left), right: plain(right) }
  })
}

/** One mistake in a true pair; now and then it changes nothing, which its judges will see. */
export function mistakenPairs(count: number, seed: number): readonly Pair[] {
  const rolled = dice(random(seed))
  return truePairs(count, seed + 1).map(({ kind, left, right }) => {
    const tree = parse(right)
    const nodes = all(tree).filter((node) => mistakes(node, rolled).length > 0)
    const chosen = rolled.pick(nodes)
    return { kind, left, right: print(changed(tree, chosen, rolled.pick(mistakes(chosen, rolled)))) }
  })
}

const plain = (text: string): string => print(parse(text))
const all = (node: Expression): readonly Expression[] => [node, ...parts(node).flatMap(all)]

function changed(tree: Expression, from: Expression, to: Expression): Expression {
  if (tree === from) return to
  const inside = (part: Expression) => changed(part, from, to)
  if (tree.kind === 'negate') return { ...tree, of: inside(tree.of) }
  if (tree.kind === 'binary') return { ...tree, left: inside(tree.left), right: inside(tree.right) }
  return tree.kind === 'call' ? { ...tree, args: tree.args.map(inside) } : tree
}

function mistakes(node: Expression, { pick }: Dice): readonly Expression[] {
  if (node.kind === 'number') return [number(node.value + 1), number(node.value * 1.0001)]
  if (node.kind === 'name')
    return [name(pick(letters.filter((letter) => letter !== node.name))), binary('*', number(2), node)]
  if (node.kind === 'negate') return [node.of]
  if (node.kind === 'binary') {
    const { operator, left, right } = node
    if (operator === '+') return [binary('-', left, right), left]
    if (operator === '-') return [binary('+', left, right), left]
    if (operator === '*') return [left, binary('+', left, right)]
    return operator === '/' ? [left] : []
  }
  const other = node.name === 'max' ? 'min' : 'max'
  return node.name === 'max' || node.name === 'min' ? [{ ...node, name: other }] : []
}
