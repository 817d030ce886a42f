// Which claims about batches, experts and pipelines are identities? Two formulas over symbols; names of equations stand for them.
import type { Theorem } from '../derivations'

// As the lecture counts: one multiplication per parameter, so half as many a second as FLOPs, and one new token per sequence.
export const multiplies = { flops: '2 * multiplies', passLength: '1' }

export const servingTheorems: readonly Theorem[] = [
  {
    id: 'step-time-is-a-max',
    says: "The lecture's step time, which counts multiplications, is ours, which counts FLOPs.",
    left: 'stepTime',
    right:
      'max(batch * activeParams / (devices * multiplies), (totalParams * bytesPerParam + batch * context * bytesPerToken) / (devices * memoryBandwidth))',
    where: multiplies,
  },
  {
    id: 'latency-floor',
    says: 'A step is at least one read of weights and caches: what it lasts beyond that is never negative.',
    left: 'stepTime - (weightTime + kvTime)',
    right: 'max(0, computeTime - weightTime - kvTime)',
  },
  {
    id: 'cost-is-a-hyperbola-on-a-floor',
    says: 'In the cost of a token only the weights are divided by the batch.',
    left: 'tokenCost',
    right:
      'devicePrice * max(forwardFlops / flops, totalParams * bytesPerParam / (batch * passLength * memoryBandwidth) + context * bytesPerToken / (passLength * memoryBandwidth))',
  },
  {
    id: 'cost-ends-at-its-floor',
    says: 'Without the weights, a token costs its floor.',
    left: 'tokenCost',
    right: 'costFloor',
    where: { totalParams: '0' },
  },
  {
    id: 'balanced-batch-at-context-balances',
    says: 'At the balanced batch for a context, arithmetic takes as long as reading weights and caches.',
    left: 'computeTime',
    right: 'weightTime + kvTime',
    where: { batch: 'balancedBatchAtContext' },
  },
  {
    id: 'utilization-falls-with-context',
    says: 'With weights read for nothing, utilization is one up to the balanced context and falls as 1/context beyond.',
    left: 'rooflineUtilization',
    right: 'min(1, balancedContext / context)',
    where: { totalParams: '0' },
  },
  {
    id: 'speed-times-price-is-batch',
    says: 'Cost per token times batch over step time is what the devices cost: so on the same devices a mode that is s times faster and p times dearer has a batch s·p times smaller.',
    left: 'tokenCost * batch * passLength / stepTime',
    right: 'devices * devicePrice',
  },
  {
    id: 'fast-mode-ends-at-the-weights',
    says: 'Where memory binds, speed and price of one fast mode tell how much of the normal step is weights, and so the fastest mode of all.',
    left: 'fastSpeedLimit',
    right: '(weights + caches) / weights',
    where: {
      speedFactor: '(weights + caches) / (weights + caches / ratio)',
      priceFactor: 'ratio * (weights + caches / ratio) / (weights + caches)',
    },
  },
  {
    id: 'scale-up-over-scale-out',
    says: "From the bytes sent on either network follows the lecture's ratio of times.",
    left: 'layersPerStage * allToAllTime / (batch * passLength * hiddenDim * bytesPerActivation / (devices * networkBandwidth))',
    right: '(1 / 8) * activatedExperts * layersPerStage * 2',
    where: { scaleUpBandwidth: '8 * 2 * networkBandwidth' },
  },
  {
    id: 'pipeline-latency-neutral',
    says: 'Stage after stage, a step takes as long as on one rack, if hops take no time.',
    left: 'pipelinedStepTime',
    right: 'stepTime',
    where: { hopTime: '0' },
  },
  {
    id: 'memory-per-gpu',
    says: 'Memory per device is all weights and all caches over all devices.',
    left: 'memoryPerDevice',
    right: '(totalParams * bytesPerParam + batch * context * bytesPerToken) / (expertParallel * stages)',
    where: { microBatch: 'batch / stages' },
  },
  {
    id: 'pipeline-kv-cancels',
    says: 'The cache on a device does not depend on the number of stages.',
    left: 'kvPerDevice',
    right: 'microBatch * context * bytesPerToken / expertParallel',
  },
  {
    id: 'weights-share-bandwidth',
    says: 'The time to read the weights falls as one over the devices that read them together.',
    left: 'devices * weightTime',
    right: 'totalParams * bytesPerParam / memoryBandwidth',
  },
]
