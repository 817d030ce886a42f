// What does the operator pay for what the buyer is charged: the forward pass, the keeping, the hit?
import { type Model, rentedAccelerator } from '../catalog'
import { tiersFor } from '../deployment'
import { type PlacedOption, place } from '../placement'
import { Refusal } from '../units'

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
  const named = (name: string): PlacedOption => {
    const found = perToken.find(({ option }) => option === name)
    if (found === undefined) throw new Refusal(`The placement on ${acceleratorId} has no ${name}.`)
    return found
  }
  const kept = perToken.filter(({ option }) => option !== 'remat')
  return {
    forwardPass: named('remat').total,
    keptInMemory: named('hbm'),
    keptCheapest: kept.reduce((best, option) => (option.total < best.total ? option : best)),
  }
}
