// How does `against` read for a person? For each source and quantity how near the prediction lies, and why rows were skipped.
import {
  type Answered,
  type Mode,
  type Skipped,
  type Reason as SkipReason,
  type SourceSummary,
  reasons as skipReasons,
} from '../../placement/against'
import { formatNumber } from '../../units'
import { table } from '../columns'

const head = ['quantity', 'rows', 'p10', 'median', 'p90', '≤1.3x', '≤2x', 'typical', 'above 1', 'source']

export function againstText(answers: readonly Answered[], sums: readonly SourceSummary[], mode: Mode): string {
  const skipped = answers.filter((answer): answer is Skipped => 'skipped' in answer)
  return [
    ...table(head, sums.map(lineOf), [1, 2, 3, 4, 5, 6, 7, 8]),
    '',
    ...readings[mode],
    ...(skipped.length > 0 ? ['', `Skipped: ${skipped.length} of ${answers.length}`, ...reasonsOf(skipped)] : []),
  ].join('\n')
}

const readings: Readonly<Record<Mode, readonly string[]>> = {
  ideal: [
    'Ideal time over measured time: a bound at full rates, so at most 1. A mixture reads the experts of one token.',
  ],
  calibrated: [
    'Expected time over measured time, at the rates of data/calibration.json; half of the rows are missed by less than the typical factor.',
    "Fitted to NVIDIA parts and whole batches: under traffic a step carries others' prompts too and takes longer, and so did AMD with the engines of 2024.",
  ],
}

function lineOf({ source, quantity, n, p10, median, p90, within13, within2, typical, above }: SourceSummary): string[] {
  const percent = (share: number): string => `${formatNumber(100 * share, 2)}%`
  const ratios = [p10, median, p90].map((ratio) => formatNumber(ratio, 2))
  const counts = [percent(within13), percent(within2), `x${formatNumber(typical, 3)}`, String(above)]
  return [quantity, String(n), ...ratios, ...counts, source]
}

function reasonsOf(skipped: readonly Skipped[]): string[] {
  const names = Object.keys(skipReasons) as SkipReason[]
  return names.flatMap((name) => {
    const rows = skipped.filter((row) => row.skipped === name).length
    return rows === 0 ? [] : [`  ${rows}  ${name}: ${skipReasons[name]}`]
  })
}
