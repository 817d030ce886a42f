// In which unit is an assumption of this name? The vocabulary says; a name outside it brings its own.
import { inputs } from '../derivations'
import { nearestNames, parseUnit, Refusal, sameDimension } from '../units'

interface Words {
  readonly unit: string
  readonly says: string
}

export function wordsFor(name: string, spec: { readonly unit?: string; readonly says?: string }): Words {
  const known = Object.hasOwn(inputs, name) ? inputs[name] : undefined
  const unit = spec.unit ?? known?.unit
  if (unit === undefined) {
    const near = nearestNames(name, Object.keys(inputs))
    const hint = near.length > 0 ? ` (did you mean ${near.join(' or ')}?)` : ''
    throw new Refusal(`The vocabulary has no ${name}${hint}, so say its unit: { value: …, unit: 's' }.`)
  }
  if (known !== undefined && !sameDimension(parseUnit(unit).dimension, parseUnit(known.unit).dimension)) {
    throw new Refusal(`${name} is in ${known.unit} everywhere, so it cannot be assumed in ${unit}.`)
  }
  return { unit, says: spec.says ?? known?.says ?? '' }
}
