// What does a layer do that attends to another input, such as speech or a picture? It keeps keys and values of that input alone.
import type { Layer } from '../architecture'
import { type GroupedQuery, groupedQuery } from './groupedQuery'

/** `tokens` of the other input, kept as long as the sequence lives, however long that grows. */
export const crossAttention = (heads: GroupedQuery, tokens: number): Layer =>
  groupedQuery(`cross attention (${tokens})`, { over: 'input', tokens }, heads)
