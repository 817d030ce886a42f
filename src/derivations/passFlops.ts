// How much arithmetic does a forward pass do for one token?
import { equation } from '../algebra'
import { activeParams, context, flopsPerPair, flopsPerParam, headDim, layers, queryHeads } from './vocabulary'

export const forwardFlops = equation('forwardFlops', {
  symbol: 'f',
  unit: 'FLOP/token',
  says: 'arithmetic of the weights for one token; the attention term is left out',
  inputs: { flopsPerParam, activeParams },
  expression: 'flopsPerParam * activeParams',
  source: 'pope2026 00:00',
})

export const attentionFlops = equation('attentionFlops', {
  symbol: 'a',
  unit: 'FLOP/token',
  says: 'arithmetic of attention for one token that sees `context` tokens, full attention in every layer',
  inputs: { flopsPerPair, layers, queryHeads, headDim, context },
  expression: 'flopsPerPair * layers * queryHeads * headDim * context',
  source: 'scaling-book, transformer math',
})

export const prefillFlops = equation('prefillFlops', {
  symbol: '\\bar f',
  unit: 'FLOP/token',
  says: 'mean arithmetic per token over a prompt of `context` tokens: causal, so on average half of them are seen',
  inputs: { forwardFlops, attentionFlops },
  expression: 'forwardFlops + attentionFlops / 2',
  source: 'scaling-book, transformer math',
})
