// Do some inequalities contradict each other? Some multiples of them then add up to less than nothing; simplex finds which.
import type { Row } from './condition'
import type { Letters } from './letters'

/** `contradiction`, or for every product of letters a value at which the rows, read as linear in these, hold. */
export type Weighed = 'contradiction' | ReadonlyMap<string, { readonly over: bigint; readonly under: bigint }>

/**
 * Each product of letters counts as a letter of its own, so a contradiction is one, and a point is one where all rows are
 * linear. Motzkin: the rows p > 0 have no solution in positive letters when some of them, weighted, add up to a polynomial
 * without a positive factor.
 */
export function weighed(rows: readonly Row[], letters: Letters): Weighed {
  const columns = columnsOf(rows, letters)
  const width = rows.length
  const table = [...columns.map(({ factors }) => [...factors, 0n]), [...rows.map(() => 1n), 1n]]
  table.push([...rows.map(({ strict }, i) => gain(strict, columns, i)), 0n])
  const basis = table.slice(0, -1).map((_, i) => width + i)
  const outside = rows.map((_, i) => i)
  let denominator = 1n
  for (;;) {
    const goal = table[table.length - 1] as bigint[]
    if ((goal[width] as bigint) > 0n) return 'contradiction'
    const column = entering(goal, outside)
    if (column === undefined) return point(columns, goal, outside, width, denominator)
    const row = leaving(table, column, basis, width)
    denominator = pivot(table, row, column, denominator)
    const out = basis[row] as number
    basis[row] = outside[column] as number
    outside[column] = out
  }
}

interface Column {
  readonly key: string
  readonly factors: readonly bigint[]
  /** 1: positive, 0: may be zero, -1 and 0: one of a pair, for a product of unknown sign */
  readonly sign: 'strict' | 'weak' | 'free'
}

function columnsOf(rows: readonly Row[], letters: Letters): readonly Column[] {
  const found = new Map<string, Column>()
  rows.forEach(({ polynomial }, i) => {
    for (const [key, { factor, powers }] of polynomial) {
      const column = found.get(key) ?? { key, factors: rows.map(() => 0n), sign: letters.signOf(powers) }
      ;(column.factors as bigint[])[i] = factor
      found.set(key, column)
    }
  })
  return [...found.values()].flatMap((column) =>
    column.sign === 'free' ? [column, { ...column, factors: column.factors.map((factor) => -factor) }] : [column],
  )
}

// The goal row holds costs with their signs turned, as simplex wants them.
function gain(strict: boolean, columns: readonly Column[], i: number): bigint {
  let sum = strict ? -1n : 0n
  for (const { factors, sign } of columns) if (sign === 'strict') sum += factors[i] as bigint
  return sum
}

// Bland: of the columns that gain, the first by number; so it never goes round in circles.
function entering(goal: readonly bigint[], outside: readonly number[]): number | undefined {
  let best: number | undefined
  outside.forEach((variable, i) => {
    if ((goal[i] as bigint) < 0n && (best === undefined || variable < (outside[best] as number))) best = i
  })
  return best
}

function leaving(table: readonly bigint[][], column: number, basis: readonly number[], width: number): number {
  let best = -1
  for (let i = 0; i < basis.length; i++) {
    const row = table[i] as bigint[]
    if ((row[column] as bigint) <= 0n) continue
    if (best < 0) best = i
    else {
      const rival = table[best] as bigint[]
      const order =
        (row[width] as bigint) * (rival[column] as bigint) - (rival[width] as bigint) * (row[column] as bigint)
      if (order < 0n || (order === 0n && (basis[i] as number) < (basis[best] as number))) best = i
    }
  }
  return best
}

// Whole numbers over one denominator throughout (Edmonds): every division is exact.
function pivot(table: bigint[][], row: number, column: number, denominator: bigint): bigint {
  const own = table[row] as bigint[]
  const by = own[column] as bigint
  table.forEach((line, i) => {
    if (i === row) return
    const head = line[column] as bigint
    for (let j = 0; j < line.length; j++) {
      if (j === column) continue
      const cross = head === 0n ? 0n : head * (own[j] as bigint)
      line[j] = ((line[j] as bigint) * by - cross) / denominator
    }
    line[column] = -head
  })
  own[column] = denominator
  return by
}

// By duality what the slack of a product costs is its value, beyond 1.
function point(
  columns: readonly Column[],
  goal: readonly bigint[],
  outside: readonly number[],
  width: number,
  denominator: bigint,
): Weighed {
  const values = new Map<string, { over: bigint; under: bigint }>()
  columns.forEach(({ key, sign }, i) => {
    const place = outside.indexOf(width + i)
    const cost = place < 0 ? 0n : (goal[place] as bigint)
    if (sign === 'strict') values.set(key, { over: cost + denominator, under: denominator })
  })
  return values
}
