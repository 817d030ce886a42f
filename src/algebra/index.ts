export { call } from './call'
export { type Checkable, check, type Verdict, whyUnknown } from './check'
export { evaluate } from './compile'
export { constant, equation, input } from './declare'
export { derivative, elasticity } from './derivative'
export { dimensionOf } from './dimension'
export { expand } from './expand'
export { type Explanation, explain, quantityLatex, type Step } from './explain'
export { type Expression, namesIn } from './expression'
export { formulaLatex, latex, lettersOf } from './latex'
export { parse } from './parse'
export { prepared } from './prepared'
export { print } from './print'
export {
  type Args,
  bottom,
  type Constant,
  type Declared,
  type Equation,
  type Input,
  lineage,
  type Quantity,
} from './quantity'
export { given, replaced } from './replace'
export { type Solution, solve } from './solve'
export { sweep } from './sweep'
export * from './uncertain'
