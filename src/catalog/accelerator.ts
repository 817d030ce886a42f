// What is known of an accelerator? Facts under vocabulary names, the same as plain numbers, and what is missing.
import type { Fact, Values } from './fact'
import type { Price, Rental } from './quote'

export type Precision = 'bf16' | 'fp8' | 'fp4'

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
