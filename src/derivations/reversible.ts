// What does training keep for its backward pass, and what if it rematerializes that too?
import { constant, equation, input } from '../algebra'
import { bytesPerActivation, hiddenDim } from './expertLayout'
import { forwardFlops } from './passFlops'
import { trainingFlops } from './training'

const source = 'pope2026 02:04; Gomez et al. 2017, arXiv:1707.04585'

export const depth = input('depth', { symbol: 'L_d', unit: '1', says: 'layers of the network, of whatever kind' })
export const activationsPerLayer = input('activationsPerLayer', {
  symbol: 'a_L',
  unit: '1',
  says: 'numbers a layer keeps for its backward pass, in widths of the residual stream',
})
export const streams = constant('streams', 2, { unit: '1', says: 'the two halves x and y of a reversible network' })

export const activationBytes = equation('activationBytes', {
  symbol: 'A',
  unit: 'B/token',
  says: 'bytes an ordinary network keeps for the backward pass of a token: those of every layer',
  inputs: { depth, activationsPerLayer, hiddenDim, bytesPerActivation },
  expression: 'depth * activationsPerLayer * hiddenDim * bytesPerActivation',
  source,
})

export const reversibleBytes = equation('reversibleBytes', {
  symbol: 'A_r',
  unit: 'B/token',
  says: 'bytes a reversible network keeps: its two streams and the one layer being undone',
  inputs: { streams, activationsPerLayer, hiddenDim, bytesPerActivation },
  expression: '(streams + activationsPerLayer) * hiddenDim * bytesPerActivation',
  source,
})

export const reversibleFlops = equation('reversibleFlops', {
  symbol: "f_p'",
  unit: 'FLOP/token',
  says: 'arithmetic of training on one token with one more forward pass, which rebuilds the activations',
  inputs: { trainingFlops, forwardFlops },
  expression: 'trainingFlops + forwardFlops',
  source,
})

export const reversibleSaving = equation('reversibleSaving', {
  symbol: 'A/A_r',
  unit: '1',
  says: 'how many times less a reversible network keeps',
  inputs: { activationBytes, reversibleBytes },
  expression: 'activationBytes / reversibleBytes',
  source,
})

export const reversibleOverhead = equation('reversibleOverhead', {
  symbol: "f_p'/f_p",
  unit: '1',
  says: 'how many times more arithmetic a reversible network costs to train',
  inputs: { reversibleFlops, trainingFlops },
  expression: 'reversibleFlops / trainingFlops',
  source,
})
