// Speed against context and price: how far does a balanced machine stretch?
import { call } from '../algebra'
import { model } from '../catalog'
import { fastBatchRatio, fastSpeedLimit, inferredBytesPerToken, kvTime, rooflineUtilization } from '../derivations'
import { workAt } from '../model'
import { formatNumber } from '../units'
import type { Findings } from './claim'
import { frontier, node } from './examples'

const offered = { speedFactor: 2.5, priceFactor: 6 }

const hundredfold = 100

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
    equations: [fastBatchRatio, fastSpeedLimit],
    theorems: ['speed-times-price-is-batch', 'fast-mode-ends-at-the-weights'],
    readings: [
      { says: 'how many times smaller the batch is', value: fastBatchRatio(offered), unit: '1' },
      { says: 'how many times faster any smaller batch could be', value: fastSpeedLimit(offered), unit: '1' },
    ],
    note: `The offer fits a batch ${formatNumber(fastBatchRatio(offered))} times smaller on the same devices. Weights then fill most of the fast step already, so no price would buy more than ${formatNumber(fastSpeedLimit(offered))} times the speed: that needs more devices, or guessing tokens ahead.`,
  }),
  'fast-mode-100x': () => ({
    computed: fastSpeedLimit(offered),
    equations: [fastSpeedLimit, fastBatchRatio],
    theorems: ['fast-mode-ends-at-the-weights'],
    readings: [
      { says: 'speed at 2.5 times the speed for 6 times the price, as offered', value: offered.speedFactor, unit: '1' },
      { says: 'speed at 100 times the price, same devices', value: speedAt(hundredfold), unit: '1' },
      { says: 'speed at any price, same devices', value: fastSpeedLimit(offered), unit: '1' },
    ],
    note: `The host asks; the guest's answer is the floor under a step. If the offer of 2.5 for 6 is what a smaller batch gives, a hundred times the price buys ${formatNumber(speedAt(hundredfold), 3)} times the speed, and no price more than ${formatNumber(fastSpeedLimit(offered), 3)}.`,
  }),
  'sparse-attention-root': () => ({
    computed: readSlope('deepseek-v3.2', longContext),
    holds: [isRoot(readSlope('deepseek-v4-pro', longContext))],
    equations: [kvTime],
    readings: ['deepseek-v3.2', 'deepseek-v4-pro'].flatMap((id) =>
      [16_384, longContext, 524_288].map((context) => ({
        says: `${model(id).name}: bytes read grow with this power of the context, from ${context / 1024}k tokens to twice that`,
        value: readSlope(id, context),
        unit: '1',
      })),
    ),
    note: 'The slope on doubly logarithmic paper: 1 for dense attention, 1/2 for a square root. What is selected is bounded, but what selects looks at every token (or at every fourth), and at long contexts that is most of what is read: many times less than dense attention, in proportion to the context all the same.',
  }),
}

// A step is weights w and caches 1 - w of the normal one; at p times the price the caches shrink to (1 - w)·w/(p - 1 + w).
function speedAt(priceFactor: number): number {
  const weights = 1 / fastSpeedLimit(offered)
  const caches = 1 - weights
  return 1 / (weights + (caches * weights) / (priceFactor - caches))
}

const longContext = 131_072
const isRoot = (slope: number): boolean => Math.abs(slope - 0.5) <= 0.1

/** the power of the context that the bytes read grow with, as it doubles */
function readSlope(id: string, context: number): number {
  const { architecture } = model(id)
  const readAt = (tokens: number): number => kvTimeOf(workAt(architecture, { context: tokens }))
  return Math.log2(readAt(2 * context) / readAt(context))
}

const kvTimeOf = (work: object): number => call(kvTime, { ...work, devices: 1, memoryBandwidth: 1 })

// A model whose caches balance at 100k tokens, at a batch so large that its weights no longer count.
function utilization(context: number): number {
  const machine = { ...node(), ...frontier, passLength: 1 }
  const bytesPerToken = inferredBytesPerToken({ ...machine, context: 100_000 })
  return rooflineUtilization({ ...machine, bytesPerToken, context, totalParams: 0, bytesPerParam: 1, batch: 1 })
}
