// Bytes per token from the price step at long context: do they follow, and do real models have them?
import { model, modelIds } from '../catalog'
import {
  balancedContext,
  computeTime,
  groupedQueryBytes,
  inferredBytesPerToken,
  kvTime,
  machineBalance,
  weightTime,
} from '../derivations'
import { workAt } from '../model'
import { Refusal } from '../units'
import type { Findings, Reading } from './claim'
import { frontier, node, rack } from './examples'
import { priceReadings } from './priceReadings'

export const stepClaims: Findings = {
  'long-context-price-step': () => ({
    computed: balanceOf('deepseek-v3'),
    holds: open.map((id) => isNearStep(balanceOf(id))),
    equations: [balancedContext, inferredBytesPerToken],
    theorems: ['inferred-bytes-balance'],
    readings: [...balances(), ...steps()],
    note: 'True for a model with the bytes inferred from it, which is the argument turned round. Open models that keep keys and values balance at some hundred to some thousand tokens, far before any step. Latents are read with much more arithmetic a byte, so DeepSeek-V3 (computed) balances later, and those that also compress and select, as DeepSeek-V4 does, come near the steps or past them. And most lists that step charge twice the input and one and a half times the output, not one and a half times both.',
  }),
  'kv-1667-bytes': () => ({
    computed: inferred(1),
    holds: [inferred(0.5), inferred(2)].map((bytes) => Math.abs(bytes / 1667 - 1) < 0.001),
    equations: [inferredBytesPerToken],
    theorems: ['inferred-bytes-by-dense-batch'],
    readings: [
      { says: '4-bit weights: the 300 already counts half a byte per weight', value: inferred(0.5), unit: 'B/token' },
      { says: '8-bit weights: 300 multiplications a byte, as said', value: inferred(1), unit: 'B/token' },
      { says: '16-bit weights: 300 FLOP a byte, two FLOPs per parameter', value: inferred(2), unit: 'B/token' },
      { says: 'H100 at its bf16 peak', value: inferredOn(node()), unit: 'B/token' },
      { says: 'GB200 at its fp8 peak', value: inferredOn(rack()), unit: 'B/token' },
    ],
    note: 'The number follows for 8-bit weights. Bytes per weight, which the 300 hides, moves it by two each way.',
  }),
  'kv-2048-architecture': () => ({
    computed: oneLayer(1),
    equations: [groupedQueryBytes],
    readings: [
      { says: 'the same at two bytes a number', value: oneLayer(2), unit: 'B/token' },
      ...['llama-3.1-8b', 'llama-3.1-70b', 'deepseek-v3'].map((id) => ({
        says: `${model(id).name}, bf16`,
        value: model(id).bytesPerToken,
        unit: 'B/token',
      })),
    ],
    note: 'Possible with one cache shared by all global layers; the open models of the catalogue keep far more.',
  }),
  'prefill-is-compute-bound': () => ({
    computed: null,
    equations: [computeTime, weightTime, kvTime],
    theorems: ['memory-time-thins-out', 'arithmetic-stays'],
    note: 'One times the pass length against none: so some length of pass is always enough. The arithmetic of attention, left out here, only adds to the side that prefill is bound by.',
  }),
}

function inferred(bytesPerParam: number): number {
  // 300 weights multiplied for every weight read, two FLOPs each.
  const balance = { flops: (2 * frontier.balance) / bytesPerParam, memoryBandwidth: 1 }
  return inferredOn(balance)
}

function inferredOn(machine: { readonly flops: number; readonly memoryBandwidth: number }): number {
  const { activeParams, priceStep: context } = frontier
  return inferredBytesPerToken({ ...machine, activeParams, context, passLength: 1 })
}

function oneLayer(bytesPerElement: number): number {
  return groupedQueryBytes({ layers: 1, kvHeads: 8, headDim: 128, bytesPerElement })
}

// Open models of several kinds of attention, from a cache in every head to sparse reads.
const open = ['llama-3.1-8b', 'llama-3.1-70b', 'llama-3.1-405b', 'deepseek-v3', 'deepseek-v3.2', 'deepseek-v4-pro']

function balances(): readonly Reading[] {
  const known = modelIds()
  return open
    .filter((id) => known.includes(id))
    .map((id) => ({
      says: `${model(id).name} on H100: cache reads meet arithmetic`,
      value: balanceOf(id),
      unit: 'token',
    }))
}

/** The context from which a step takes longer to read a sequence's cache than to compute, attention included. */
function balanceOf(id: string): number {
  const { architecture } = model(id)
  const balance = machineBalance(node())
  const waits = (context: number): boolean => {
    const { sequenceBytesRead, tokenFlops } = workAt(architecture, { context })
    return balance * sequenceBytesRead > tokenFlops
  }
  let above = 1
  while (!waits(above)) {
    if (above > farthest) throw new Refusal(`Cache reads of ${id} never meet its arithmetic: leave it out.`)
    above *= 2
  }
  let below = above / 2
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2)
    if (waits(middle)) above = middle
    else below = middle
  }
  return above
}

const isNearStep = (context: number): boolean => context >= frontier.priceStep / 2 && context <= frontier.priceStep * 2
const farthest = 1e9

function steps(): readonly Reading[] {
  return priceReadings().flatMap(({ provider, model: name, step }) => {
    if (step === undefined) return []
    const says = `${provider} ${name} steps at this prompt, input by ${step.input}, output by ${step.output}`
    return [{ says, value: step.threshold, unit: 'token' }]
  })
}
