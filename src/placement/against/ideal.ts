// How long do the equations say a row takes at the least? At full rates, and of a mixture the experts of one token: a bound.
import { call } from '../../algebra'
import { freeMemory, stepTime, weightTime } from '../../derivations'
import { peakFor } from './precision'
import { type Pass, promptTime, timeOf } from './predict'
import { Skip } from './reasons'
import type { Row } from './row'
import { workFor } from './workFor'

/** s of the row's quantity, at full rates: a bound. */
export function idealTime(row: Row): number {
  checkRow(row)
  return timeOf(row, idealPass(row))
}

/** Refuses rows that paged, queued or ended early: no equation of a pass is about them. */
export function checkRow(row: Row): void {
  checkRoom(row)
  checkPlausible(row)
}

const idealPass = (row: Row) => (pass: Pass) => {
  const flops = peakFor(row.machine, row.bytesPerParam)
  const { memoryBandwidth } = row.machine
  const { devices, passFlops, weightBytesRead, places, sequenceBytesRead } = workFor(row, pass, 'ideal')
  return call(stepTime, { devices, passFlops, weightBytesRead, places, sequenceBytesRead, flops, memoryBandwidth })
}

function checkRoom(row: Row): void {
  const work = workFor(row, { context: row.inputTokens + row.outputTokens }, 'ideal')
  const { weightBytesPerDevice, cacheBytesPerDevice } = work
  const { memoryCapacity } = row.machine
  const free = call(freeMemory, { devices: 1, memoryCapacity, weightBytesKept: weightBytesPerDevice })
  if (cacheBytesPerDevice > free) throw new Skip('does-not-fit')
}

// Whatever the batch and the cache, a prompt is computed and each token after it waits for the weights it uses: a run that
// did not has ended early.
function checkPlausible(row: Row): void {
  const { weightBytesRead, devices } = workFor({ ...row, batch: 1 }, { context: 0 }, 'ideal')
  const { memoryBandwidth } = row.machine
  const floor = call(weightTime, { weightBytesRead, devices, memoryBandwidth })
  const least = row.quantity === 'e2e_s' ? promptTime(row, idealPass(row)) + (row.outputTokens - 1) * floor : floor
  if (row.measured < least) throw new Skip('implausible')
}
