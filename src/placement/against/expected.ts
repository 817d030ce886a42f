// How long is a row expected to take? The same passes at the rates that machines were measured to reach, and what a request adds.
import { call, given } from '../../algebra'
import { type CalibratedNumbers, calibratedNumbers } from '../../catalog/calibration'
import { calibratedStepTime, firstTokenTime } from '../../derivations'
import { checkRow } from './ideal'
import { expectedLoad } from './load'
import { arithmeticOf } from './precision'
import { type Pass, timeOf } from './predict'
import type { Row } from './row'
import { workFor } from './workFor'

/** s of the row's quantity, as calibrated. */
export function expectedTime(row: Row): number {
  if (row.quantity === 'kv_load_s') return expectedLoad(row)
  checkRow(row)
  return expectedAt(row, calibratedNumbers(row.machine.id, arithmeticOf(row).precision))
}

/** The same at rates of one's own. */
export function expectedAt(row: Row, rates: CalibratedNumbers): number {
  const equation = row.quantity === 'ttft_s' ? firstTokenTime : calibratedStepTime
  return timeOf(row, (pass) => call(equation, { ...passNumbers(row, pass), ...rates }))
}

export type PassNumbers = ReturnType<typeof passNumbers>

/** What the equation of an expected pass asks of model, machine and layout, by vocabulary name. */
export function passNumbers(row: Row, pass: Pass) {
  const { memoryBandwidth, scaleUpBandwidth = Number.POSITIVE_INFINITY } = row.machine
  const { tensorParallel: ranks, pipelineStages, expertParallel, attention } = row.layout
  const { layers, hidden } = row.model.architecture
  const { devices, batch, passLength, passFlops, weightBytesRead, places, sequenceBytesRead } = workFor(
    row,
    pass,
    'expected',
  )
  // One stage of a pipeline works on a sequence while the others wait, unless there are sequences for them.
  const waiting = pipelineStages / Math.min(pipelineStages, batch)
  return {
    ...{ devices, batch, passLength, weightBytesRead, places, sequenceBytesRead, memoryBandwidth, scaleUpBandwidth },
    passFlops: waiting * passFlops,
    flops: arithmeticOf(row).flops,
    passLayers: layers.length,
    ranks,
    // Attention that is whole on each device sums nothing.
    allReduces: ranks === 1 ? 0 : (attention === 'data' ? 1 : 2) * layers.length,
    allReduceBytes: batch * passLength * hidden * activationBytes,
    allToAlls: expertParallel === 1 ? 0 : layers.filter(hasExperts).length,
    // What tokens carry to their experts is little in decode, and how many experts a row does not say: their latency counts.
    allToAllTime: 0,
  }
}

/** Engines pass activations on in two bytes, whatever the weights have. */
const activationBytes = 2

const hasExperts = ({ weights }: Row['model']['architecture']['layers'][number]): boolean =>
  weights.some(({ role, active, total }) => role === 'experts' && active < total)

const names = ['passFlops', 'weightBytesRead', 'places', 'sequenceBytesRead', 'allToAllTime']
/** The same equations with the work taken as known, for who calls them a million times. */
export const quick = {
  pass: given(calibratedStepTime, names) as unknown as (numbers: object) => number,
  firstToken: given(firstTokenTime, names) as unknown as (numbers: object) => number,
}
