// How long does a row take, once the time of a pass is known? Prompt and decode steps, each at its operating point.
import type { Point } from '../../model'
import type { Row } from './row'

/** What of the pass a row does not say: tokens seen before, and new ones (default 1, decode). */
export type Pass = Pick<Point, 'context' | 'newTokens'>
/** s of one pass of a row. */
export type PassTime = (pass: Pass) => number

/** s of the row's quantity where passes make it up, decode steps added up by a rule of so many panels. */
export function timeOf(row: Row, at: PassTime, panels = 32): number {
  const { inputTokens, outputTokens } = row
  switch (row.quantity) {
    case 'kv_load_s':
      throw new Error('a load is no pass')
    case 'prefill_s':
    case 'prefill_batch_s':
    case 'ttft_s':
      return promptTime(row, at)
    case 'tpot_s':
      return inputTokens === 0
        ? decodeTime(at, 0, outputTokens, panels) / outputTokens
        : decodeTime(at, inputTokens, Math.max(1, outputTokens - 1), panels) / Math.max(1, outputTokens - 1)
    case 'e2e_s':
      // The prompt's pass gives the first token.
      return promptTime(row, at) + (outputTokens > 1 ? decodeTime(at, inputTokens, outputTokens - 1, panels) : 0)
  }
}

export const promptTime = ({ inputTokens }: Row, at: PassTime): number => at({ context: 0, newTokens: inputTokens })

/** The steps from `first` tokens of context on, added up: each of them where they are few, else by the trapezoid rule. */
function decodeTime(pass: PassTime, first: number, steps: number, panels: number): number {
  const at = (context: number): number => pass({ context })
  if (steps <= panels) return sumOf(steps, (step) => at(first + step))
  const last = first + steps - 1
  const knots = Array.from({ length: panels + 1 }, (_, knot) => Math.round(first + (knot * (last - first)) / panels))
  const times = knots.map(at)
  const inner = sumOf(panels, (knot) => {
    const width = (knots[knot + 1] as number) - (knots[knot] as number)
    return (width * ((times[knot] as number) + (times[knot + 1] as number))) / 2
  })
  return inner + ((times[0] as number) + (times[panels] as number)) / 2
}

const sumOf = (count: number, term: (index: number) => number): number =>
  Array.from({ length: count }, (_, index) => term(index)).reduce((sum, value) => sum + value, 0)
