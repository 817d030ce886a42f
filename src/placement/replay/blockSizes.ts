// How much is each block? Whole, or with the tokens it really has; and how many tokens those attend to.
import type { Trace } from '../trace/trace'

export interface BlockSizes {
  /** tokens of a block */
  readonly tokens: (block: number) => number
  /** pairs of a token of the block and one before it, which is what attention costs */
  readonly pairs: (block: number) => number
}

export interface SizeOptions {
  /** `whole` (default) charges the last block of a prompt as full, `exact` by the tokens in it */
  readonly tokens?: 'whole' | 'exact'
  /** whether pairs are wanted (default not: they are 0) */
  readonly attention?: boolean
}

/** A block is as large, and as deep in its prompt, as at its first access. */
export function blockSizes(trace: Trace, { tokens = 'whole', attention = false }: SizeOptions = {}): BlockSizes {
  const { blockTokens } = trace
  const exact = tokens === 'exact'
  if (!exact && !attention) {
    return { tokens: () => blockTokens, pairs: () => 0 }
  }
  const start = new Int32Array(trace.uniqueBlocks)
  const length = exact ? new Int32Array(trace.uniqueBlocks).fill(blockTokens) : undefined
  // From the last access to the first, so that the first stays.
  for (let i = trace.block.length - 1; i >= 0; i--) {
    const block = trace.block[i] as number
    const from = (trace.position[i] as number) * blockTokens
    start[block] = from
    if (length !== undefined) length[block] = tokensAt(trace, i)
  }
  const size = (block: number): number => (length === undefined ? blockTokens : (length[block] as number))
  return { tokens: size, pairs: (block) => (attention ? pairsFrom(start[block] as number, size(block)) : 0) }
}

/** Of all accesses of the trace, also of those a sample leaves out. */
export function allSizes(
  { blockTokens, totals }: Trace,
  { tokens, attention }: SizeOptions,
): { tokens: number; pairs: number } {
  const exact = tokens === 'exact'
  return {
    tokens: exact ? totals.coveredTokens : totals.accesses * blockTokens,
    pairs: attention === true ? (exact ? totals.coveredPairs : totals.blockPairs) : 0,
  }
}

/** Prompt tokens that an access covers: a full block, but for the last of its prompt. */
export function tokensAt({ inputTokens, request, position, blockTokens }: Trace, access: number): number {
  const left = (inputTokens[request[access] as number] as number) - (position[access] as number) * blockTokens
  return Math.min(blockTokens, left)
}

// Every token attends to all before it: half the square of the length, less half the square of what came before.
function pairsFrom(start: number, length: number): number {
  return ((start + length) ** 2 - start ** 2) / 2
}
