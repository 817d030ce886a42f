// How near do predictions lie to what was measured? Of many ratios the middle, the spread, and how large an error is typical.
import { quantile } from './fit/fit'

export interface Summary {
  readonly n: number
  readonly median: number
  readonly p10: number
  readonly p90: number
  /** shares of the rows */
  readonly within13: number
  readonly within2: number
  /** the factor by which half of the rows are missed by less */
  readonly typical: number
  /** rows that were quicker than predicted: of a bound none */
  readonly above: number
}

export function summaryOf(ratios: readonly number[]): Summary {
  const off = ratios.map((ratio) => Math.abs(Math.log(ratio)))
  const within = (factor: number): number => off.filter((far) => far <= Math.log(factor)).length / off.length
  return {
    n: ratios.length,
    ...{ median: quantile(ratios, 0.5), p10: quantile(ratios, 0.1), p90: quantile(ratios, 0.9) },
    ...{ within13: within(1.3), within2: within(2), typical: Math.exp(quantile(off, 0.5)) },
    above: ratios.filter((ratio) => ratio > 1).length,
  }
}

export interface SourceSummary extends Summary {
  readonly source: string
  readonly quantity: string
}

/** One summary for each source and quantity, in the order of their names. */
export function summaries(
  rows: readonly { readonly source: string; readonly quantity: string; readonly ratio: number }[],
): readonly SourceSummary[] {
  const groups = new Map<string, { source: string; quantity: string; ratios: number[] }>()
  for (const { source, quantity, ratio } of rows) {
    const key = JSON.stringify([source, quantity])
    const group = groups.get(key) ?? { source, quantity, ratios: [] }
    group.ratios.push(ratio)
    groups.set(key, group)
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { source, quantity, ratios }]) => ({ source, quantity, ...summaryOf(ratios) }))
}
