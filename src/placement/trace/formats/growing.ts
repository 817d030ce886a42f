// Which blocks has a prompt that continues the one before it? Those that stayed whole, and new ones of its own.

/** Ids that no file has: below the folded ones, above what anybody numbers. */
const firstOwn = 2 ** 51

export interface Growing {
  /** the blocks of a prompt of `tokens`, of which the first `kept` are those of the prompt before; valid until the next */
  readonly next: (kept: number, tokens: number) => readonly number[]
  /** begins with blocks a file names, those of the first prompt */
  readonly start: (blocks: readonly number[]) => readonly number[]
}

/** Prompts of many sessions, each growing by itself; a block in which the text changes is another block. */
export function growingPrompts(blockTokens: number): () => Growing {
  let own = firstOwn
  return () => {
    let blocks: number[] = []
    return {
      next(kept, tokens) {
        blocks.length = Math.min(blocks.length, Math.floor(kept / blockTokens))
        while (blocks.length < Math.ceil(tokens / blockTokens)) blocks.push(own++)
        return blocks
      },
      start(given) {
        blocks = [...given]
        return blocks
      },
    }
  }
}
