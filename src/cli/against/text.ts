// How does `against` read for a person? For each quantity how near the bound lies, and why rows were skipped.
import {
  type Predicted,
  type Skipped,
  type Reason as SkipReason,
  reasons as skipReasons,
} from '../../placement/against'
import { formatNumber } from '../../units'
import { table } from '../columns'

export function againstText(answers: readonly (Predicted | Skipped)[]): string {
  const predicted = answers.filter((answer): answer is Predicted => 'ratio' in answer)
  const skipped = answers.filter((answer): answer is Skipped => 'skipped' in answer)
  return [
    ...table(['quantity', 'rows', 'p10', 'median', 'p90', 'above 1'], rowsOf(predicted), [1, 2, 3, 4, 5]),
    '',
    'Ideal time over measured time: a bound at full rates, so at most 1. A mixture reads the experts of one token.',
    ...(skipped.length > 0 ? ['', `Skipped: ${skipped.length} of ${answers.length}`, ...reasonsOf(skipped)] : []),
  ].join('\n')
}

function rowsOf(predicted: readonly Predicted[]): string[][] {
  const quantities = [...new Set(predicted.map(({ quantity }) => quantity))].sort()
  return quantities.map((quantity) => {
    const ratios = predicted.filter((row) => row.quantity === quantity).map(({ ratio }) => ratio)
    const sorted = ratios.sort((a, b) => a - b)
    const at = (share: number): string => formatNumber(sorted[Math.floor(share * (sorted.length - 1))] ?? 0, 2)
    const above = sorted.filter((ratio) => ratio > 1).length
    return [quantity, String(sorted.length), at(0.1), at(0.5), at(0.9), String(above)]
  })
}

function reasonsOf(skipped: readonly Skipped[]): string[] {
  const names = Object.keys(skipReasons) as SkipReason[]
  return names.flatMap((name) => {
    const rows = skipped.filter((row) => row.skipped === name).length
    return rows === 0 ? [] : [`  ${rows}  ${name}: ${skipReasons[name]}`]
  })
}
