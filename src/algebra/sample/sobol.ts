// How much of an answer's variance comes from which number: by itself, and with all that it does together with others?
import { Refusal } from '../../units'
import { checkedDrawing, type Drawing, drawn } from './draw'
import type { Ranges } from './range'

/** A function of columns in the order of the ranges. */
export type Answer = (columns: readonly Float64Array[], out: Float64Array) => void

/** A share of the variance, with how far off it may be in 19 of 20 seeds. */
export interface Share {
  readonly value: number
  readonly error: number
}

export interface SobolIndex {
  readonly name: string
  /** what would go if this number were known */
  readonly first: Share
  /** what would stay if only this number were not known */
  readonly total: Share
}

export interface Sobol {
  readonly indices: readonly SobolIndex[]
  readonly variance: number
  /** `samples` twice, and twice again for every number */
  readonly evaluations: number
}

/**
 * Two drawings A and B, and each with one column of the other. First-order by the product of what the column changes in both
 * (Azzini, Mara and Rosati 2020), which errs little where the column does little; total by squared differences (Jansen 1999).
 * Errors by the delta method, which takes the samples as independent and so is on the safe side in a Latin hypercube.
 */
export function sobol(answer: Answer, ranges: Ranges, drawing: Drawing = {}): Sobol {
  const { samples } = checkedDrawing(drawing)
  if (samples < 100) throw new Refusal(`Shares of the variance need 100 samples or more, not ${samples}.`)
  const names = Object.keys(ranges)
  const [a, b] = twice(ranges, drawing)
  const run = (columns: readonly Float64Array[]): Float64Array => {
    const out = new Float64Array(samples)
    answer(columns, out)
    return out
  }
  const [ofA, ofB] = [run(a), run(b)]
  const mean = (sum(ofA) + sum(ofB)) / (2 * samples)
  const spread = squares(ofA, ofB, mean)
  const variance = sum(spread) / samples
  if (!(variance > 0)) throw new Refusal('The answer is the same at every sample: none of the ranges changes it.')
  const indices = names.map((name, i) => {
    const [mixedA, mixedB] = [run(withColumn(a, b, i)), run(withColumn(b, a, i))]
    return {
      name,
      first: ratio(products(ofA, mixedA, ofB, mixedB), spread),
      total: ratio(differences(ofA, mixedA, ofB, mixedB), spread),
    }
  })
  return { indices, variance, evaluations: 2 * samples * (1 + names.length) }
}

// Independent drawings: the streams of B begin where those of A end.
function twice(ranges: Ranges, drawing: Drawing): readonly [Float64Array[], Float64Array[]] {
  const names = Object.keys(ranges)
  const doubled = Object.fromEntries(['a', 'b'].flatMap((of) => names.map((name) => [`${of} ${name}`, ranges[name]])))
  const columns = Object.values(drawn(doubled as Ranges, drawing))
  return [columns.slice(0, names.length), columns.slice(names.length)]
}

const withColumn = (columns: readonly Float64Array[], other: readonly Float64Array[], i: number): Float64Array[] =>
  columns.map((column, k) => (k === i ? (other[k] as Float64Array) : column))

type Column = Float64Array
const at = (column: Column, i: number): number => column[i] as number

const squares = (a: Column, b: Column, mean: number): Column =>
  a.map((_, i) => ((at(a, i) - mean) ** 2 + (at(b, i) - mean) ** 2) / 2)

const products = (a: Column, mixedA: Column, b: Column, mixedB: Column): Column =>
  a.map((_, i) => ((at(b, i) - at(mixedB, i)) * (at(mixedA, i) - at(a, i))) / 2)

const differences = (a: Column, mixedA: Column, b: Column, mixedB: Column): Column =>
  a.map((_, i) => ((at(a, i) - at(mixedA, i)) ** 2 + (at(b, i) - at(mixedB, i)) ** 2) / 4)

/** The ratio of two means, and twice its standard error to first order. */
function ratio(over: Column, under: Column): Share {
  const count = over.length
  const [mean, value] = [sum(under) / count, sum(over) / sum(under)]
  const residues = over.map((part, i) => (part - value * at(under, i)) / mean)
  return { value, error: (1.96 * Math.sqrt(sum(residues.map((residue) => residue * residue)))) / count }
}

function sum(column: Column): number {
  let total = 0
  for (let i = 0; i < column.length; i++) total += at(column, i)
  return total
}
