// Which numbers did the reader set by name? Quantities with their units, as numbers in base units under vocabulary names.

import type { Numbers } from '../deployment'
import { checkedNumbers } from '../deployment/checked'
import { priceExample } from '../deployment/read/fields'
import * as derivations from '../derivations'
import { formatQuantity, parseQuantity, Refusal } from '../units'
import { manyPairs, type Words } from './words'

export const setFlag = { takes: manyPairs, says: 'numbers by name, such as mfu=0.4 holdTime=5m flops=989TFLOP/s' }

/** The pairs of `--set`; a name nobody declared, a unit of another dimension or an impossible value is refused. */
export function settings(words: Words): Numbers {
  const set: Record<string, number> = {}
  for (const [name, text] of words.pairs('set')) {
    if (Object.hasOwn(set, name)) throw new Refusal(`${name} was set twice: set it once.`)
    const unit = unitOfSettable(name)
    set[name] = parseQuantity(text, unit, name)
    refuseBare(name, text, unit)
  }
  return checkedNumbers(set)
}

/** The same with flags of their own beside it, such as --hold for holdTime; one number cannot be given both ways. */
export function settingsWith(words: Words, flags: Readonly<Record<string, string>>): Numbers {
  const set: Record<string, number> = { ...settings(words) }
  for (const [flag, name] of Object.entries(flags)) {
    const text = words.value(flag)
    if (text === undefined) continue
    if (Object.hasOwn(set, name)) throw new Refusal(`${name} was given by --${flag} and by --set: give it once.`)
    set[name] = parseQuantity(text, derivations.unitOf(name), `--${flag}`)
  }
  return checkedNumbers(set)
}

// 1.89 USD/s is 6,804 USD/h, which nobody means.
/** `name` is as it was typed: that of a number, which is set by `=`, or of a flag. */
export function refuseBare(name: string, text: string, unit: string): void {
  const example = priceExample(unit, text.trim())
  if (example === undefined || !(Number(text) > 0)) return
  throw new Refusal(
    `${name} is ${text} without a unit, which a price needs: write ${name}${name.startsWith('--') ? ' ' : '='}${example}.`,
  )
}

function unitOfSettable(name: string): string {
  for (const quantity of Object.values<unknown>(derivations)) {
    if (isConstant(quantity) && quantity.name === name) {
      const value = formatQuantity(quantity.value, quantity.unit)
      throw new Refusal(`${name} is a constant, ${value}, and cannot be set: set the equation that uses it.`)
    }
  }
  return derivations.unitOf(name)
}

function isConstant(thing: unknown): thing is { name: string; value: number; unit: string } {
  return typeof thing === 'object' && thing !== null && 'kind' in thing && thing.kind === 'constant'
}
