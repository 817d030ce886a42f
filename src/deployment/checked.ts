// Are these numbers possible? Nothing in the vocabulary is negative, and shares end at one.
import { Refusal } from '../units'

export const sharesAtMostOne = new Set([
  'mfu',
  'stall',
  'fill',
  'bandwidthUse',
  'memoryShare',
  'landing',
  'capitalCost',
  'hitShare',
])
const positive = new Set([
  'mfu',
  'fill',
  'bandwidthUse',
  'ratedWorkload',
  'flops',
  'memoryBandwidth',
  'memoryCapacity',
  'devices',
  'tierCapacity',
  'tierBandwidth',
  'lifetime',
  'bytesPerParam',
])

/** The same numbers, or a refusal naming the first that cannot be. */
export function checkedNumbers<N extends Readonly<Record<string, number>>>(numbers: N): N {
  for (const name of Object.keys(numbers)) {
    const value = numbers[name] as number
    if (!Number.isFinite(value)) throw new Refusal(`${name} is ${value}: expected a finite number in base units.`)
    if (value < 0) throw new Refusal(`${name} is ${value}: expected a number that is not negative.`)
    if (value === 0 && positive.has(name)) throw new Refusal(`${name} is 0: expected a positive number.`)
    if (value < 1 && name === 'pue') throw new Refusal(`pue is ${value}: expected 1, all energy in machines, or more.`)
    if (value > 1 && sharesAtMostOne.has(name))
      throw new Refusal(`${name} is ${value}: expected a share between 0 and 1.`)
  }
  return numbers
}
