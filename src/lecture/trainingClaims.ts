// Training against serving: do the counts of tokens and FLOPs come out?
import {
  activationBytes,
  chinchillaTokens,
  equalCostPenalty,
  equalPretraining,
  equalReinforcement,
  forwardFlops,
  overTraining,
  pretrainingTime,
  reinforcementFlops,
  reinforcementTime,
  reversibleBytes,
  reversibleFlops,
  reversibleOverhead,
  reversibleSaving,
  servedTokens,
  servingTime,
  trainingFlops,
} from '../derivations'
import type { Findings } from './claim'
import { dense, frontier } from './examples'

const day = 86_400
const twoMonths = 60 * day
const per = { activeParams: 1 }
// An ordinary block: its input, the attention's and the feed-forward layer's inner widths, in residual widths.
const block = { depth: dense().layers, activationsPerLayer: 16, hiddenDim: 8192, bytesPerActivation: 2 }

export const trainingClaims: Findings = {
  'six-n-d': () => ({
    computed: [trainingFlops(per), forwardFlops(per), [reinforced(0), reinforced(1)]],
    verdict: 'agrees',
    equations: [trainingFlops, forwardFlops, reinforcementFlops, pretrainingTime, reinforcementTime, servingTime],
    theorems: ['six-n-d', 'reinforcement-between-two-and-six'],
    readings: [0, 0.25, 0.5, 1].map((share) => ({
      says: `reinforcement learning, ${share * 100} % of the generated tokens trained on, FLOP per parameter`,
      value: reinforced(share),
      unit: 'FLOP/token',
    })),
    note: 'FLOPs per parameter and token, for training, serving, and reinforcement learning from none to all of its tokens trained on. Attention between tokens is left out, as in the lecture.',
  }),
  'equalize-costs': () => ({
    computed: penalty(1, 1),
    verdict: 'agrees',
    equations: [equalCostPenalty],
    theorems: ['equal-costs-are-cheapest', 'unequal-powers-are-cheapest-apart'],
    readings: [
      { says: 'x and 1/x: equal costs over the least sum', value: penalty(1, 1), unit: '1' },
      { says: 'x² and 1/x', value: penalty(2, 1), unit: '1' },
      { says: 'x³ and 1/x', value: penalty(3, 1), unit: '1' },
      { says: 'x and 1/x^0.34', value: penalty(1, 0.34), unit: '1' },
    ],
    note: 'Exact when the two powers are equal. Otherwise the cost with the larger power should be the smaller one, by the ratio of the powers; sharing equally instead never costs twice the least sum.',
  }),
  'tokens-two-months': () => ({
    computed: servedTokens({ serviceTokensPerSecond: 500e6, modelLife: twoMonths }),
    equations: [servedTokens],
    note: 'Two months of 30 days.',
  }),
  'tokens-one-model': () => ({
    computed: servedTokens({ serviceTokensPerSecond: 50e6, modelLife: twoMonths }),
    equations: [servedTokens, equalPretraining, equalReinforcement],
    readings: [
      {
        says: 'pre-training tokens of equal cost, decode at a third of the utilization',
        value: equal(3),
        unit: 'token',
      },
      { says: 'pre-training tokens of equal cost, decode at the same utilization', value: equal(1), unit: 'token' },
      {
        says: 'reinforcement tokens of equal cost, half of them trained on',
        value: equalReinforcement({ ...per, serviceTokensPerSecond: 50e6, modelLife: twoMonths, trainedShare: 0.5 }),
        unit: 'token',
      },
    ],
    note: 'The lecture rounds down. That tokens trained on equal tokens served needs decode to run at a third of the utilization of training.',
  }),
  'chinchilla-tokens': () => ({
    computed: chinchillaTokens(frontier),
    equations: [chinchillaTokens],
    note: 'Twenty tokens a parameter is a fit to dense models of 2022; for a mixture of experts it is an analogy.',
  }),
  'over-training-100x': () => ({
    computed: overTraining({ ...frontier, pretrainingTokens: 200e12 }),
    equations: [overTraining],
    readings: [
      { says: 'unrounded', value: overTraining({ ...frontier, pretrainingTokens: equal(3) }), unit: '1' },
      {
        says: 'at the 150 trillion rumoured',
        value: overTraining({ ...frontier, pretrainingTokens: 150e12 }),
        unit: '1',
      },
    ],
    note: 'A consequence of the guessed traffic, life and size: the factor moves with each of them in proportion.',
  }),
  'feistel-inverts': () => ({
    computed: null,
    verdict: 'agrees',
    equations: [],
    theorems: ['feistel-inverts'],
    note: 'f need not be invertible, only computed the same way twice; in floating point the difference returns y up to rounding.',
  }),
  'reversible-memory': () => ({
    computed: reversibleBytes(block),
    verdict: 'agrees',
    equations: [reversibleBytes, activationBytes, reversibleFlops, reversibleOverhead, reversibleSaving],
    theorems: ['activations-grow-with-depth', 'one-more-forward-pass'],
    readings: [
      { says: `kept by an ordinary network of ${block.depth} layers`, value: activationBytes(block), unit: 'B/token' },
      { says: 'kept by a reversible one', value: reversibleBytes(block), unit: 'B/token' },
      { says: 'times less', value: reversibleSaving(block), unit: '1' },
      { says: 'times the arithmetic', value: reversibleOverhead(per), unit: '1' },
    ],
    note: 'For a width of 8,192 and sixteen numbers kept per layer and residual width, an assumption. The opposite trade of a KV cache, which spends memory to save arithmetic.',
  }),
}

const reinforced = (trainedShare: number): number => reinforcementFlops({ ...per, trainedShare })
const penalty = (risingExponent: number, fallingExponent: number): number =>
  equalCostPenalty({ risingExponent, fallingExponent })

function equal(slowdown: number): number {
  const mfu = { trainingMfu: 0.3, decodeMfu: 0.3 / slowdown }
  return equalPretraining({ ...per, ...mfu, serviceTokensPerSecond: 50e6, modelLife: twoMonths })
}
