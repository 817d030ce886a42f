// How much arithmetic does a forward pass do for one token?
import { equation } from '../algebra'
import {
  activeParams,
  batch,
  context,
  flopsPerPair,
  flopsPerParam,
  headDim,
  latentDim,
  layers,
  passLength,
  queryHeads,
  ropeDim,
} from './vocabulary'

export const forwardFlops = equation('forwardFlops', {
  symbol: 'f',
  unit: 'FLOP/token',
  says: 'arithmetic of the weights for one token; the attention term is left out',
  inputs: { flopsPerParam, activeParams },
  expression: 'flopsPerParam * activeParams',
  source: 'pope2026 00:00',
  from: 'counting multiplies and adds in a matrix product',
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

export const latentAttentionFlops = equation('latentAttentionFlops', {
  symbol: 'a_c',
  unit: 'FLOP/token',
  says: 'arithmetic of latent attention for one decoded token that sees `context` tokens, scores and sums over the latents as they lie',
  inputs: { flopsPerPair, layers, queryHeads, latentDim, ropeDim, context },
  expression: 'flopsPerPair * layers * queryHeads * (latentDim + ropeDim / 2) * context',
  source: 'DeepSeek-V2, arXiv:2405.04434, section 2.1, up-projections absorbed',
})

export const tokenFlops = equation('tokenFlops', {
  symbol: 'g',
  unit: 'FLOP/token',
  says: 'arithmetic of one new token of a pass: here that of the weights, as at short contexts; at a point, attention is in it',
  inputs: { forwardFlops },
  expression: 'forwardFlops',
  source: 'pope2026 00:00',
})

export const passFlops = equation('passFlops', {
  symbol: 'G',
  unit: 'FLOP',
  says: 'arithmetic of a whole pass',
  inputs: { batch, passLength, tokenFlops },
  expression: 'batch * passLength * tokenFlops',
  source: 'pope2026 00:00',
})
