// How is an accelerator written in data/, and as what does it come out? Facts under vocabulary names, and the same as plain numbers.
import * as v from 'valibot'
import data from '../../data/accelerators.json'
import { type Fact, factIn, type Values } from './fact'
import { table } from './load'
import { type Price, priceIn, type Rental, rentalSchema } from './quote'

export const precisions = ['bf16', 'fp8', 'fp4'] as const
export type Precision = (typeof precisions)[number]

export interface AcceleratorOptions {
  /** rental quotes no later than this date, such as 2025-Q4; the newest of all by default */
  readonly asOf?: string
  /** number format of the dense peak; bf16 by default */
  readonly precision?: Precision
}

export interface AcceleratorFacts {
  /** as the driver reports it where known, else as marketed */
  readonly memoryCapacity: Fact
  readonly marketedCapacity: Fact
  readonly memoryBandwidth: Fact
  /** dense peak in the chosen precision */
  readonly flops?: Fact
  readonly devicePrice?: Rental
  /** accelerators that reach one another over the fast fabric */
  readonly scaleUpDevices: Fact
  /** that fabric, per accelerator, both directions together */
  readonly scaleUpBandwidth?: Fact
  /** host to accelerator, one direction */
  readonly hostBandwidth?: Fact
  readonly hostCapacity?: Fact
  readonly hostMemoryBandwidth?: Fact
  readonly networkBandwidth?: Fact
  readonly tdp?: Fact
}

export interface Accelerator extends Values<AcceleratorFacts> {
  readonly id: string
  readonly name: string
  readonly vendor: string
  readonly precision: Precision
  /** what equations may want and the catalogue does not know */
  readonly missing: readonly ('flops' | 'devicePrice')[]
  readonly facts: AcceleratorFacts
  /** every rental quote; `facts.devicePrice` is the one chosen by `quoteRule` */
  readonly quotes: readonly Rental[]
  readonly quoteRule: string
  readonly purchases: readonly Price[]
  /** names of the facts of low confidence */
  readonly doubtful: readonly string[]
}

/** An accelerator whose peak and rental price are known, so that every cost equation has what it needs. */
export type RentedAccelerator = Accelerator & { readonly flops: number; readonly devicePrice: number }

const bandwidth = v.exactOptional(factIn('B/s'))
const schema = v.strictObject({
  name: v.string(),
  vendor: v.string(),
  marketedCapacity: factIn('B'),
  driverCapacity: v.exactOptional(factIn('B')),
  memoryBandwidth: factIn('B/s'),
  flops: v.strictObject(v.entriesFromList(precisions, v.exactOptional(factIn('FLOP/s')))),
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
