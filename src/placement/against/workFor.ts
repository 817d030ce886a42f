// What must the devices of a row do in one pass? The work of one of the copies of the model that they hold, with its part of the batch.
import { devicesOf, type Point, type Work, workAt } from '../../model'
import { Refusal } from '../../units'
import type { Pass } from './predict'
import { Skip } from './reasons'
import type { Row } from './row'

export function workFor(row: Row, pass: Pass, experts: Exclude<Point['experts'], undefined>): Work {
  const copies = row.devices / devicesOf(row.layout)
  const { layout, bytesPerParam: weights, kv } = row
  try {
    const batch = Math.ceil(row.batch / copies)
    return workAt(row.model.architecture, { ...pass, batch, layout, precision: { weights, kv }, experts })
  } catch (error) {
    throw error instanceof Refusal ? new Skip('layout') : error
  }
}
