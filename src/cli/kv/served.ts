// How many conversations of each length do the devices hold beside the weights, and how often is a cache there?
import { call } from '../../algebra'
import { resolve } from '../../deployment'
import { kvOf } from '../../deployment/modelNumbers'
import { operatingAt } from '../../deployment/operating'
import { freeMemory } from '../../derivations'
import { wholeSequences } from '../../serving/room'
import { formatNumber, formatQuantity } from '../../units'
import { table } from '../columns'
import { type Draft, wholeDeployment } from '../deployment/draft'

export interface Served {
  readonly accelerator: string
  readonly devices: number
  readonly layout: object
  /** B that the weights leave on all devices */
  readonly freeMemory: number
  /** by context: B of one sequence on all devices, copies counted; how many copies; how many sequences fit */
  readonly at: Readonly<Record<string, { readonly kept: number; readonly copies: number; readonly fit: number }>>
  readonly notes: readonly string[]
}

/** Undefined where no accelerator is named. A cache longer than the model's context is counted all the same. */
export function servedIn(draft: Draft, contexts: readonly number[]): Served | undefined {
  if (draft.deployment.accelerator === undefined) return undefined
  const deployment = wholeDeployment(draft)
  const { architecture, accelerator, devices, layout, numbers, notes } = resolve(deployment)
  if (architecture === undefined) return undefined
  const { weights } = deployment.precision ?? {}
  const kv = kvOf(deployment, architecture.quantization.kv)
  const at = contexts.map((context) => {
    const { step } = operatingAt(architecture, {
      context: Math.max(1, context),
      layout,
      kv,
      ...(weights && { weights }),
    })
    const { sequenceBytesKept: kept, copies } = step
    const fit = wholeSequences({ ...numbers, sequenceBytesKept: kept }, layout)
    return [context, { kept, copies, fit }] as const
  })
  return { accelerator, devices, layout, freeMemory: call(freeMemory, numbers), at: Object.fromEntries(at), notes }
}

export function servedLines(served: Served | undefined): string[] {
  if (served === undefined) return []
  const { accelerator, devices, freeMemory: free, at, notes } = served
  const rows = Object.entries(at).map(([context, { kept, copies, fit }]) => [
    formatNumber(Number(context), 15),
    formatQuantity(kept, 'B'),
    formatNumber(copies),
    formatNumber(fit, 15),
  ])
  return [
    '',
    `On ${devices} x ${accelerator}, the weights leave ${formatQuantity(free, 'B')}`,
    ...table(['tokens', 'on all devices', 'copies', 'fit'], rows, [0, 1, 2, 3]).map((line) => `  ${line}`),
    ...notes.map((note) => `  ${note}`),
  ]
}
