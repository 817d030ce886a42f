// How long is a cache expected to load? Its bytes over the links that a row names, or that its engine is known to use.
import { call } from '../../algebra'
import { type CalibratedNumbers, calibratedNumbers } from '../../catalog/calibration'
import { calibratedLoadTime } from '../../derivations'
import { arithmeticOf } from './precision'
import { Skip } from './reasons'
import type { Row } from './row'
import { workFor } from './workFor'

/** B/s: engines that hand caches on by RDMA were measured on ports of 200 Gbit/s, one a device, where nothing else is said. */
const port = 25e9

/** s to load the cache of a row's prompt, as calibrated. */
export function expectedLoad(row: Row): number {
  return loadAt(row, calibratedNumbers(row.machine.id, arithmeticOf(row).precision))
}

/** The same at rates of one's own. */
export function loadAt(row: Row, rates: Pick<CalibratedNumbers, 'transferTime' | 'linkEfficiency'>): number {
  const { sequenceBytesKept: sequenceBytes } = workFor(row, { context: row.inputTokens }, 'expected')
  return call(calibratedLoadTime, { ...rates, sequenceBytes, ...pathOf(row) })
}

/** Each device loads what it keeps over its own link. */
function pathOf({ path, overNetwork, devices, machine }: Row) {
  const each = overNetwork ? port : machine.hostBandwidth
  const pathBandwidth = path ?? (each === undefined ? undefined : devices * each)
  if (pathBandwidth === undefined) throw new Skip('no-path')
  return { pathBandwidth, tierBandwidth: Number.POSITIVE_INFINITY }
}
