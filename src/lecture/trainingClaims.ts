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
  'equal-exponentials': () => ({
    computed: penalty(1, 1),
    equations: [equalCostPenalty],
    theorems: ['equal-costs-are-cheapest'],
    holds: [penalty(1, 1) === 1],
    readings: [
      { says: 'e^x and e^-x: equal costs over the least sum', value: penalty(1, 1), unit: '1' },
      { says: 'e^2x and e^-x', value: penalty(2, 1), unit: '1' },
    ],
    note: 'With u = e^x it is u and 1/u again, whatever stands before them. With different rates it is u² and 1/u: then equal costs are not the least.',
  }),
  'equal-token-costs': () => ({
    computed: equal(1 / 0.3) / served,
    equations: [equalPretraining, equalReinforcement],
    readings: [
      { says: 'β, trained tokens of one served: (2/6)/0.3', value: equal(1 / 0.3) / served, unit: '1' },
      { says: 'α, of one generated in RL: none of them trained on', value: alpha(0), unit: '1' },
      { says: 'α, half of them trained on', value: alpha(0.5), unit: '1' },
      { says: 'α, all of them trained on', value: alpha(1), unit: '1' },
      { says: 'as first written, multiplied by the 30 %: (2/6)·0.3', value: equal(0.3) / served, unit: '1' },
    ],
    note: 'Pretraining tokens plus α times RL tokens equal β times served ones. The first 1/10 multiplies where it should divide, a slip put right on air; β is then 1.1, and α runs from 1.1 to 3.3 with the share trained on, where "1.5" was said.',
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
  'derate-failed-models': () => ({
    computed: derated(0.5) / derated(1),
    equations: [equalPretraining, overTraining],
    holds: [0.2, 0.5, 0.8].map((chance) => Math.abs(derated(chance) / derated(1) - chance) < 1e-12),
    readings: [1, 0.8, 0.5, 0.2].map((chance) => ({
      says: `past Chinchilla where ${chance * 100} % of models come to be served`,
      value: overTraining({ ...frontier, pretrainingTokens: derated(chance) }),
      unit: '1',
    })),
    note: 'Everything behind the served tokens is linear in them: a model that fails every second time is worth training half as far.',
  }),
  'feistel-inverts': () => ({
    computed: null,
    equations: [],
    theorems: ['feistel-inverts'],
    note: 'f need not be invertible, only computed the same way twice; in floating point the difference returns y up to rounding.',
  }),
  'reversible-memory': () => ({
    computed: reversibleBytes(block),
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
const served = servedTokens({ serviceTokensPerSecond: 50e6, modelLife: twoMonths })
/** cost of an RL token over that of a pretraining token, decode at 30 % of the utilization of training */
const alpha = (trainedShare: number): number => reinforced(trainedShare) / trainingFlops(per) / 0.3
const derated = (chance: number): number =>
  equalPretraining({
    ...per,
    trainingMfu: 0.3,
    decodeMfu: 0.1,
    serviceTokensPerSecond: chance * 50e6,
    modelLife: twoMonths,
  })
const penalty = (risingExponent: number, fallingExponent: number): number =>
  equalCostPenalty({ risingExponent, fallingExponent })

function equal(slowdown: number): number {
  const mfu = { trainingMfu: 0.3, decodeMfu: 0.3 / slowdown }
  return equalPretraining({ ...per, ...mfu, serviceTokensPerSecond: 50e6, modelLife: twoMonths })
}
