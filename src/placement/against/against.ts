// What do the equations say of a measured row, beside what was measured? A ratio, or the reason why there is none.
import { Refusal } from '../../units'
import { expectedTime } from './expected'
import { idealTime } from './ideal'
import { arithmeticOf, peakFor } from './precision'
import { type Reason, Skip } from './reasons'
import { idOf, type Mode, type Row, rowOf } from './row'

export interface Used {
  /** catalogue id, or the row's own name */
  readonly model: string
  readonly accelerator: string
  readonly devices: number
  readonly tensorParallel: number
  readonly pipelineStages: number
  readonly expertParallel: number
  readonly attention: string
  /** B */
  readonly bytesPerParam: number
  readonly kv: string
  /** FLOP/s and B/s of a device, full rates; calibrated the peak of the precision in which it multiplies */
  readonly flops: number
  readonly memoryBandwidth: number
  readonly batch: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly mode: Mode
}

export interface Predicted {
  readonly id: string
  readonly quantity: string
  /** s */
  readonly measured: number
  readonly predicted: number
  /** predicted / measured: of a bound, at most 1 */
  readonly ratio: number
  readonly used: Used
}

export interface Skipped {
  readonly id: string
  readonly skipped: Reason
}

export type Answered = Predicted | Skipped

/** A row of measurements beside its ideal or its expected time. Refuses what is no row; a row that cannot be predicted is skipped with a reason. */
export function against(row: unknown, mode: Mode = 'ideal'): Answered {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw new Refusal('A measured row is a JSON object with id, quantity, value, model and accel.')
  }
  const fields = row as Readonly<Record<string, unknown>>
  try {
    return predicted(rowOf(fields, mode), mode)
  } catch (error) {
    if (error instanceof Skip) return { id: idOf(fields), skipped: error.reason }
    throw error
  }
}

function predicted(row: Row, mode: Mode): Predicted {
  const time = mode === 'ideal' ? idealTime(row) : expectedTime(row)
  const { id, quantity, measured } = row
  return { id, quantity, measured, predicted: time, ratio: time / measured, used: usedBy(row, mode) }
}

function usedBy(row: Row, mode: Mode): Used {
  const { model, machine, devices, layout, bytesPerParam, kv, batch, inputTokens, outputTokens } = row
  return {
    model: model.id,
    accelerator: machine.id,
    devices,
    ...layout,
    bytesPerParam,
    kv,
    flops: mode === 'ideal' ? peakFor(machine, bytesPerParam) : arithmeticOf(row).flops,
    memoryBandwidth: machine.memoryBandwidth,
    batch,
    inputTokens,
    outputTokens,
    mode,
  }
}
