// What does a layer do that sees only the last tokens? Its cache stops growing: at a window, or at a chunk.
import type { Layer } from '../architecture'
import { type GroupedQuery, groupedQuery } from './groupedQuery'

export const slidingAttention = (heads: GroupedQuery, window: number): Layer =>
  groupedQuery(`sliding attention (${window})`, { over: 'last', tokens: window }, heads)

/** Attention inside chunks of the context; a decode step is counted full, as windows are, in the steady state. */
export function chunkedAttention(heads: GroupedQuery, chunk: number): Layer {
  const layer = groupedQuery(`chunked attention (${chunk})`, { over: 'last', tokens: chunk }, heads)
  return { ...layer, attends: layer.attends.map((attend) => ({ ...attend, chunked: true })) }
}
