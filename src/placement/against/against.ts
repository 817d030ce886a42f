// What do the equations say of a measured row, beside what was measured? A ratio, or the reason why there is none.
import { Refusal } from '../../units'
import { peakFor } from './precision'
import { idealTime } from './predict'
import { type Reason, Skip } from './reasons'
import { idOf, type Row, rowOf } from './row'

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
  /** FLOP/s and B/s of a device, full rates */
  readonly flops: number
  readonly memoryBandwidth: number
  readonly batch: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** `ideal`: full efficiency, only the experts of one token: a bound */
  readonly mode: 'ideal'
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

export type Mode = 'ideal' | 'calibrated'

/** A row of measurements beside its ideal time. Refuses what is no row; a row that cannot be predicted is skipped with a reason. */
export function against(row: unknown, mode: Mode = 'ideal'): Predicted | Skipped {
  if (mode === 'calibrated') {
    throw new Refusal('Calibrated efficiencies are not there yet: ask for --ideal, the bound at full rates.')
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw new Refusal('A measured row is a JSON object with id, quantity, value, model and accel.')
  }
  const fields = row as Readonly<Record<string, unknown>>
  try {
    return predicted(rowOf(fields))
  } catch (error) {
    if (error instanceof Skip) return { id: idOf(fields), skipped: error.reason }
    throw error
  }
}

function predicted(row: Row): Predicted {
  const time = idealTime(row)
  const { id, quantity, measured } = row
  return { id, quantity, measured, predicted: time, ratio: time / measured, used: usedBy(row) }
}

function usedBy(row: Row): Used {
  const { model, machine, devices, layout, bytesPerParam, kv, batch, inputTokens, outputTokens } = row
  return {
    model: model.id,
    accelerator: machine.id,
    devices,
    ...layout,
    bytesPerParam,
    kv,
    flops: peakFor(machine, bytesPerParam),
    memoryBandwidth: machine.memoryBandwidth,
    batch,
    inputTokens,
    outputTokens,
    mode: 'ideal',
  }
}
