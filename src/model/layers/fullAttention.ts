// What does a layer do whose every token attends to all tokens before it? It keeps keys and values of each of them.
import type { Layer } from '../architecture'
import { type GroupedQuery, groupedQuery } from './groupedQuery'

export const fullAttention = (heads: GroupedQuery): Layer => groupedQuery('full attention', { over: 'all' }, heads)
