// Batch size: which of the lecture's numbers come out, and on which machines?

import { call } from '../algebra'
import {
  balancedBatch,
  batchPenalty,
  computeTime,
  costFloor,
  drainTime,
  forwardFlops,
  kvTime,
  machineBalance,
  meanWait,
  stepTime,
  tokensPerSecond,
  trafficShare,
  weightTime,
  worstWait,
} from '../derivations'
import { formatNumber } from '../units'
import type { Findings } from './claim'
import { dense, frontier, node, onDevices, oneDense, rack, sparse } from './examples'
import { balances, drains, eightBit, outside } from './machineReadings'

const decode = { passLength: 1 }
const onRack = () => ({ ...sparse(), ...rack(), ...decode, batch: 2400, context: 4096 })
const onNode = () => ({ ...dense(), ...node(), ...decode, batch: 300, context: 4096 })
const pointOnRack = (batch: number) => onDevices(sparse(), rack(), { context: 4096, batch })
const pointOnNode = (batch: number, context = 4096) => onDevices(dense(), node(), { context, batch })
const where = { rack: 'DeepSeek-V3 on 72 GB200, fp8', node: 'Llama 3.1 70B on 8 H100, bf16' }

export const batchClaims: Findings = {
  'step-time-is-a-max': () => ({
    computed: call(stepTime, pointOnRack(2400)),
    equations: [stepTime, computeTime, weightTime, kvTime],
    theorems: ['step-time-is-a-max'],
    readings: [
      {
        says: `arithmetic: ${where.rack}, batch 2,400, 4,096 tokens each`,
        value: call(computeTime, pointOnRack(2400)),
        unit: 's',
      },
      { says: 'that of the weights alone, as the lecture counts', value: computeTime(onRack()), unit: 's' },
      { says: 'reading the weights', value: call(weightTime, pointOnRack(2400)), unit: 's' },
      { says: 'reading the caches', value: call(kvTime, pointOnRack(2400)), unit: 's' },
      {
        says: 'arithmetic of the weights, had the marketed FLOP/s been taken for multiplications',
        value: computeTime(onRack()) / 2,
        unit: 's',
      },
    ],
    note: 'The form holds; two terms are missing from its arms. Latents are attended to with far more arithmetic than keys and values, here nearly as much as the weights have. The lecture counts one multiplication per parameter, data sheets two FLOPs: the same time, unless the two are mixed, which halves it.',
  }),
  'latency-floor': () => ({
    computed: call(weightTime, pointOnRack(1)),
    // Of a mixture of experts: is one sequence's step as long as a read of every weight?
    holds: [call(weightTime, pointOnRack(1)) >= weightTime(onRack())],
    equations: [stepTime, weightTime],
    theorems: ['latency-floor'],
    readings: [
      { says: `${where.node}, whatever the batch`, value: call(weightTime, pointOnNode(1)), unit: 's' },
      ...[1, 32, 2400].map((batch) => ({
        says: `${where.rack}, ${batch === 1 ? 'one sequence: the experts it touches' : `${formatNumber(batch)} sequences: the experts they touch`}`,
        value: call(weightTime, pointOnRack(batch)),
        unit: 's',
      })),
      { says: `${where.rack}, every weight once`, value: weightTime(onRack()), unit: 's' },
    ],
    note: 'True of a dense model. A mixture of experts at batch 1 reads only the experts its token is routed to, and was measured faster than one read of all its weights; from some hundred sequences on it reads nearly all (expertsTouched). What holds for both: a step is never shorter than one read of the weights it touches.',
  }),
  'cost-floor': () => ({
    computed: call(costFloor, pointOnRack(2400)),
    equations: [costFloor, batchPenalty],
    theorems: ['cost-is-a-hyperbola-on-a-floor', 'cost-ends-at-its-floor'],
    readings: [
      { says: `floor: ${where.rack}, 4,096 tokens`, value: call(costFloor, pointOnRack(2400)), unit: 'USD/token' },
      { says: `floor: ${where.node}, 4,096 tokens`, value: call(costFloor, pointOnNode(300)), unit: 'USD/token' },
    ],
    note: 'A slow mode cannot be cheaper than this floor, however patient its users.',
  }),
  'unbatched-1000x': () => ({
    computed: batchPenalty({ ...onRack(), batch: 1 }),
    holds: [isThousandfold(call(batchPenalty, pointOnRack(1)))],
    equations: [batchPenalty],
    readings: [
      {
        says: `${where.rack}, 4,096 tokens, the experts of one token`,
        value: call(batchPenalty, pointOnRack(1)),
        unit: '1',
      },
      { says: `${where.rack}, had it to read every expert`, value: batchPenalty({ ...onRack(), batch: 1 }), unit: '1' },
      { says: `${where.node}, 4,096 tokens`, value: call(batchPenalty, pointOnNode(1)), unit: '1' },
      { says: `${where.node}, short contexts`, value: call(batchPenalty, pointOnNode(1, 0)), unit: '1' },
    ],
    note: 'Without caches to read the penalty is the balanced batch itself: about 300 for a dense model, times the sparsity for a mixture of experts that has to read all of them, as the lecture counts (computed). Alone it reads those of one token, and is back at some hundreds.',
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
    computed: [[2 * batchAt(256 / 32), 3 * batchAt(256 / 32)]],
    holds: [batchAt(256 / 32) >= 2000 && batchAt(256 / 32) <= 3000],
    equations: [balancedBatch],
    readings: [
      { says: 'the balanced batch itself', value: batchAt(256 / 32), unit: 'token' },
      { says: 'twice it', value: 2 * batchAt(256 / 32), unit: 'token' },
      { says: 'three times it', value: 3 * batchAt(256 / 32), unit: 'token' },
    ],
    note: "The factor is the guest's, the range the host's reply, and only the 2,400 before the factor lies in it: two to three times 2,400 does not.",
  }),
  'hbm-drain-20ms': () => ({
    computed: drainTime({ tierCapacity: 288e9, tierBandwidth: 20e12 }),
    equations: [drainTime],
    readings: drains(),
    note: '288 GB at 20 TB/s are 14.4 ms, said as "about 15". Of real parts some generations come near 20 ms and others take twice that; Rubin as announced since reads at 22 TB/s. Drivers report binary gigabytes, 7 % more than a marketed decimal one.',
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
    computed: [64, arithmetic(1.3e9) / arithmetic(0.37e9)],
    equations: [forwardFlops],
    note: 'Sixty-four experts save three and a half times the arithmetic, said as "4x". The 64 counts experts: total parameters grow less, since attention is not copied. Read off a figure of Clark et al. 2022, arXiv:2202.01169.',
  }),
}

const arithmetic = (activeParams: number): number => forwardFlops({ activeParams })
// A thousand to the nearest power of ten, as the claim's tolerance has it.
const isThousandfold = (penalty: number): boolean => penalty >= 1000 / 3.2 && penalty <= 1000 * 3.2

function batchAt(sparsity: number): number {
  return call(balancedBatch, { machineBalance: frontier.balance, ...oneDense, totalParams: sparsity, bytesPerParam: 2 })
}

function share(serviceTokensPerSecond: number): number {
  return call(trafficShare, { tokensPerSecond: 128_000, serviceTokensPerSecond })
}
