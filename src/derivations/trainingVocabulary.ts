// Which quantities does the training chapter add?
import { constant, input } from '../algebra'

export const pretrainingTokens = input('pretrainingTokens', {
  symbol: 'D_p',
  unit: 'token',
  says: 'tokens a model is pre-trained on',
})
export const reinforcementTokens = input('reinforcementTokens', {
  symbol: 'D_r',
  unit: 'token',
  says: 'tokens generated for reinforcement learning',
})
export const trainedShare = input('trainedShare', {
  symbol: '\\theta',
  unit: '1',
  says: 'share of the generated tokens that are also trained on',
})
export const modelLife = input('modelLife', { symbol: '\\tau_m', unit: 's', says: 'time a model is served' })
export const trainingMfu = input('trainingMfu', {
  symbol: '\\eta_p',
  unit: '1',
  says: 'share of the peak that pre-training reaches',
})
export const decodeMfu = input('decodeMfu', {
  symbol: '\\eta_d',
  unit: '1',
  says: 'share of the peak that decode reaches',
})
export const risingExponent = input('risingExponent', {
  symbol: 'm',
  unit: '1',
  says: 'power with which one cost rises',
})
export const fallingExponent = input('fallingExponent', {
  symbol: 'n',
  unit: '1',
  says: 'power with which the other cost falls',
})

export const backwardOverForward = constant('backwardOverForward', 2, {
  unit: '1',
  says: 'gradients by inputs and by weights: a backward pass is worth two forward passes',
})
export const tokensPerParam = constant('tokensPerParam', 20, {
  unit: 'token',
  says: 'training tokens per parameter where a fixed training budget buys most (Hoffmann et al. 2022)',
})
export const equalCosts = constant('equalCosts', 2, { unit: '1', says: 'two costs of one unit each' })
