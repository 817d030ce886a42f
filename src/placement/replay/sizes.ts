// Which cache sizes are worth asking about? Those of the places where hosts keep caches, as far as the trace fills them.
import type { Trace } from '../trace/trace'
import type { Prices } from './prices'

export interface NamedSize {
  /** B */
  readonly bytes: number
  /** where a host has so much */
  readonly where: string
}

const terabytes = (where: string, sizes: readonly number[]): NamedSize[] =>
  sizes.map((size) => ({ bytes: size * 1e12, where }))

const hosts = [...terabytes('DDR', [0.25, 0.5, 1, 2, 4, 8]), ...terabytes('flash', [30, 120, 500])]

/** B, ascending: what the machine has free, hosts that the trace overfills, and a cache that holds every block of it. */
export function hostSizes(trace: Trace, { bytesPerToken, freeMemory }: Prices): NamedSize[] {
  const all = (trace.uniqueBlocks / trace.rate) * trace.blockTokens * bytesPerToken
  const sizes = [
    ...(freeMemory === undefined ? [] : [{ bytes: freeMemory, where: 'free HBM' }]),
    ...hosts.filter(({ bytes }) => bytes < all),
    { bytes: all, where: 'everything: an infinite cache' },
  ]
  return sizes.sort((a, b) => a.bytes - b.bytes)
}
