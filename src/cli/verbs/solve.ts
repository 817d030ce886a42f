// servemath solve: what would I need? The value of one name at which an equation has the value that is wanted.
import { type Declared, given, print, type Solution, solve as solved } from '../../algebra'
import { binary, type Expression } from '../../algebra/expression'
import { checkedNumbers } from '../../deployment/checked'
import { equationNamed, unitOf } from '../../derivations'
import { formatQuantity, parseQuantity, Refusal } from '../../units'
import { atPoint } from '../evaluation'
import { refuseBare } from '../settings'
import { type Spread, spreadFlags, spreadNumbers } from '../spread'
import type { Verb } from '../verb'
import { onlyWord, type Words } from '../words'

export const solve: Verb = {
  usage: 'solve EQUATION --for NAME --target VALUE',
  says: 'The value of a name at which an equation has the value that is wanted, all other numbers as they are; with the formula where there is one.',
  flags: {
    for: { takes: 'NAME', says: 'what may change, such as mfu or devicePrice' },
    target: { takes: 'VALUE', says: 'what the equation shall be, with its unit' },
    ...spreadFlags,
  },
  examples: [
    'solve rematCost --for mfu --target 0.10USD/Mtok --model llama-3.1-70b --accelerator h100-sxm',
    'solve stepTime --for memoryBandwidth --target 10ms --model llama-3.1-70b --accelerator h100-sxm --set batch=8',
    'solve drainTime --for tierBandwidth --target 1h --tier hdd-hamr --json',
  ],
  run: async (words, io) => {
    const declared = equationNamed(onlyWord(words, 'an equation, such as rematCost'))
    const [name, target] = wanted(words, declared)
    const spread = await spreadNumbers(words, io)
    refuseFixed(name, declared, spread)
    const { [name]: _, ...at } = spread.at
    const equation = given(declared, Object.keys(at))
    refuseMissing(name, equation, at)
    const solution = possible(solved(equation, 'target', name, { at: { ...at, target } }), name)
    const unit = unitOf(name)
    const answer = { equation: declared.name, target, for: name, unit, ...solution }
    return {
      json: answer,
      text: () => sentences(answer, declared.unit).join('\n'),
      brief: () => solution.roots.map((root) => formatQuantity(root, unit)).join(' or ') || 'none',
    }
  },
}

function wanted(words: Words, { name: equation, unit }: Declared): readonly [string, number] {
  const [name, target] = [words.value('for'), words.value('target')]
  if (name === undefined) throw new Refusal('Nothing may change: give --for, such as --for mfu.')
  unitOf(name)
  if (target === undefined) throw new Refusal(`No value of ${equation} was given: give --target, in ${unit}.`)
  refuseBare('--target', target, unit)
  return [name, parseQuantity(target, unit, '--target')]
}

// What a model reads and computes at a point would stay as it was, whatever the point became.
function refuseFixed(name: string, { name: equation }: Declared, { set, ofModel }: Spread): void {
  if (Object.hasOwn(set, name)) throw new Refusal(`${name} is what may change, and was set: leave it out of --set.`)
  if (equation === name) throw new Refusal(`${name} is the equation itself: give --for one of the names under it.`)
  if (!ofModel || !atPoint.includes(name)) return
  throw new Refusal(
    `What a model reads and computes is worked out at one ${name}: ask fit or serve, or give numbers in place of --model.`,
  )
}

function refuseMissing(name: string, { name: equation, leaves }: Declared, at: Readonly<Record<string, number>>): void {
  if (!leaves.includes(name)) {
    throw new Refusal(`${equation} does not depend on ${name} here: it depends on ${leaves.join(', ')}.`)
  }
  const missing = leaves.filter((leaf) => leaf !== name && at[leaf] === undefined)
  if (missing.length === 0) return
  throw new Refusal(
    `${equation} needs ${missing.join(', ')}: give --set ${missing.map((leaf) => `${leaf}=…`).join(' ')}, or name a record that has them.`,
  )
}

interface Found {
  readonly kind: Solution['kind']
  /** base units; none where no possible value does it */
  readonly roots: readonly number[]
  /** the name as a formula of the others */
  readonly formula?: string
  readonly reason?: string
}

/** A share above one, say, solves the equation and nothing else. */
function possible(solution: Solution, name: string): Found {
  if (solution.kind === 'none') return { kind: 'none', roots: [], reason: solution.reason }
  const formula = solution.kind === 'closed-form' ? { formula: print(unsigned(solution.expression)) } : {}
  const reasons = solution.roots.map((root) => whyNot(name, root))
  const roots = solution.roots.filter((_, i) => reasons[i] === undefined)
  const [reason] = reasons
  if (roots.length > 0 || reason === undefined) return { kind: solution.kind, roots, ...formula }
  return { kind: 'none', roots, ...formula, reason }
}

// Two signs that cancel are of the way it was found.
const unsigned = (tree: Expression): Expression =>
  tree.kind === 'binary' && tree.operator === '/' && tree.left.kind === 'negate' && tree.right.kind === 'negate'
    ? binary('/', tree.left.of, tree.right.of)
    : tree

function whyNot(name: string, value: number): string | undefined {
  try {
    checkedNumbers({ [name]: value })
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

interface Answered extends Found {
  readonly equation: string
  readonly target: number
  readonly for: string
  readonly unit: string
}

function sentences({ equation, target, for: name, unit, roots, formula, reason }: Answered, of: string): string[] {
  const goal = `${equation} = ${formatQuantity(target, of)}`
  const values = roots.map((root) => `${name} = ${formatQuantity(root, unit)}   (${root} ${unit})`)
  return [
    ...(values.length === 0 ? [`No ${name} gives ${goal}: ${reason}`] : [...values, `gives ${goal}.`]),
    ...(formula === undefined ? [] : [`${name} = ${formula}`]),
  ]
}
