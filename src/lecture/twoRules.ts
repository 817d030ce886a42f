// Two rules say which tier suits a hold time: the one read once in that time, or the one that costs least. Do they agree?
import { accelerator, model } from '../catalog'
import { memoryPart, type TierNumbers, tiersFor } from '../deployment'
import { drainTime } from '../derivations'
import { place } from '../placement'

export interface RuleOptions {
  readonly modelId?: string
  readonly acceleratorId?: string
  readonly mfu?: number
  readonly stall?: number
  /** HBM as a bare part (default, so that every tier is priced alike), or by the rent of whole devices */
  readonly memory?: 'part' | 'rent'
}

export interface RuleRow {
  readonly option: string
  /** s: where the drain-time rule puts it */
  readonly drainTime?: number
  /** s: where it is cheapest, null for ever; absent where it never is */
  readonly cheapest?: readonly [from: number, to: number | null]
  /** does the drain time lie where the tier is cheapest? */
  readonly agree?: boolean
}

/** Every tier of an accelerator, and deleting, by both rules. */
export function twoRules(options: RuleOptions = {}): readonly RuleRow[] {
  const { modelId = 'llama-3.1-70b', acceleratorId = 'h100-sxm', mfu = 0.5, stall = 0, memory = 'part' } = options
  const host = accelerator(acceleratorId)
  const tiers = tiersFor(acceleratorId)
  const { envelope, perToken } = place({
    model: model(modelId),
    accelerator: host,
    tiers,
    memory: memory === 'part' ? memoryPart() : 'all',
    holdTime: 300,
    // Both rules are of cost alone, of holding and retrieving, as the lecture has it.
    ...{ deadline: Number.POSITIVE_INFINITY, landing: 0, ratings: 'endurance' },
    mfu,
    stall,
  })
  const drains = new Map([
    ['hbm', drainTime({ tierCapacity: host.memoryCapacity, tierBandwidth: host.memoryBandwidth })],
    ...tiers.flatMap(drainOf),
  ])
  return perToken.map(({ option }) => {
    const drain = drains.get(option)
    const interval = envelope.find((each) => each.option === option)
    const cheapest = interval && ([interval.from, interval.to] as const)
    return {
      option,
      ...(drain !== undefined && { drainTime: drain }),
      ...(cheapest && { cheapest }),
      ...(drain !== undefined && { agree: cheapest !== undefined && inside(drain, cheapest) }),
    }
  })
}

const inside = (time: number, [from, to]: readonly [number, number | null]): boolean =>
  time >= from && (to === null || time <= to)

function drainOf({ id, tierCapacity, tierBandwidth }: TierNumbers): readonly (readonly [string, number])[] {
  return tierCapacity === undefined || tierBandwidth === undefined
    ? []
    : [[id, drainTime({ tierCapacity, tierBandwidth })]]
}
