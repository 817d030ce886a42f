// Speed against context and price: how far does a balanced machine stretch?
import { fastBatchRatio, fastSpeedLimit, inferredBytesPerToken, rooflineUtilization } from '../derivations'
import { formatNumber } from '../units'
import type { Findings } from './claim'
import { frontier, node } from './examples'

const offered = { speedFactor: 2.5, priceFactor: 6 }

export const speedClaims: Findings = {
  'context-halves-mfu': () => ({
    computed: utilization(200_000),
    equations: [rooflineUtilization],
    theorems: ['utilization-falls-with-context'],
    readings: [100_000, 150_000, 200_000, 400_000].map((context) => ({
      says: `at ${context / 1000}k tokens`,
      value: utilization(context),
      unit: '1',
    })),
    note: 'Exact while the weights are read for nothing and the cache grows with the context: sparse attention reads less.',
  }),
  'fast-mode': () => ({
    computed: fastSpeedLimit(offered),
    verdict: 'agrees',
    equations: [fastBatchRatio, fastSpeedLimit],
    theorems: ['speed-times-price-is-batch', 'fast-mode-ends-at-the-weights'],
    readings: [
      { says: 'how many times smaller the batch is', value: fastBatchRatio(offered), unit: '1' },
      { says: 'how many times faster any smaller batch could be', value: fastSpeedLimit(offered), unit: '1' },
    ],
    note: `The offer fits a batch ${formatNumber(fastBatchRatio(offered))} times smaller on the same devices. Weights then fill most of the fast step already, so no price would buy more than ${formatNumber(fastSpeedLimit(offered))} times the speed: that needs more devices, or guessing tokens ahead.`,
  }),
}

// A model whose caches balance at 100k tokens, at a batch so large that its weights no longer count.
function utilization(context: number): number {
  const machine = { ...node(), ...frontier, passLength: 1 }
  const bytesPerToken = inferredBytesPerToken({ ...machine, context: 100_000 })
  return rooflineUtilization({ ...machine, bytesPerToken, context, totalParams: 0, bytesPerParam: 1, batch: 1 })
}
