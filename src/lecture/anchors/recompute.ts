// What does a recipe come to? Equations by name in one formula, its dimension checked against the published unit.
import { call, type Declared, equation, input, namesIn, parse } from '../../algebra'
import { equations, unitOf } from '../../derivations'
import { parseUnit, Refusal } from '../../units'
import { amountOf, type Given, givenBy, isVocabulary } from './numbers'
import type { Recipe } from './records'

/** The computed numbers, in the published units. */
export function recomputed(recipe: Recipe): readonly number[] {
  const formulas = [recipe.formula].flat()
  const units = [recipe.unit].flat()
  return variants(recipe).flatMap((variant) => {
    const given = givenBy(variant)
    return formulas.map((formula, i) => formulaValue(formula, units[i] ?? units[0] ?? '1', given))
  })
}

/** Names of declared equations in the formulas. */
export function equationsIn({ formula }: Recipe): readonly string[] {
  const names = [formula].flat().flatMap((text) => [...namesIn(parse(text))])
  return [...new Set(names.filter((name) => Object.hasOwn(equations, name)))]
}

function variants(recipe: Recipe): readonly Recipe[] {
  const [varied] = Object.entries(recipe.each ?? {})
  if (varied === undefined) return [recipe]
  const [name, values] = varied
  return values.map((value) => ({ ...recipe, at: { ...recipe.at, [name]: amountOf(name, value).value } }))
}

function formulaValue(formula: string, unit: string, { numbers, units }: Given): number {
  const names = [...namesIn(parse(formula))]
  const values = Object.fromEntries(names.map((name) => [name, namedValue(name, numbers)]))
  const inputs = Object.fromEntries(
    names.map((name) => [
      name,
      input(name, { symbol: name, unit: isVocabulary(name) ? unitOf(name) : (units[name] ?? '1'), says: name }),
    ]),
  )
  const recipe: Declared = equation('recipe', { symbol: 'r', unit, says: formula, inputs, expression: formula })
  return call(recipe, values) / parseUnit(unit).scale
}

function namedValue(name: string, numbers: Readonly<Record<string, number>>): number {
  const given = numbers[name]
  if (given !== undefined) return given
  const found = Object.hasOwn(equations, name) ? equations[name] : undefined
  if (found === undefined) throw new Refusal(`${name} is neither given nor an equation: add it to "at".`)
  return call(found, numbers)
}
