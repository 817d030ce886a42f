// Which blocks does a growing prompt consist of? Full blocks stay; the last, partial one gets another hash as it fills.

export const blockTokens = 512

export interface Prompt {
  readonly tokens: () => number
  readonly add: (tokens: number) => void
  /** block ids of the prompt as it is now */
  readonly blocks: () => number[]
}

/** A prompt that starts with `shared` full blocks others may have too; `fresh` gives ids never used before. */
export function prompt(shared: readonly number[], fresh: () => number): Prompt {
  const full = [...shared]
  let tokens = shared.length * blockTokens
  return {
    tokens: () => tokens,
    add(more) {
      tokens += more
      while ((full.length + 1) * blockTokens <= tokens) full.push(fresh())
    },
    blocks: () => (tokens > full.length * blockTokens ? [...full, fresh()] : [...full]),
  }
}
