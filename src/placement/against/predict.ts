// How long do the equations say a row takes at the least? Prompt and decode steps, each at its operating point.
import { call } from '../../algebra'
import { freeMemory, stepTime, weightTime } from '../../derivations'
import { devicesOf, type Point, type Work, workAt } from '../../model'
import { Refusal } from '../../units'
import { peakFor } from './precision'
import { Skip } from './reasons'
import type { Row } from './row'

/** s of the row's quantity, at full rates: a bound. */
export function idealTime(row: Row): number {
  checkRoom(row)
  checkPlausible(row)
  const { inputTokens, outputTokens } = row
  switch (row.quantity) {
    case 'prefill_s':
    case 'prefill_batch_s':
      return promptTime(row)
    case 'tpot_s':
      return inputTokens === 0
        ? decodeTime(row, 0, outputTokens) / outputTokens
        : decodeTime(row, inputTokens, Math.max(1, outputTokens - 1)) / Math.max(1, outputTokens - 1)
    case 'e2e_s':
      // The prompt's pass gives the first token.
      return promptTime(row) + (outputTokens > 1 ? decodeTime(row, inputTokens, outputTokens - 1) : 0)
  }
}

const promptTime = (row: Row): number => timeOf(row, { context: 0, newTokens: row.inputTokens })

const panels = 32

/** The steps from `first` tokens of context on, added up: each of them where they are few, else by the trapezoid rule. */
function decodeTime(row: Row, first: number, steps: number): number {
  const at = (context: number): number => timeOf(row, { context })
  if (steps <= panels) return sumOf(steps, (step) => at(first + step))
  const last = first + steps - 1
  const knots = Array.from({ length: panels + 1 }, (_, knot) => Math.round(first + (knot * (last - first)) / panels))
  const times = knots.map(at)
  const inner = sumOf(panels, (knot) => {
    const width = (knots[knot + 1] as number) - (knots[knot] as number)
    return (width * ((times[knot] as number) + (times[knot + 1] as number))) / 2
  })
  return inner + ((times[0] as number) + (times[panels] as number)) / 2
}

const sumOf = (count: number, term: (index: number) => number): number =>
  Array.from({ length: count }, (_, index) => term(index)).reduce((sum, value) => sum + value, 0)

function timeOf(row: Row, point: Pick<Point, 'context' | 'newTokens'>): number {
  const flops = peakFor(row.machine, row.bytesPerParam)
  const { memoryBandwidth } = row.machine
  const { devices, passFlops, weightBytesRead, places, sequenceBytesRead } = workFor(row, point)
  return call(stepTime, { devices, passFlops, weightBytesRead, places, sequenceBytesRead, flops, memoryBandwidth })
}

/** The work of one of the copies of the model that the devices hold, with its part of the batch. */
function workFor(row: Row, point: Pick<Point, 'context' | 'newTokens'>): Work {
  const copies = row.devices / devicesOf(row.layout)
  const { layout, bytesPerParam: weights, kv } = row
  try {
    const batch = Math.ceil(row.batch / copies)
    return workAt(row.model.architecture, { ...point, batch, layout, precision: { weights, kv }, experts: 'ideal' })
  } catch (error) {
    throw error instanceof Refusal ? new Skip('layout') : error
  }
}

function checkRoom(row: Row): void {
  const work = workFor(row, { context: row.inputTokens + row.outputTokens })
  const { weightBytesPerDevice, cacheBytesPerDevice } = work
  const { memoryCapacity } = row.machine
  const free = call(freeMemory, { devices: 1, memoryCapacity, weightBytesKept: weightBytesPerDevice })
  if (cacheBytesPerDevice > free) throw new Skip('does-not-fit')
}

// Whatever the batch and the cache, a prompt is computed and each token after it waits for the weights it uses: a run that
// did not has ended early.
function checkPlausible(row: Row): void {
  const { weightBytesRead, devices } = workFor({ ...row, batch: 1 }, { context: 0 })
  const { memoryBandwidth } = row.machine
  const floor = call(weightTime, { weightBytesRead, devices, memoryBandwidth })
  const least = row.quantity === 'e2e_s' ? promptTime(row) + (row.outputTokens - 1) * floor : floor
  if (row.measured < least) throw new Skip('implausible')
}
