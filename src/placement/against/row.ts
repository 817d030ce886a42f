// What does a measured row say? Its fields, each checked, under our names.
import { type MeasuredMachine, type MeasuredModel, measuredMachine, measuredModel } from '../../catalog/measured'
import { type KvDtype, type Layout, layoutOf } from '../../model'
import { Refusal } from '../../units'
import { type Arithmetic, arithmeticIn, kvIn, weightsIn } from './precision'
import { Skip } from './reasons'

export type Quantity = 'e2e_s' | 'tpot_s' | 'prefill_s' | 'prefill_batch_s' | 'ttft_s' | 'kv_load_s'
/** To the first token a request's own time counts, and a load goes over a link: of neither do the peaks of a device know. */
const quantities: Readonly<Record<Mode, readonly Quantity[]>> = {
  ideal: ['e2e_s', 'tpot_s', 'prefill_s', 'prefill_batch_s'],
  calibrated: ['e2e_s', 'tpot_s', 'prefill_s', 'prefill_batch_s', 'ttft_s', 'kv_load_s'],
}

/** `ideal`: full efficiency, only the experts of one token, a bound; `calibrated`: what is expected of machines, fitted to measurements. */
export type Mode = 'ideal' | 'calibrated'

export interface Row {
  readonly id: string
  readonly quantity: Quantity
  /** s */
  readonly measured: number
  readonly model: MeasuredModel
  readonly machine: MeasuredMachine
  readonly devices: number
  readonly layout: Layout
  readonly bytesPerParam: number
  readonly arithmetic: Arithmetic
  readonly kv: KvDtype
  readonly batch: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** B/s of all links of a load together, nominal, where the row says it */
  readonly path?: number
  /** the engine hands caches on by RDMA */
  readonly overNetwork: boolean
}

export type Fields = Readonly<Record<string, unknown>>

/** The row of a JSON object; throws Skip where there is nothing to predict. */
export function rowOf(fields: Fields, mode: Mode): Row {
  const quantity = quantities[mode].find((name) => name === fields.quantity)
  if (quantity === undefined) throw new Skip('quantity')
  if (fields.suspect === true) throw new Skip('suspect')
  const measured = secondsIn(fields)
  if (typeof fields.model !== 'string' || typeof fields.accel !== 'string') throw new Skip('incomplete')
  const model = measuredModel(fields.model)
  if (model === undefined) throw new Skip('unknown-model')
  const machine = measuredMachine(fields.accel)
  if (machine === undefined) throw new Skip('unknown-machine')
  const devices = count(fields.devices ?? 1)
  return {
    id: idOf(fields),
    quantity,
    measured,
    model,
    machine,
    devices,
    layout: layoutIn(fields, devices),
    bytesPerParam: weightsIn(text(fields.weights ?? 'bf16')),
    arithmetic: arithmeticIn(text(fields.weights ?? 'bf16')),
    kv: kvIn(text(fields.kv ?? 'bf16')),
    batch: positive(fields.batch ?? fields.concurrency ?? 1),
    ...tokensIn(fields, quantity),
    ...(fields.path_B_s !== undefined && { path: positive(fields.path_B_s) }),
    overNetwork: /mooncake|nixl|rdma|ucx/i.test(text(fields.system ?? '')),
  }
}

const seconds: Readonly<Record<string, number>> = { s: 1, ms: 1e-3, us: 1e-6 }

/** A row says seconds, or which unit else. */
function secondsIn({ value, unit = 's' }: Fields): number {
  const factor = Object.hasOwn(seconds, String(unit)) ? seconds[String(unit)] : undefined
  if (factor === undefined) throw new Skip('incomplete')
  return positive(value) * factor
}

export const idOf = ({ id }: Fields): string => (typeof id === 'string' ? id : '')

function tokensIn(fields: Fields, quantity: Quantity): Pick<Row, 'inputTokens' | 'outputTokens'> {
  const isPrefill = quantity !== 'e2e_s' && quantity !== 'tpot_s'
  const inputTokens = whole(fields.input_tokens ?? (quantity === 'tpot_s' ? 0 : undefined))
  const outputTokens = isPrefill ? 1 : count(fields.output_tokens)
  if (inputTokens === 0 && quantity !== 'tpot_s') throw new Skip('incomplete')
  return { inputTokens, outputTokens }
}

function layoutIn(fields: Fields, devices: number): Layout {
  const [tensorParallel, pipelineStages, expertParallel, ranks] = ['tp', 'pp', 'ep', 'dp'].map((name) =>
    count(fields[name] ?? 1),
  ) as [number, number, number, number]
  // Ranks of data-parallel attention share the experts; without shared experts they are whole copies of the model.
  const attention = ranks > 1 && expertParallel > 1 ? 'data' : 'tensor'
  try {
    const layout = layoutOf({ tensorParallel, pipelineStages, expertParallel, attention })
    if (devices % (Math.max(tensorParallel, expertParallel) * pipelineStages) !== 0) throw new Skip('layout')
    return layout
  } catch (error) {
    throw error instanceof Refusal ? new Skip('layout') : error
  }
}

function positive(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value
  throw new Skip('incomplete')
}

function whole(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw new Skip('incomplete')
}

function count(value: unknown): number {
  const found = whole(value)
  if (found === 0) throw new Skip('incomplete')
  return found
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  throw new Skip('unknown-precision')
}
