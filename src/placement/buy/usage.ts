// How full is every place in each second of a plan? By the shares of every age, summed over the ages.
import type { Seconds } from './demand'
import type { Program } from './program'

/** B, and B in that second. */
export interface Usage {
  readonly space: Seconds
  readonly reads: Seconds
  readonly writes: Seconds
  /** of the reads, those into HBM: what crosses the link of the host */
  readonly loads: Seconds
}

/** By offer. */
export function usageOf({ demand, offers, at }: Program, plan: ArrayLike<number>): readonly Usage[] {
  const { waiting, returning, ageing, first, seconds } = demand
  const row = (): Seconds => new Float64Array(seconds + 1)
  return offers.offers.map((_, i) => {
    const [space, loads, reads, writes] = [row(), row(), row(), row()]
    const add = (to: Seconds, from: Seconds | undefined, share: number): void => {
      const by = share * offers.bytesPerToken
      if (from === undefined || by === 0) return
      for (let t = 0; t < to.length; t++) to[t] = (to[t] as number) + by * (from[t] as number)
    }
    const share = (column: number): number => plan[column] as number
    add(writes, first, share(at.held(i, 0)))
    for (const k of demand.ages.keys()) {
      add(space, waiting[k], share(at.held(i, k)))
      add(loads, returning[k], share(at.held(i, k)))
      add(writes, returning[k], share(at.again(i, k)))
      if (k === 0) continue
      add(reads, ageing[k], share(at.left(i, k)))
      add(writes, ageing[k], share(at.came(i, k)))
    }
    for (let t = 0; t < reads.length; t++) reads[t] = (reads[t] as number) + (loads[t] as number)
    return { space, reads, writes, loads }
  })
}
