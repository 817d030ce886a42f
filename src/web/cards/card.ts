// What does a model's card say? What its cache weighs, and where that should wait, on one machine at catalogue prices.
import { type Model, model, modelIds } from '../../catalog'
import type { Resolved } from '../../deployment'
import { bytesAt, perSequence, perToken } from '../../model'
import { type Placement, place, settled } from '../../placement'

export const machine = 'h100-sxm'
export const contexts: readonly number[] = [1024, 8192, 32_768, 131_072, 1_048_576]

export interface Card {
  readonly model: Model
  readonly perToken: number
  readonly perSequence: number
  /** information bytes of one sequence, by its tokens */
  readonly bytesAt: readonly (readonly [context: number, bytes: number])[]
  /** what serves it */
  readonly deployment: Resolved
  readonly hidden: Placement
  /** the same where the devices wait for every load */
  readonly stalling: Placement
}

export interface CardOptions {
  readonly accelerator?: string
  /** tokens of a conversation (default: as everywhere) */
  readonly context?: number
}

export function cards(): readonly Card[] {
  return modelIds()
    .map((id) => card(id))
    .sort((a, b) => b.perToken - a.perToken)
}

/** One model's card; the question is that of `servemath place`, asked of the same deployment. */
export function card(id: string, { accelerator = machine, context }: CardOptions = {}): Card {
  const found = model(id)
  const question = settled({ model: id, accelerator, holdTime: 300, ...(context !== undefined && { context }) })
  return {
    model: found,
    perToken: perToken(found.architecture),
    perSequence: perSequence(found.architecture),
    bytesAt: contexts.map((tokens) => [tokens, bytesAt(found.architecture, tokens)] as const),
    deployment: question.deployment,
    hidden: place({ ...question, stall: 0 }),
    stalling: place({ ...question, stall: 1 }),
  }
}
