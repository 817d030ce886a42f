// What must be assumed before a price list says anything? A model nobody publishes and a machine nobody names.
import { rentedAccelerator } from '../catalog'

/** Numbers in base units under vocabulary names. */
export interface PriceAssumptions {
  readonly activeParams: number
  readonly flops: number
  readonly memoryBandwidth: number
  readonly memoryCapacity: number
  readonly devicePrice: number
  /** utilization of prefill */
  readonly mfu: number
  /** share of the device's price charged to its memory */
  readonly memoryShare: number
  /** link over which a hit is loaded */
  readonly pathBandwidth: number
  /** KV bytes of a token where a reading needs them */
  readonly bytesPerToken: number
}

/** A hundred billion active parameters, as the lecture guesses, on an H100 at the catalogue's rent. */
export function priceAssumptions(mine: Partial<PriceAssumptions> = {}): PriceAssumptions {
  const { flops, memoryBandwidth, memoryCapacity, devicePrice, hostBandwidth } = rentedAccelerator('h100-sxm')
  return {
    activeParams: 100e9,
    flops,
    memoryBandwidth,
    memoryCapacity,
    devicePrice,
    mfu: 0.4,
    memoryShare: 1,
    pathBandwidth: hostBandwidth ?? 64e9,
    bytesPerToken: 100e3,
    ...mine,
  }
}
