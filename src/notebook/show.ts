// How does a cell show its result? As one display in every form a reader's tool may know.
import { host } from './host'
import { type Showable, toMime } from './mime/toMime'

/** Shows each value as a display of its own: Markdown text, tables, figures, equations, explanations, checks. */
export function show(...values: readonly Showable[]): void {
  for (const value of values) host().display(toMime(value))
}
