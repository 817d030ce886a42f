// How do config files spell the heads of ordinary attention? And which heads cannot be?
import { Refusal } from '../../units/refusal'
import { type Fields, otherwise } from '../fields'
import type { GroupedQuery } from '../layers/groupedQuery'
import { hiddenSize } from './family'

type Defaults = {
  readonly headDim?: number
  readonly kvHeads?: number
  readonly queryHeads?: number
  readonly class?: string
}

/** Query heads, key/value heads and their width; an absent width is hidden / heads, or the class's own default. */
export function readHeads(fields: Fields, defaults: Defaults = {}): GroupedQuery {
  const says = `${defaults.class ?? 'class'} default`
  const hidden = hiddenSize(fields)
  const queryHeads = fields.count(
    ['num_attention_heads', 'n_head', 'n_heads'],
    defaults.queryHeads === undefined ? undefined : otherwise(defaults.queryHeads, says),
  )
  const kvHeads = fields.count(
    ['num_key_value_heads', 'num_kv_heads', 'num_attention_groups', 'n_head_kv', 'multi_query_group_num'],
    defaults.kvHeads === undefined
      ? otherwise(queryHeads, 'as many as query heads: multi-head attention')
      : otherwise(defaults.kvHeads, says),
  )
  const headDim = readHeadDim(fields, hidden, queryHeads, defaults.headDim, says)
  return checkedHeads({ hidden, queryHeads, kvHeads, keyDim: headDim, valueDim: headDim })
}

/** The width given, else the class's, else hidden / heads. */
export function readHeadDim(fields: Fields, hidden: number, queryHeads: number, byClass?: number, says = ''): number {
  const names = ['head_dim', 'attention_head_dim', 'kv_channels']
  if (fields.has(names)) return fields.count(names)
  if (byClass !== undefined) return fields.count(names, otherwise(byClass, says))
  if (hidden % queryHeads !== 0) {
    throw new Refusal(
      `The config gives no head_dim, and hidden size ${hidden} is not a multiple of ${queryHeads} heads.`,
    )
  }
  return fields.count(names, otherwise(hidden / queryHeads, 'hidden size / heads'))
}

/** Every key/value head must serve the same number of query heads. */
export function checkedHeads(heads: GroupedQuery): GroupedQuery {
  if (heads.queryHeads % heads.kvHeads !== 0) {
    throw new Refusal(
      `The config contradicts itself: ${heads.kvHeads} key/value heads do not divide ${heads.queryHeads} query heads.`,
    )
  }
  return heads
}
