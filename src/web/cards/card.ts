// What does a model's card say? What its cache weighs, and where that should wait, on one machine at catalogue prices.
import { type Model, model, modelIds, rentedAccelerator } from '../../catalog'
import { tiersFor } from '../../deployment'
import { bytesAt, perSequence, perToken } from '../../model'
import { type Placement, place } from '../../placement'

export const machine = 'h100-sxm'
export const contexts: readonly number[] = [1024, 8192, 32_768, 131_072, 1_048_576]

export interface Card {
  readonly model: Model
  readonly perToken: number
  readonly perSequence: number
  /** information bytes of one sequence, by its tokens */
  readonly bytesAt: readonly (readonly [context: number, bytes: number])[]
  readonly hidden: Placement
  /** the same where the devices wait for every load */
  readonly stalling: Placement
}

export function cards(): readonly Card[] {
  const accelerator = rentedAccelerator(machine)
  const tiers = tiersFor(machine)
  return modelIds()
    .map((id): Card => {
      const found = model(id)
      const question = { model: found, accelerator, tiers, holdTime: 300 }
      return {
        model: found,
        perToken: perToken(found.architecture),
        perSequence: perSequence(found.architecture),
        bytesAt: contexts.map((context) => [context, bytesAt(found.architecture, context)] as const),
        hidden: place(question),
        stalling: place({ ...question, stall: 1 }),
      }
    })
    .sort((a, b) => b.perToken - a.perToken)
}
