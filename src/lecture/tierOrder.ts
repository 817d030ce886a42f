// Is a tier that is cheaper to hold in always dearer to retrieve from? Prices per byte, by date and basis, with every exception.
import { accelerator, tier } from '../catalog'
import { type TierNumbers, tiersFor } from '../deployment'
import { amortizedPrice, holdPrice, memoryHoldPrice, retrievePrice } from '../derivations'

export interface OrderOptions {
  readonly acceleratorId?: string
  /** `component` prices HBM as a part; `owned`, where nobody owns HBM alone, by the rent of its device */
  readonly basis?: 'component' | 'owned'
  readonly asOf?: string
}

export interface TierPrices {
  readonly option: string
  /** USD/(B*s) */
  readonly hold: number
  /** USD/B, into HBM */
  readonly retrieve: number
}

export interface TierOrder {
  /** dearest to hold in first */
  readonly tiers: readonly TierPrices[]
  /** pairs where one tier is dearer both to hold in and to retrieve from */
  readonly exceptions: readonly { readonly dearer: string; readonly cheaper: string }[]
}

export function tierOrder({ acceleratorId = 'h100-sxm', basis = 'component', asOf }: OrderOptions = {}): TierOrder {
  const dated = asOf === undefined ? {} : { asOf }
  const tiers = [
    ...tiersFor(acceleratorId, { basis, ...dated }).flatMap(orderedBy),
    ...hbm(acceleratorId, basis, dated),
  ]
  tiers.sort((a, b) => b.hold - a.hold)
  const exceptions = tiers.flatMap((near, i) =>
    tiers
      .slice(i + 1)
      .filter((far) => far.retrieve < near.retrieve)
      .map((far) => ({ dearer: near.option, cheaper: far.option })),
  )
  return { tiers, exceptions }
}

function orderedBy({ id, tierCapacity, tierBandwidth, ...cost }: TierNumbers): readonly TierPrices[] {
  const { purchasePrice, lifetime, power = 0, energyPrice = 0 } = cost
  if (tierCapacity === undefined || tierBandwidth === undefined) return []
  if (purchasePrice === undefined || lifetime === undefined) return []
  const tierPrice = amortizedPrice({ purchasePrice, lifetime, power, energyPrice })
  return [
    {
      option: id,
      hold: holdPrice({ tierPrice, tierCapacity, fill: 1 }),
      retrieve: retrievePrice({ tierPrice, tierBandwidth }),
    },
  ]
}

// Retrieving means bringing into HBM, so from HBM it is free; without a price at that date HBM is left out.
function hbm(acceleratorId: string, basis: string, dated: { readonly asOf?: string }): readonly TierPrices[] {
  if (basis === 'component') {
    const part = tier('hbm3e-on-package', { basis: 'component', ...dated })
    return part.placeable && part.kind === 'part'
      ? orderedBy(part).map((prices) => ({ ...prices, option: 'hbm', retrieve: 0 }))
      : []
  }
  const { devicePrice, memoryCapacity } = accelerator(acceleratorId, dated)
  if (devicePrice === undefined) return []
  return [{ option: 'hbm', hold: memoryHoldPrice({ devicePrice, memoryCapacity, memoryShare: 1 }), retrieve: 0 }]
}
