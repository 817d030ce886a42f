// What holding, retrieving and rematerializing cost, and from where on attention counts.
import { model, modelIds, tier } from '../catalog'
import {
  amortizedPrice,
  attentionFlops,
  forgetCost,
  holdCost,
  latentAttentionFlops,
  machineBalance,
  memoryHoldPrice,
  rematCost,
  retrieveCost,
  retrievePrice,
} from '../derivations'
import { flopsPerToken } from '../model'
import type { Findings, Reading } from './claim'
import { dense, node, sparse } from './examples'

const mfu = 0.4
const ddr = () => {
  const part = tier('ddr5-rdimm-server')
  return { ...part, tierPrice: amortizedPrice({ ...part, power: 0 }), fill: 1, stall: 0 }
}

export const tierClaims: Findings = {
  'remat-cost': () => ({
    computed: rematCost({ ...dense(), ...node(), mfu }),
    equations: [rematCost, forgetCost],
    theorems: ['remat-cost'],
    readings: [
      {
        says: 'Llama 3.1 70B on H100, 40 % of the peak',
        value: rematCost({ ...dense(), ...node(), mfu }),
        unit: 'USD/token',
      },
      {
        says: 'DeepSeek-V3 on H100, 40 % of the bf16 peak',
        value: rematCost({ ...sparse(), ...node(), mfu }),
        unit: 'USD/token',
      },
    ],
    note: "Without attention's own arithmetic, which grows with the context.",
  }),
  'quadratic-term-flat': () => ({
    computed: contextWhere(sparse, mlpFlops(sparse)),
    equations: [],
    readings: [sparse, dense].flatMap((each) => [
      {
        says: `${each().name}: attention of one token equals its feed-forward arithmetic, cached tokens`,
        value: contextWhere(each, mlpFlops(each)),
        unit: 'token',
      },
      {
        says: `${each().name}: the same on average over a prompt`,
        value: 2 * contextWhere(each, mlpFlops(each)),
        unit: 'token',
      },
      {
        says: `${each().name}: attention doubles the forward pass, cached tokens`,
        value: contextWhere(each, flopsPerToken(each().architecture, 0)),
        unit: 'token',
      },
    ]),
    note: 'The sparser the model, the sooner: attention is not sparse in its experts. The lecture neglects it knowingly, for an estimate; for a rebuilt prompt of real length it is most of the work.',
  }),
  'attention-compute-slope': () => {
    const balance = machineBalance(node())
    const slopes = [groupedSlope(), latentSlope()]
    return {
      computed: slopes,
      holds: slopes.map((slope) => slope <= balance / 10),
      equations: [attentionFlops, latentAttentionFlops, machineBalance],
      readings: [
        { says: 'Llama 3.1 70B: arithmetic a byte of cache read', value: groupedSlope(), unit: 'FLOP/B' },
        { says: 'DeepSeek-V3: the same, its latents read as they are', value: latentSlope(), unit: 'FLOP/B' },
        { says: 'what an H100 computes in the time it reads a byte', value: balance, unit: 'FLOP/B' },
      ],
      note: 'With keys and values it is the query heads that share one: 8 for Llama, a fortieth of what the machine could do. Latent attention works on every latent with all of its 128 heads, and its two slopes nearly meet: no principle forces them apart.',
    }
  },
  'contexts-stuck': () => {
    const limits = modelIds()
      .flatMap(limitOf)
      .sort((a, b) => a.value - b.value)
    const middle = limits[Math.floor((limits.length - 1) / 2)]
    return {
      computed: middle === undefined ? null : [middle.value],
      holds: limits.map(({ value }) => value >= 1e5 && !isBeyond(value)),
      equations: [],
      readings: limits,
      note: `What the open models of the year before the lecture were made for, the least first; the computed number is the middle one. ${limits.filter(({ value }) => isBeyond(value)).length} of ${limits.length} go beyond 200k, most of them with sparse, windowed or linear attention: the wall is there, and that is how it is climbed.`,
    }
  },
  'hold-cost-hbm': () => ({
    computed: dense().bytesPerToken * memoryHoldPrice({ ...node(), memoryShare: 1 }),
    equations: [memoryHoldPrice],
    theorems: ['hold-cost-hbm'],
    note: 'Llama 3.1 70B on H100, the whole rent charged to memory. Free to retrieve by definition: retrieving means into HBM.',
  }),
  'hold-and-retrieve-ddr': () => ({
    computed: retrieveCost({ ...dense(), ...node(), ...ddr() }),
    equations: [holdCost, retrieveCost, retrievePrice],
    theorems: ['hold-cost-ddr', 'retrieve-cost-ddr'],
    readings: [
      { says: 'retrieve, nobody waiting', value: retrieveCost({ ...dense(), ...node(), ...ddr() }), unit: 'USD/token' },
      {
        says: 'retrieve, eight GPUs waiting for all of it',
        value: retrieveCost({ ...dense(), ...node(), ...ddr(), stall: 1 }),
        unit: 'USD/token',
      },
      { says: 'hold for five minutes', value: holdCost({ ...dense(), ...ddr(), holdTime: 300 }), unit: 'USD/token' },
    ],
    note: 'Devices that stand still while a cache loads cost far more than the memory it comes from: that is the stall.',
  }),
}

// FLOPs of one query over the bytes it reads, per cached token.
function groupedSlope(): number {
  const { layers, queryHeads, headDim, bytesPerToken } = dense()
  return attentionFlops({ layers, queryHeads, headDim, context: 1 }) / bytesPerToken
}

function latentSlope(): number {
  const { layers, queryHeads, latentDim = 0, ropeDim = 0, bytesPerToken } = sparse()
  return latentAttentionFlops({ layers, queryHeads, latentDim, ropeDim, context: 1 }) / bytesPerToken
}

// 200k is 202,752 tokens in some configs.
const isBeyond = (tokens: number): boolean => tokens > 2.1e5

function limitOf(id: string): readonly Reading[] {
  const { name, asOf, architecture } = model(id)
  const tokens = architecture.contextLimit?.tokens
  const isRecent = asOf >= '2025-05' && asOf < '2026-05'
  return tokens === undefined || !isRecent ? [] : [{ says: name, value: tokens, unit: 'token' }]
}

type Example = typeof sparse

// The context at which the attention of one token, not absorbed, does this much arithmetic. It is linear in these models.
function contextWhere(example: Example, flops: number): number {
  const { architecture } = example()
  const perToken = (flopsPerToken(architecture, 1_000_000) - flopsPerToken(architecture, 0)) / 1_000_000
  return flops / perToken
}

function mlpFlops(example: Example): number {
  const roles = new Set(['mlp', 'experts', 'sharedExperts'])
  const weights = example().architecture.layers.flatMap((layer) => layer.weights)
  return 2 * weights.reduce((sum, { role, active }) => sum + (roles.has(role) ? active : 0), 0)
}
