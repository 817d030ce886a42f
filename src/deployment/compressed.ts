// What is a tier that keeps its bytes compressed? One as many times larger and faster, as the cache sees it.
import { formatNumber, Refusal } from '../units'
import type { TierNumbers } from './deployment'
import type { Known } from './known'

const larger = ['tierCapacity', 'tierBandwidth', 'ratedWorkload', 'portBandwidth', 'pathBandwidth'] as const
const cheaper = ['holdPrice', 'retrievePrice', 'writePrice'] as const

/**
 * The same in bytes of the cache before they are compressed, and without the ratio, so that it is not counted twice. A byte
 * written is as much less of the drive's endurance, since drive writes are counted in capacities.
 */
export function compressed<T extends TierNumbers>(tier: T): T {
  const { compression: ratio, ...rest } = tier
  if (ratio === undefined) return tier
  if (!(ratio >= 1 && Number.isFinite(ratio)))
    throw new Refusal(`compression of ${tier.id} is ${ratio}: expected bytes before over bytes after, 1 or more.`)
  const scaled = (names: readonly (keyof TierNumbers)[], by: number): Partial<TierNumbers> =>
    Object.fromEntries(names.flatMap((name) => (tier[name] === undefined ? [] : [[name, (tier[name] as number) * by]])))
  return { ...rest, ...scaled(larger, ratio), ...scaled(cheaper, 1 / ratio) } as unknown as T
}

export function compressionNotes(
  tiers: readonly { readonly id: string; readonly known: Readonly<Record<string, Known>> }[],
): readonly string[] {
  return tiers.flatMap(({ id, known: { compression } }) =>
    compression === undefined
      ? []
      : [
          `${id} keeps ${formatNumber(compression.value)} bytes of a cache in one: its room, rates and prices are those of the bytes before; packing takes no time of a device.`,
        ],
  )
}
