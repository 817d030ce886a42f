// Where do published rules lie on the map? Each on the border it is about, worked out from the numbers it gives.
import data from '../../../data/published-rules.json'
import { tierCrossover } from '../../derivations'

export interface PublishedPoint {
  readonly name: string
  readonly facet: 'near and far' | 'in time'
  /** what its numbers come to, in s or B/s, and what it prints */
  readonly computed: number
  readonly says: number
  /** 1 on the border: hold time over the computed one, or load over remat at the printed bandwidth */
  readonly ratio: number
  readonly source: string
  readonly url: string
}

interface Rule {
  readonly name: string
  readonly says: number
  readonly source: string
  readonly url: string
}

interface Rules {
  /** USD for an access a second, USD for so many bytes of memory */
  readonly fiveMinuteRules: readonly (Rule &
    Record<'recordBytes' | 'accessPrice' | 'memoryPrice' | 'memoryBytes', number>)[]
  /** FLOP/s of the devices; the width of the model, query heads a key head, tokens of the prefix */
  readonly bandwidthRules: readonly (Rule & Record<'peak' | 'dimension' | 'groups' | 'prefix', number>)[]
}

const rules = data as Rules

/** Memory against disk: what a record costs to hold against what an access a second costs, room on disk for nothing. */
function fiveMinutes(): readonly PublishedPoint[] {
  return rules.fiveMinuteRules.map(
    ({ name, recordBytes, accessPrice, memoryPrice, memoryBytes, says, source, url }) => {
      // Both prices are of parts that last equally long: how long cancels.
      const prices = { nearOnce: 0, farOnce: accessPrice, nearHoldPrice: memoryPrice / memoryBytes, farHoldPrice: 0 }
      const computed = tierCrossover({ ...prices, bytesPerToken: recordBytes })
      return { name, facet: 'near and far', computed, says, ratio: says / computed, source, url }
    },
  )
}

/** A prefix against its computation, by their count: 2 d s bytes over gqa (a p d + b d^2) operations of a layer and token. */
function bandwidths(): readonly PublishedPoint[] {
  const [elementBytes, attention, layer] = [2, 4, 22]
  return rules.bandwidthRules.map(({ name, peak, dimension, groups, prefix, says, source, url }) => {
    const operations = groups * (attention * prefix * dimension + layer * dimension ** 2)
    const computed = (peak * 2 * dimension * elementBytes) / operations
    return { name, facet: 'in time', computed, says, ratio: computed / says, source, url }
  })
}

/** The five-minute rules of 1987 and 1997 and Mooncake's bandwidth rule. */
export const publishedPoints = (): readonly PublishedPoint[] => [...fiveMinutes(), ...bandwidths()]
