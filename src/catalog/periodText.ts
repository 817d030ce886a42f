// Is this the date of a quote? A year, a quarter, a month, a day, or two of them.
import * as v from 'valibot'
import { readPeriod } from './period'

export const periodText = v.pipe(
  v.string(),
  v.check((text) => readPeriod(text) !== undefined, 'Expected a date like 2025, 2025-Q3, 2026-05 or 2025/2026'),
)
