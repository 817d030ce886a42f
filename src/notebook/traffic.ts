// How does a cell reach traces and their replay? On demand: only the chapter on real traffic needs them.

/** Traces, what they cost under every policy, and their figures: `const { openTrace, replay } = await traffic()`. */
export function traffic(): Promise<typeof import('./traces')> {
  return import('./traces')
}
