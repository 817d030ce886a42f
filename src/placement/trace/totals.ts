// What is added up while a trace is read, whether or not its blocks are kept?
import { Refusal } from '../../units'
import type { Layout, Request } from './request'
import type { Totals } from './trace'

type Sums = { -readonly [name in keyof Totals]: number }

export const noTotals = (): Sums => ({
  requests: 0,
  prompts: 0,
  accesses: 0,
  inputTokens: 0,
  outputTokens: 0,
  coveredTokens: 0,
  coveredShares: 0,
  coveredPairs: 0,
  blockPairs: 0,
})

/** Adds one request. */
export function addTo(totals: Sums, request: Request, { blockTokens }: Layout): void {
  const { inputTokens, outputTokens, blocks } = request
  const whole = blocks.length * blockTokens
  const covered = Math.min(whole, inputTokens)
  totals.requests++
  totals.prompts += inputTokens > 0 ? 1 : 0
  totals.accesses += blocks.length
  totals.inputTokens += inputTokens
  totals.outputTokens += outputTokens
  totals.coveredTokens += covered
  totals.coveredShares += inputTokens > 0 ? covered / inputTokens : 0
  totals.coveredPairs += (covered * covered) / 2
  totals.blockPairs += (whole * whole) / 2
}

/** More blocks than its tokens fill: a sign that the file has blocks of another size than its format. */
export function refuseTooMany({ inputTokens, blocks }: Request, { blockTokens }: Layout, where: string): void {
  const most = Math.ceil(inputTokens / blockTokens)
  if (blocks.length <= most) return
  throw new Refusal(
    `${where} lists ${blocks.length} blocks for ${inputTokens} tokens: blocks of ${blockTokens} would be ${most} at most. Say how many tokens a block has: blockTokens, or --block-tokens.`,
  )
}

/** What the reader should know of how the trace was read. */
export function notesOf(backwards: number, totals: Totals, of: Layout): string[] {
  const covered = totals.coveredTokens / Math.max(1, totals.inputTokens)
  return [
    ...(backwards > 0
      ? [`${backwards} requests stand below later ones in the file: replayed in the order of time.`]
      : []),
    ...(covered < 0.5
      ? [`Only ${Math.round(100 * covered)} % of the prompt tokens lie in a listed block of ${of.blockTokens} tokens.`]
      : []),
  ]
}
