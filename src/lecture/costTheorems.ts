// Which claims about training, prices, tiers and reversible networks are identities?
import type { Theorem } from '../derivations'
import { multiplies } from './servingTheorems'

export const costTheorems: readonly Theorem[] = [
  {
    id: 'six-n-d',
    says: 'Training on D tokens takes 6·N·D FLOPs.',
    left: 'pretrainingTokens * trainingFlops',
    right: '6 * activeParams * pretrainingTokens',
  },
  {
    id: 'reinforcement-between-two-and-six',
    says: 'Reinforcement learning lies between serving and training, by the share that is trained on.',
    left: 'reinforcementFlops',
    right: '(1 - trainedShare) * forwardFlops + trainedShare * trainingFlops',
  },
  {
    id: 'equal-costs-are-cheapest',
    says: 'For costs p²·x and q²/x the sum exceeds 2·p·q by a square over x: it is least where p·x = q, and there both costs are p·q.',
    left: 'p ^ 2 * x + q ^ 2 / x - 2 * p * q',
    right: '(p * x - q) ^ 2 / x',
  },
  {
    id: 'unequal-powers-are-cheapest-apart',
    says: 'For costs x² and 1/x the sum is least where x³ is 1/2: there the rising cost is half of the falling one.',
    left: '(x ^ 2 + 1 / x) ^ 3 - 27 / 4',
    right: '(x ^ 3 - 1 / 2) ^ 2 * (x ^ 3 + 4) / x ^ 3',
  },
  {
    id: 'inferred-bytes-balance',
    says: 'With the inferred bytes per token, cache reads meet arithmetic at the context of the price step.',
    left: 'balancedContext',
    right: 'context',
    where: { bytesPerToken: 'inferredBytesPerToken' },
  },
  {
    id: 'inferred-bytes-by-dense-batch',
    says: 'The inferred bytes are parameters times bytes per weight over balanced batch of a dense model times context: the 300 of the lecture is that batch.',
    left: 'inferredBytesPerToken',
    right: 'activeParams * bytesPerParam / (balancedBatch * context)',
    where: { totalParams: 'activeParams' },
  },
  {
    id: 'memory-time-thins-out',
    says: 'The memory time a token carries is what one pass reads, divided by the length of the pass.',
    left: '(weightTime + kvTime) / (batch * passLength)',
    right:
      '(totalParams * bytesPerParam + batch * context * bytesPerToken) / (batch * devices * memoryBandwidth) / passLength',
  },
  {
    id: 'arithmetic-stays',
    says: 'The arithmetic of a token takes the same time whatever the length of the pass.',
    left: 'computeTime / (batch * passLength)',
    right: 'forwardFlops / (devices * flops)',
  },
  {
    id: 'remat-cost',
    says: "A token used once and not kept costs the lecture's forward pass of multiplications.",
    left: 'forgetCost',
    right: 'activeParams / (multiplies * mfu) * devicePrice',
    where: { ...multiplies, reuses: '1' },
  },
  {
    id: 'hold-cost-hbm',
    says: 'Holding a token in HBM costs the fraction of the memory it fills times the price of the device.',
    left: 'bytesPerToken * memoryHoldPrice',
    right: '(bytesPerToken / memoryCapacity) * devicePrice',
    where: { memoryShare: '1' },
  },
  {
    id: 'hold-cost-ddr',
    says: 'Holding a token in another tier costs the fraction of it that the token fills times its price.',
    left: 'bytesPerToken * holdPrice',
    right: '(bytesPerToken / tierCapacity) * tierPrice',
    where: { fill: '1' },
  },
  {
    id: 'retrieve-cost-ddr',
    says: "Retrieving a token costs the tier's price for the time its bandwidth is used.",
    left: 'retrieveCost',
    right: '(bytesPerToken / tierBandwidth) * tierPrice',
    where: { stall: '0' },
  },
  {
    id: 'drain-equals-duration',
    says: 'Held for the drain time, a cache takes as long to read as the hold time times the fraction of the tier it fills.',
    left: 'context * bytesPerToken / tierBandwidth',
    right: 'drainTime * (context * bytesPerToken / tierCapacity)',
  },
  {
    id: 'crossover-is-price-free',
    says: "Bytes per token read from a list's own crossover do not depend on what a device costs.",
    left: 'inferredBytesFromCrossover',
    right: 'forwardFlops * memoryCapacity / (flops * mfu * memoryShare * listedCrossover)',
  },
  {
    id: 'write-is-paid-back',
    says: 'After the hits that pay back a write, a token has cost the plain input price on average.',
    left: 'meanMultiple',
    right: '1',
    where: { hits: 'hitsToPayBack' },
  },
  {
    id: 'feistel-inverts',
    says: 'From (f(x) + y, x) come back x, read off, and y, by taking f(x) away: f is one opaque symbol.',
    left: '(fOfX + y) - fOfX',
    right: 'y',
  },
  {
    id: 'activations-grow-with-depth',
    says: 'An ordinary network keeps the same for each of its layers.',
    left: 'activationBytes / depth',
    right: 'activationsPerLayer * hiddenDim * bytesPerActivation',
  },
  {
    id: 'one-more-forward-pass',
    says: 'A reversible network costs 8·N FLOPs a token instead of 6·N.',
    left: 'reversibleFlops',
    right: '8 * activeParams',
  },
]
