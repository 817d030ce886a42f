// Which numbers does a recipe start from? Those it gives, over those of the model and the accelerator it names.
import { accelerator, model } from '../../catalog'
import { measuredMachine } from '../../catalog/measured'
import { equations, inputs, unitOf } from '../../derivations'
import { type KvDtype, quantities, workAt } from '../../model'
import { parseQuantity, Refusal, toBase } from '../../units'
import type { Recipe } from './records'

export interface Given {
  /** in base units, by name */
  readonly numbers: Readonly<Record<string, number>>
  /** of the names that are the recipe's own and not of the vocabulary */
  readonly units: Readonly<Record<string, string>>
}

export function givenBy({ at, model: id, kv = 'bf16', accelerator: machine, precision }: Recipe): Given {
  const own = Object.fromEntries(Object.entries(at).map(([name, amount]) => [name, amountOf(name, amount)]))
  const given = Object.fromEntries(Object.entries(own).map(([name, { value }]) => [name, value]))
  return {
    numbers: {
      ...(machine !== undefined && ofMachine(machine, precision ?? 'bf16')),
      ...(id !== undefined && ofModel(id, kv, given)),
      ...given,
    },
    units: Object.fromEntries(Object.entries(own).map(([name, { unit }]) => [name, unit])),
  }
}

export const isVocabulary = (name: string): boolean => Object.hasOwn(inputs, name) || Object.hasOwn(equations, name)

/** A vocabulary name is read in its own unit; any other brings the unit it is written with. */
export function amountOf(name: string, amount: number | string): { readonly value: number; readonly unit: string } {
  if (isVocabulary(name)) {
    const unit = unitOf(name)
    return { value: typeof amount === 'number' ? amount : parseQuantity(amount, unit, name), unit }
  }
  if (typeof amount === 'number') return { value: amount, unit: '1' }
  const [, digits, unit] = /^(-?[\d.]+(?:e[+-]?\d+)?) ?(.*)$/.exec(amount) ?? []
  if (digits === undefined)
    throw new Refusal(`${name} is "${amount}": expected a number and its unit, as in "16 USD/h".`)
  return unit === undefined || unit === '' ? { value: Number(digits), unit: '1' } : inBase(Number(digits), unit)
}

const inBase = (value: number, unit: string): { readonly value: number; readonly unit: string } => ({
  value: toBase(value, unit),
  unit,
})

// With a context what the layers keep and read is known; without one the geometry is.
function ofModel(id: string, kvDtype: KvDtype, { context, batch = 1 }: Readonly<Record<string, number>>): object {
  const { architecture } = model(id)
  if (context === undefined) return quantities(architecture, { kvDtype })
  const { notes: _, ...work } = workAt(architecture, { context, batch, precision: { kv: kvDtype } })
  return { ...quantities(architecture, { kvDtype }), ...work }
}

function ofMachine(id: string, precision: 'bf16' | 'fp8'): Readonly<Record<string, number>> {
  const machine = measuredMachine(id)
  if (machine === undefined) return { ...numbersIn(accelerator(id, { precision })) }
  const { memoryBandwidth, memoryCapacity, peaks } = machine
  const flops = peaks[precision]
  return { memoryBandwidth, memoryCapacity, ...(flops !== undefined && { flops }) }
}

const numbersIn = (record: object): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => typeof value === 'number'))
