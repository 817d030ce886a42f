// What does an option cost as the hold time grows? A straight line: something once, and something for every second.
import { type Declared, expand } from '../algebra'
import { compiled } from '../algebra/compile'
import { type Line, ratioOf } from '../algebra/linear'
import { Refusal } from '../units'

/** cost(T) = once + rate * T, in USD/token and USD/(token*s) */
export interface CostLine {
  readonly option: string
  readonly once: number
  readonly rate: number
}

/** An equation as a line in holdTime at the given numbers. Refuses one that bends. */
export function lineOf(option: string, equation: Declared, at: Readonly<Record<string, number>>): CostLine {
  const missing = equation.leaves.filter((leaf) => leaf !== 'holdTime' && at[leaf] === undefined)
  if (missing.length > 0)
    throw new Refusal(`The cost of ${option} needs ${missing.join(', ')}: expected numbers in base units.`)
  const ratio = rearranged(equation)
  const bends = ratio === undefined || ratio.under.slope(at) !== 0
  if (bends)
    throw new Refusal(
      `${equation.name} of ${option} is not a straight line in holdTime: use solve to find its crossovers.`,
    )
  const under = ratio.under.intercept(at)
  const line = { option, once: ratio.over.intercept(at) / under, rate: ratio.over.slope(at) / under }
  if (!Number.isFinite(line.once) || !Number.isFinite(line.rate)) {
    throw new Refusal(`The cost of ${option} is not a finite number: check ${equation.leaves.join(', ')}.`)
  }
  return line
}

type Run = (at: Readonly<Record<string, number>>) => number
type RunLine = { readonly slope: Run; readonly intercept: Run }
const known = new WeakMap<Declared, { readonly over: RunLine; readonly under: RunLine } | 'bends'>()

// Rearranged and compiled once: a map asks thousands of times with other numbers.
function rearranged(equation: Declared): { readonly over: RunLine; readonly under: RunLine } | undefined {
  let found = known.get(equation)
  if (found === undefined) {
    const ratio = ratioOf(expand(equation), 'holdTime')
    found = ratio === undefined ? 'bends' : { over: runs(ratio.over), under: runs(ratio.under) }
    known.set(equation, found)
  }
  return found === 'bends' ? undefined : found
}

function runs({ slope, intercept }: Line): RunLine {
  return { slope: compiled(slope), intercept: compiled(intercept) }
}

/** USD/token of an option after a hold time in s: what is paid once, and what grows with time. */
export function costAt({ once, rate }: CostLine, holdTime: number): number {
  return once + rate * holdTime
}

/** The hold time from which `far` costs no more than `near`, or undefined where there is none (or from the start). */
export function meetingTime(near: CostLine, far: CostLine): number | undefined {
  const time = (far.once - near.once) / (near.rate - far.rate)
  return time > 0 && Number.isFinite(time) ? time : undefined
}
