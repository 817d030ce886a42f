// What does the operator pay for what the buyer is charged: the forward pass, the keeping, the hit?
import { type Model, rentedAccelerator } from '../catalog'
import { type PlacedOption, place, tiersFor } from '../placement'

export interface OperatorQuestion {
  readonly model: Pick<Model, 'bytesPerToken' | 'activeParams' | 'totalParams' | 'bytesPerParam'>
  readonly acceleratorId: string
  /** s the cache is kept */
  readonly life: number
  readonly mfu?: number
  readonly stall?: number
}

/** USD/token */
export interface OperatorCost {
  readonly forwardPass: number
  /** in HBM at the rent of its device, and in the tier that is cheapest for this life */
  readonly keptInMemory: PlacedOption
  readonly keptCheapest: PlacedOption
}

export function operatorCost({ acceleratorId, life, ...rest }: OperatorQuestion): OperatorCost {
  const { perToken } = place({
    ...{ mfu: 0.4, ...rest },
    accelerator: rentedAccelerator(acceleratorId),
    tiers: tiersFor(acceleratorId),
    holdTime: life,
  })
  const kept = perToken.filter(({ option }) => option !== 'remat')
  const keptCheapest = kept.reduce((best, option) => (option.total < best.total ? option : best))
  const [keptInMemory = keptCheapest] = kept.filter(({ option }) => option === 'hbm')
  const [remat] = perToken.filter(({ option }) => option === 'remat')
  return { forwardPass: remat?.total ?? 0, keptInMemory, keptCheapest }
}
