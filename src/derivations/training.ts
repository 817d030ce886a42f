// How do the costs of training a model and of serving it compare, and how much too long is it trained?
import { equation } from '../algebra'
import { serviceTokensPerSecond } from './batching'
import { forwardFlops } from './passFlops'
import {
  backwardOverForward,
  decodeMfu,
  equalCosts,
  fallingExponent,
  modelLife,
  pretrainingTokens,
  reinforcementTokens,
  risingExponent,
  tokensPerParam,
  trainedShare,
  trainingMfu,
} from './trainingVocabulary'
import { activeParams, flops } from './vocabulary'

const source = 'pope2026 01:18'

export const trainingFlops = equation('trainingFlops', {
  symbol: 'f_p',
  unit: 'FLOP/token',
  says: 'arithmetic of training on one token: forward and backward, six FLOPs per active parameter',
  inputs: { backwardOverForward, forwardFlops },
  expression: '(1 + backwardOverForward) * forwardFlops',
  source,
})

export const reinforcementFlops = equation('reinforcementFlops', {
  symbol: 'f_r',
  unit: 'FLOP/token',
  says: 'arithmetic of one token of reinforcement learning: generated, and perhaps trained on; two to six FLOPs per active parameter',
  inputs: { trainedShare, backwardOverForward, forwardFlops },
  expression: '(1 + trainedShare * backwardOverForward) * forwardFlops',
  source,
})

export const pretrainingTime = equation('pretrainingTime', {
  symbol: 'c_p',
  unit: 's',
  says: 'device time of pre-training',
  inputs: { pretrainingTokens, trainingFlops, flops, trainingMfu },
  expression: 'pretrainingTokens * trainingFlops / (flops * trainingMfu)',
  source,
})

export const reinforcementTime = equation('reinforcementTime', {
  symbol: 'c_r',
  unit: 's',
  says: 'device time of reinforcement learning, at the pace of decode',
  inputs: { reinforcementTokens, reinforcementFlops, flops, decodeMfu },
  expression: 'reinforcementTokens * reinforcementFlops / (flops * decodeMfu)',
  source,
})

export const servedTokens = equation('servedTokens', {
  symbol: 'D_s',
  unit: 'token',
  says: 'tokens a model serves over its life',
  inputs: { serviceTokensPerSecond, modelLife },
  expression: 'serviceTokensPerSecond * modelLife',
  source,
})

export const servingTime = equation('servingTime', {
  symbol: 'c_s',
  unit: 's',
  says: 'device time of serving a model over its life',
  inputs: { servedTokens, forwardFlops, flops, decodeMfu },
  expression: 'servedTokens * forwardFlops / (flops * decodeMfu)',
  source,
})

export const equalPretraining = equation('equalPretraining', {
  symbol: 'D_p^*',
  unit: 'token',
  says: 'tokens of pre-training that cost as much as serving the model over its life',
  inputs: { servedTokens, forwardFlops, trainingFlops, trainingMfu, decodeMfu },
  expression: 'servedTokens * (forwardFlops / trainingFlops) * (trainingMfu / decodeMfu)',
  source,
  from: 'setting the device time of pre-training equal to that of serving',
})

export const equalReinforcement = equation('equalReinforcement', {
  symbol: 'D_r^*',
  unit: 'token',
  says: 'tokens of reinforcement learning that cost as much as serving the model over its life',
  inputs: { servedTokens, forwardFlops, reinforcementFlops },
  expression: 'servedTokens * forwardFlops / reinforcementFlops',
  source,
  from: 'setting the device time of reinforcement learning equal to that of serving',
})

export const chinchillaTokens = equation('chinchillaTokens', {
  symbol: 'D_c',
  unit: 'token',
  says: 'training tokens where only the cost of training counts',
  inputs: { tokensPerParam, activeParams },
  expression: 'tokensPerParam * activeParams',
  source: 'Hoffmann et al. 2022, arXiv:2203.15556',
})

export const overTraining = equation('overTraining', {
  symbol: '\\omega',
  unit: '1',
  says: 'how many times more tokens a model is trained on than training alone would call for',
  inputs: { pretrainingTokens, chinchillaTokens },
  expression: 'pretrainingTokens / chinchillaTokens',
  source,
})

export const equalCostPenalty = equation('equalCostPenalty', {
  symbol: '\\epsilon',
  unit: '1',
  says: 'sum of a rising and a falling power law where they are equal, over its least value',
  inputs: { equalCosts, fallingExponent, risingExponent },
  expression:
    'equalCosts / ((fallingExponent / risingExponent) ^ (risingExponent / (risingExponent + fallingExponent)) + (risingExponent / fallingExponent) ^ (fallingExponent / (risingExponent + fallingExponent)))',
  source,
})
