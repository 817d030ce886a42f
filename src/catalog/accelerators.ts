// What can this accelerator do and what does it cost? A record whose plain numbers are vocabulary names and spread into equations.
import { Refusal, unknownName } from '../units'
import type { Accelerator, AcceleratorFacts, AcceleratorOptions, Precision, RentedAccelerator } from './accelerator'
import { acceleratorRecords } from './acceleratorRecords'
import { doubtful, values } from './fact'
import { frozen } from './load'
import { lastDay } from './period'
import type { RentedAcceleratorId } from './priced'
import { byDate, chooseRental, rentalRule } from './quote'
import { remembered } from './remembered'

/** Ids of all machines, in the catalogue's order. */
export function acceleratorIds(): readonly string[] {
  return [...acceleratorRecords().keys()]
}

/**
 * A machine of the catalogue by id, at a date and in a precision: FLOP/s, B, B/s, USD/s, each with its source in `facts`.
 * `missing` names what it lacks. Refuses an unknown id with the nearest, and a precision it has no peak for.
 */
export function accelerator(id: RentedAcceleratorId, options?: { readonly precision?: Precision }): RentedAccelerator
export function accelerator(id: string, options?: AcceleratorOptions): Accelerator
export function accelerator(id: string, options: AcceleratorOptions = {}): Accelerator {
  return acceleratorWith(id, options)
}

const acceleratorWith = remembered((id: string, { asOf, precision = 'bf16' }: AcceleratorOptions): Accelerator => {
  const record = acceleratorRecords().get(id)
  if (!record) throw unknownName('accelerator', id, acceleratorIds())
  const { name, vendor, driverCapacity, flops: peaks, rental, purchase, ...rest } = record
  const flops = peaks[precision]
  if (!flops && precision !== 'bf16') throw noPeak(id, precision, Object.keys(peaks))
  const devicePrice = chooseRental(rental, asOf)
  const facts: AcceleratorFacts = {
    memoryCapacity: driverCapacity ?? rest.marketedCapacity,
    ...rest,
    ...(flops && { flops }),
    ...(devicePrice && { devicePrice }),
  }
  return frozen({
    ...values(facts),
    id,
    name,
    vendor,
    precision,
    missing: [...(flops ? [] : ['flops' as const]), ...(devicePrice ? [] : ['devicePrice' as const])],
    facts,
    quotes: rental,
    quoteRule: rentalRule,
    purchases: purchase,
    doubtful: doubtful(facts),
  })
})

/** The accelerator with everything a cost needs, or a refusal saying which number to give. */
export function rentedAccelerator(id: string, options: AcceleratorOptions = {}): RentedAccelerator {
  const found = accelerator(id, options)
  const { flops, devicePrice } = found
  if (flops === undefined) throw noPeak(id, found.precision, [])
  if (devicePrice === undefined) throw noRent(found, options.asOf)
  return frozen({ ...found, flops, devicePrice })
}

function noPeak(id: string, precision: string, known: readonly string[]): Refusal {
  const has = known.length > 0 ? `it has ${known.join(', ')}` : 'give --set flops=…TFLOP/s'
  return new Refusal(`No dense ${precision} peak for ${id} in the catalogue: ${has}.`)
}

function noRent({ id, quotes }: Accelerator, asOf: string | undefined): Refusal {
  const earliest = [...quotes].sort(byDate)[0]?.period
  const dated = earliest === undefined ? '' : ` by ${lastDay(asOf)} (the earliest is of ${earliest})`
  return new Refusal(`No rental price for ${id} in the catalogue${dated}: give --set devicePrice=…USD/h.`)
}
