// How does a cell show its result? As one display in every form a reader's tool may know.
import { host } from './host'
import type { Live } from './live'
import { type Showable, toMime } from './mime/toMime'

/** Shows each value as a display of its own: Markdown text, tables, figures, equations, explanations, checks. */
export function show(...values: readonly (Showable | Live)[]): void {
  for (const value of values) display(value)
}

function display(value: Showable | Live): void {
  const place = host()
  if (!isLive(value)) place.display(toMime(value))
  else if (place.live === undefined) place.display(toMime(value.figure))
  else place.live(value)
}

function isLive(value: Showable | Live): value is Live {
  return (value as Live | undefined)?.kind === 'live'
}
