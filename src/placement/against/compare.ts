// How do many measured rows compare? Those that can be predicted with their source, the others with the reason.
import { against, type Predicted, type Skipped } from './against'
import type { Mode } from './row'

export interface Comparison {
  readonly predicted: readonly (Predicted & { readonly source: string })[]
  readonly skipped: readonly Skipped[]
}

/** Rows name their source as `source_key`. Refuses what is no row. */
export function compare(rows: readonly Readonly<Record<string, unknown>>[], mode: Mode = 'ideal'): Comparison {
  const answers = rows.map((row) => ({ answer: against(row, mode), source: String(row.source_key ?? 'unknown') }))
  return {
    predicted: answers.flatMap(({ answer, source }) => ('skipped' in answer ? [] : [{ ...answer, source }])),
    skipped: answers.flatMap(({ answer }) => ('skipped' in answer ? [answer] : [])),
  }
}
