// How is a declared quantity displayed? Its formula in letters, and beside it the same in words.
import { type Declared, type Expression, formulaLatex, latex, print, type Quantity } from '../../algebra'
import { type MimeBundle, noteMime } from './bundle'
import { noteOf } from './note'

export function equationBundle(equation: Declared): MimeBundle {
  const plain = `${equation.name} = ${equation.expression}  [${equation.unit}]\n${equation.says}`
  return { ...displayed(latex(equation), plain), [noteMime]: noteOf(equation) }
}

export function symbolBundle(quantity: Exclude<Quantity, Declared>): MimeBundle {
  const value = quantity.kind === 'constant' ? ` = ${quantity.value}` : ''
  const says = `\\quad\\text{${quantity.says.replace(/[\\{}$%#&_^~]/g, ' ')}}`
  return displayed(`${quantity.symbol}${says}`, `${quantity.name}${value}  [${quantity.unit}]\n${quantity.says}`)
}

export function expressionBundle(expression: Expression): MimeBundle {
  return displayed(formulaLatex(expression), print(expression))
}

function displayed(formula: string, plain: string): MimeBundle {
  return { 'text/latex': `$$${formula}$$`, 'text/plain': plain }
}
