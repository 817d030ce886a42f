// Which option is cheapest for which hold times? The lower envelope of the cost lines, as intervals.
import { type CostLine, meetingTime } from './line'

export interface Interval {
  readonly option: string
  /** seconds */
  readonly from: number
  /** seconds; null for ever */
  readonly to: number | null
}

/**
 * The cheapest option at every hold time from 0 on. Lines that are nowhere strictly cheapest do not appear; of two equal
 * lines the one listed first wins. Exact: the ends are the crossovers of the neighbours.
 */
export function lowerEnvelope(lines: readonly CostLine[]): Interval[] {
  const intervals: Interval[] = []
  let current = cheapestAtZero(lines)
  let from = 0
  while (current !== undefined) {
    const next = nextBelow(current, lines)
    const to = next?.at ?? null
    if (to === null || to > from) intervals.push({ option: current.option, from, to })
    from = to ?? from
    current = next?.line
  }
  return intervals
}

function cheapestAtZero(lines: readonly CostLine[]): CostLine | undefined {
  return lines.reduce<CostLine | undefined>((best, line) => {
    if (best === undefined || line.once < best.once) return line
    return line.once === best.once && line.rate < best.rate ? line : best
  }, undefined)
}

// Only a flatter line can overtake; of several at the same time the flattest stays below.
function nextBelow(current: CostLine, lines: readonly CostLine[]): { line: CostLine; at: number } | undefined {
  let next: { line: CostLine; at: number } | undefined
  for (const line of lines) {
    const at = line.rate < current.rate ? meetingTime(current, line) : undefined
    if (at === undefined) continue
    if (next === undefined || at < next.at || (at === next.at && line.rate < next.line.rate)) next = { line, at }
  }
  return next
}
