// What does the operator pay for what the buyer is charged: the forward pass, the keeping, the hit?
import type { ModelPart } from '../deployment'
import { type PlacedOption, place } from '../placement'
import { Refusal } from '../units'

export interface OperatorQuestion {
  readonly model: ModelPart
  readonly acceleratorId: string
  /** s the cache is kept */
  readonly life: number
  readonly mfu?: number
  readonly stall?: number
  /** tokens of the conversation (default: as everywhere) */
  readonly context?: number
}

/** USD/token */
export interface OperatorCost {
  readonly forwardPass: number
  /** in HBM at the rent of its device, and where it is cheapest for this life and loads no slower than rematerializing */
  readonly keptInMemory: PlacedOption
  readonly keptCheapest: PlacedOption
}

export function operatorCost({ acceleratorId, life, ...rest }: OperatorQuestion): OperatorCost {
  const { perToken } = place({
    ...rest,
    accelerator: acceleratorId,
    holdTime: life,
  })
  const named = (name: string): PlacedOption => {
    const found = perToken.find(({ option }) => option === name)
    if (found === undefined) throw new Refusal(`The placement on ${acceleratorId} has no ${name}.`)
    return found
  }
  const kept = perToken.filter(({ option, inTime }) => option !== 'remat' && inTime)
  return {
    forwardPass: named('remat').total,
    keptInMemory: named('hbm'),
    keptCheapest: kept.reduce((best, option) => (option.total < best.total ? option : best)),
  }
}
