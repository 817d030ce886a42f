// What does the operator pay for what the buyer is charged: the forward pass, the keeping, the hit?
import type { Deployment, DeploymentPoint, ModelPart } from '../deployment'
import { type PlacedOption, place } from '../placement'
import { Refusal } from '../units'
import type { SessionPrice } from './cacheSession'

export type OperatorQuestion = (
  | { readonly model: ModelPart; readonly acceleratorId: string }
  | { readonly deployment: Deployment }
) &
  Pick<DeploymentPoint, 'context' | 'acceptContext'> & {
    /** s the cache is kept */
    readonly life: number
    readonly mfu?: number
    readonly stall?: number
  }

/** USD/token */
export interface OperatorCost {
  readonly forwardPass: number
  /** in HBM at the rent of its device, and where it is cheapest for this life and loads no slower than rematerializing */
  readonly keptInMemory: PlacedOption
  readonly keptCheapest: PlacedOption
}

export function operatorCost(question: OperatorQuestion): OperatorCost {
  const { life, mfu, stall, context, acceptContext } = question
  const deployment =
    'deployment' in question ? question.deployment : { model: question.model, accelerator: question.acceleratorId }
  const asked = { mfu, stall, context, acceptContext }
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  const { perToken } = place({ ...deployment, ...given, holdTime: life })
  const named = (name: string): PlacedOption => {
    const found = perToken.find(({ option }) => option === name)
    if (found === undefined) throw new Refusal(`The placement has no ${name}.`)
    return found
  }
  const kept = perToken.filter(({ option, inTime }) => option !== 'remat' && inTime)
  return {
    forwardPass: named('remat').total,
    keptInMemory: named('hbm'),
    keptCheapest: kept.reduce((best, option) => (option.total < best.total ? option : best)),
  }
}

/** USD: what a way through a session makes the operator do; a pass as long as the first prompt, the cache where it is cheapest for one life. */
export function operatorSession(
  { forwardPass, keptCheapest }: OperatorCost,
  { computed, read, kept, strategy }: SessionPrice,
  life: number,
): number {
  const written = strategy === 'send again' ? 0 : computed
  return (
    computed * forwardPass +
    written * keptCheapest.write +
    kept * (keptCheapest.hold / life) +
    read * keptCheapest.retrieve
  )
}
