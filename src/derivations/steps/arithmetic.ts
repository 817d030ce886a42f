// Where do two FLOPs per parameter come from, and when does attention hardly count?
import { constant, equation, input } from '../../algebra'
import { derive } from '../../algebra/derivation'
import { activeParams, forwardFlops, prefillFlops } from '..'
import { gives } from './derived'

const rows = input('rows', { symbol: 'n_r', unit: '1', says: 'rows of the weight matrices, all together' })
const columns = input('columns', { symbol: 'n_c', unit: '1', says: 'columns of such a matrix' })
const once = { unit: 'FLOP/token', symbol: '1' }
const multiply = constant('multiply', 1, { ...once, says: 'one multiply per weight and token' })
const add = constant('add', 1, { ...once, says: 'one add per weight and token' })

const matrixFlops = equation('matrixFlops', {
  symbol: 'f_W',
  unit: 'FLOP/token',
  says: 'arithmetic of a vector through the weight matrices: each output sums one product per column',
  inputs: { rows, columns, multiply, add },
  expression: 'rows * (multiply * columns + add * columns)',
})

export const arithmetic = [
  gives(forwardFlops, () =>
    derive(matrixFlops, {
      with: [activeParams],
      says: forwardFlops.says,
      because: 'each output sums one product per column',
    })
      .factor('columns')
      .name('rows * columns', 'matrixParams', { symbol: 'N_W', says: 'weights of the matrices' })
      .suppose('matrixParams', 'activeParams'),
  ),
  {
    ...gives(forwardFlops, () => derive(prefillFlops).substitute('attentionFlops').leading('context', 'small')),
    from: 'the arithmetic of a prompt that is short',
    id: 'shortPrompt',
  },
]
