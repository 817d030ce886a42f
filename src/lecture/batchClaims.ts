// Batch size: which of the lecture's numbers come out, and on which machines?

import { call } from '../algebra'
import {
  balancedBatch,
  batchPenalty,
  computeTime,
  costFloor,
  drainTime,
  kvTime,
  machineBalance,
  meanWait,
  stepTime,
  tokensPerSecond,
  trafficShare,
  weightTime,
  worstWait,
} from '../derivations'
import type { Findings } from './claim'
import { dense, frontier, node, oneDense, rack, sparse } from './examples'
import { balances, drains, eightBit, outside } from './machineReadings'

const decode = { passLength: 1 }
const onRack = () => ({ ...sparse(), ...rack(), ...decode, batch: 2400, context: 4096 })
const onNode = () => ({ ...dense(), ...node(), ...decode, batch: 300, context: 4096 })
const where = { rack: 'DeepSeek-V3 on 72 GB200, fp8', node: 'Llama 3.1 70B on 8 H100, bf16' }

export const batchClaims: Findings = {
  'step-time-is-a-max': () => ({
    computed: stepTime(onRack()),
    verdict: 'agrees',
    equations: [stepTime, computeTime, weightTime, kvTime],
    theorems: ['step-time-is-a-max'],
    readings: [
      { says: `arithmetic: ${where.rack}, batch 2,400, 4,096 tokens each`, value: computeTime(onRack()), unit: 's' },
      { says: 'reading the weights', value: weightTime(onRack()), unit: 's' },
      { says: 'reading the caches', value: kvTime(onRack()), unit: 's' },
      {
        says: 'arithmetic, had the marketed FLOP/s been taken for multiplications',
        value: computeTime(onRack()) / 2,
        unit: 's',
      },
    ],
    note: 'The lecture counts one multiplication per parameter, data sheets two FLOPs: the same time, unless the two are mixed, which halves it.',
  }),
  'latency-floor': () => ({
    computed: weightTime(onRack()),
    verdict: 'agrees',
    equations: [stepTime, weightTime],
    theorems: ['latency-floor'],
    readings: [
      { says: where.rack, value: weightTime(onRack()), unit: 's' },
      { says: where.node, value: weightTime(onNode()), unit: 's' },
      {
        says: `${where.rack}, one sequence alone: only the experts it is routed to`,
        value: weightTime({ ...onRack(), totalParams: sparse().activeParams }),
        unit: 's',
      },
    ],
    note: 'The formula reads every weight at any batch. A mixture of experts at batch 1 reads only its active ones; from some hundred sequences on it reads nearly all (expertsTouched).',
  }),
  'cost-floor': () => ({
    computed: costFloor(onRack()),
    verdict: 'agrees',
    equations: [costFloor, batchPenalty],
    theorems: ['cost-is-a-hyperbola-on-a-floor', 'cost-ends-at-its-floor'],
    readings: [
      { says: `floor: ${where.rack}, 4,096 tokens`, value: costFloor(onRack()), unit: 'USD/token' },
      { says: `floor: ${where.node}, 4,096 tokens`, value: costFloor(onNode()), unit: 'USD/token' },
    ],
    note: 'A slow mode cannot be cheaper than this floor, however patient its users.',
  }),
  'unbatched-1000x': () => ({
    computed: batchPenalty({ ...onRack(), batch: 1 }),
    equations: [batchPenalty],
    readings: [
      { says: `${where.rack}, 4,096 tokens`, value: batchPenalty({ ...onRack(), batch: 1 }), unit: '1' },
      { says: `${where.node}, 4,096 tokens`, value: batchPenalty({ ...onNode(), batch: 1 }), unit: '1' },
      { says: `${where.node}, short contexts`, value: batchPenalty({ ...onNode(), batch: 1, context: 0 }), unit: '1' },
      {
        says: `${where.rack}, only active experts read at batch 1`,
        value: batchPenalty({ ...onRack(), batch: 1, totalParams: sparse().activeParams }),
        unit: '1',
      },
    ],
    note: 'Without caches to read the penalty is the balanced batch itself: about 300 for a dense model, times the sparsity for a mixture of experts.',
  }),
  'machine-balance': () => ({
    computed: machineBalance(node()),
    equations: [machineBalance, balancedBatch],
    readings: [...balances(), ...eightBit()],
    note: `FLOP per byte at the bf16 peak; multiplications are half of it and a bf16 weight is two bytes, so this is also the lecture's number, the balanced batch of a dense model. ${outside()} Where 8 bits double the peak and halve the weight it is the same again; where they do more, as on Rubin, it is not.`,
  }),
  'balanced-batch': () => ({
    computed: batchAt(256 / 32),
    equations: [balancedBatch],
    readings: [
      { says: '32 of 256 experts, as said', value: batchAt(256 / 32), unit: '1' },
      { says: '8 of 256 experts, as DeepSeek-V3 routes', value: batchAt(256 / 8), unit: '1' },
      {
        says: 'total over active parameters of DeepSeek-V3, all layers counted',
        value: batchAt(sparse().totalParams / sparse().activeParams),
        unit: '1',
      },
      { says: where.rack, value: balancedBatch(onRack()), unit: '1' },
      { says: where.node, value: balancedBatch(onNode()), unit: '1' },
    ],
    note: 'Exact for the numbers said. DeepSeek-V3 activates 8 routed experts and one shared one of 256, not 32.',
  }),
  'balanced-batch-practice': () => ({
    computed: [2 * batchAt(256 / 32), 3 * batchAt(256 / 32)],
    verdict: 'depends',
    equations: [balancedBatch],
    readings: [
      { says: 'the balanced batch itself', value: batchAt(256 / 32), unit: 'token' },
      { says: 'twice it', value: 2 * batchAt(256 / 32), unit: 'token' },
      { says: 'three times it', value: 3 * batchAt(256 / 32), unit: 'token' },
    ],
    note: 'The lecture names the same range before and after the factor: 2,400 lies in it, two to three times 2,400 does not.',
  }),
  'hbm-drain-20ms': () => ({
    computed: drainTime({ tierCapacity: 288e9, tierBandwidth: 20e12 }),
    equations: [drainTime],
    readings: drains(),
    note: 'Exact for the numbers said. Of real parts some generations come near 20 ms and others take twice that; Rubin as announced since reads at 22 TB/s. Drivers report binary gigabytes, 7 % more than a marketed decimal one.',
  }),
  'queue-worst-case': () => ({
    computed: call(worstWait, { stepTime: 0.02 }),
    equations: [worstWait, meanWait],
    readings: [{ says: 'on average, for requests at random', value: call(meanWait, { stepTime: 0.02 }), unit: 's' }],
    note: 'As long as every step has room: a queue of more than one batch waits longer.',
  }),
  'tokens-per-second': () => ({
    computed: call(tokensPerSecond, { batch: 2000, passLength: 1, stepTime: 1 / 64 }),
    equations: [tokensPerSecond],
    readings: [{ says: 'a step', value: 1 / 64, unit: 's' }],
    note: 'Of all users together; each of the 2,000 sees 64 tokens a second.',
  }),
  'gemini-thousandth': () => ({
    computed: share(128e6),
    equations: [trafficShare],
    readings: [
      { says: 'of 100 million tokens a second', value: share(100e6), unit: '1' },
      { says: 'of 900 million tokens a second', value: share(900e6), unit: '1' },
    ],
    note: '"Hundreds of millions" is recalled, not measured, so only the order of magnitude can be checked.',
  }),
  'sparsity-64x-for-4x': () => ({
    computed: 1.3e9 / 0.37e9,
    equations: [],
    note: 'The ratio of the active parameters. Its factor of 64 is in experts: total parameters grow less, since attention is not copied. Read off a figure of Clark et al. 2022, arXiv:2202.01169.',
  }),
}

function batchAt(sparsity: number): number {
  return call(balancedBatch, { machineBalance: frontier.balance, ...oneDense, totalParams: sparsity, bytesPerParam: 2 })
}

function share(serviceTokensPerSecond: number): number {
  return call(trafficShare, { tokensPerSecond: 128_000, serviceTokensPerSecond })
}
