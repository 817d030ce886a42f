// How is an accelerator written in data/?
import * as v from 'valibot'
import data from '../../data/accelerators.json'
import { table } from './load'
import { factIn, priceIn, rentalSchema } from './schema'

const peak = v.exactOptional(factIn('FLOP/s'))
const bandwidth = v.exactOptional(factIn('B/s'))
const schema = v.strictObject({
  name: v.string(),
  vendor: v.string(),
  marketedCapacity: factIn('B'),
  driverCapacity: v.exactOptional(factIn('B')),
  memoryBandwidth: factIn('B/s'),
  flops: v.strictObject({ bf16: peak, fp8: peak, fp4: peak }),
  scaleUpDevices: factIn('1'),
  scaleUpBandwidth: bandwidth,
  hostBandwidth: bandwidth,
  hostCapacity: v.exactOptional(factIn('B')),
  hostMemoryBandwidth: bandwidth,
  networkBandwidth: bandwidth,
  tdp: v.exactOptional(factIn('W')),
  rental: v.array(rentalSchema),
  purchase: v.array(priceIn('USD', 'component')),
})

export type AcceleratorRecord = v.InferOutput<typeof schema>

export const acceleratorRecords: () => ReadonlyMap<string, AcceleratorRecord> = table(
  'data/accelerators.json',
  data,
  schema,
)
