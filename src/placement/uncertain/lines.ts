// What does every option cost, and how long does its user wait, at drawn numbers? Columns of samples, block by block.

import { namesIn } from '../../algebra/expression'
import { columnwise, type Drawing, drawer, quantileOf, type Ranges } from '../../algebra/sample'
import { rangesOf } from '../../deployment/ranges'
import { Refusal } from '../../units'
import { type Placement, place } from '../place'
import { type Question, settled } from '../question'
import { rangesFor, withValues } from './named'
import { spelledOptions } from './spelled'

/** Columns of one block; `wait` is Infinity where it is not known. */
export interface Lines {
  readonly once: readonly Float64Array[]
  readonly rate: readonly Float64Array[]
  readonly wait: readonly Float64Array[]
}

export interface Uncertainty {
  /** with every number at the middle of its range */
  readonly middle: Placement
  readonly options: readonly string[]
  /** those that some option depends on */
  readonly ranges: Ranges
  /** s the user may wait at each sample of a block */
  readonly limitsOf: (lines: Lines, count: number) => Float64Array
  /** lines at the columns of the ranges, in their order */
  readonly linesAt: (columns: readonly Float64Array[], count: number) => Lines
}

/** The question with ranges: the reader's, over those of the deployment. Refuses a range that changes nothing. */
export function uncertaintyOf(question: Question, mine: Ranges = {}): Uncertainty {
  const ready = settled(question)
  const all = rangesFor(ready, rangesOf(ready.deployment), mine)
  const middles = Object.fromEntries(Object.entries(all).map(([name, range]) => [name, quantileOf(range)(0.5)]))
  const at = withValues(ready, middles)
  const middle = place(at)
  const options = spelledOptions(at, all)
  const never = { kind: 'number', text: 'Infinity', value: Number.POSITIVE_INFINITY } as const
  const formulas = [
    ...options.map(({ once }) => once),
    ...options.map(({ rate }) => rate),
    ...options.map(({ wait = never }) => wait),
  ]
  const used = new Set(formulas.flatMap((formula) => [...namesIn(formula)]))
  const idle = Object.keys(mine).find((name) => !used.has(name))
  if (idle !== undefined) throw new Refusal(`This placement does not depend on ${idle}: leave its range out.`)
  if (used.size === 0)
    throw new Refusal('Nothing in this placement has a range: give one, such as mfu from 0.3 to 0.6.')
  const ranges = Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)))
  const run = columnwise(formulas, Object.keys(ranges))
  const { rule, seconds } = middle.limit
  return {
    middle,
    options: options.map(({ option }) => option),
    ranges,
    // A wait that is not known meets no limit where waits are priced.
    limitsOf:
      rule === 'remat'
        ? ({ wait }) => wait.at(-1) as Float64Array
        : (_, count) => new Float64Array(count).fill(rule === 'price' ? Number.MAX_VALUE : seconds),
    linesAt: blocks(run, options.length),
  }
}

function blocks(run: ReturnType<typeof columnwise>, options: number): Uncertainty['linesAt'] {
  let outs: readonly Float64Array[] = []
  return (columns, count) => {
    if ((outs[0]?.length ?? 0) < count) outs = Array.from({ length: 3 * options }, () => new Float64Array(count))
    run(columns, outs, count)
    return { once: outs.slice(0, options), rate: outs.slice(options, 2 * options), wait: outs.slice(2 * options) }
  }
}

/** Small enough for its columns to stay near the processor. */
const blockSize = 1024

/** Each block of samples in turn; its columns are overwritten by the next. */
export function eachBlock(
  { ranges, linesAt }: Uncertainty,
  drawing: Required<Drawing>,
  use: (lines: Lines, count: number, from: number) => void,
): void {
  const draw = drawer(ranges, drawing)
  const columns = Object.keys(ranges).map(() => new Float64Array(blockSize))
  for (let from = 0; from < drawing.samples; from += blockSize) {
    const count = Math.min(blockSize, drawing.samples - from)
    draw(columns, count)
    use(linesAt(columns, count), count, from)
  }
}

/** All of them at once. */
export function drawnLines({ ranges, linesAt }: Uncertainty, drawing: Required<Drawing>): Lines {
  const columns = Object.keys(ranges).map(() => new Float64Array(drawing.samples))
  drawer(ranges, drawing)(columns, drawing.samples)
  return linesAt(columns, drawing.samples)
}
