// What holding, retrieving and rematerializing cost, and from where on attention counts.
import { tier } from '../catalog'
import {
  amortizedPrice,
  forgetCost,
  holdCost,
  memoryHoldPrice,
  rematCost,
  retrieveCost,
  retrievePrice,
} from '../derivations'
import { flopsPerToken } from '../model'
import type { Findings } from './claim'
import { dense, node, sparse } from './examples'

const mfu = 0.4
const ddr = () => {
  const part = tier('ddr5-rdimm-server')
  return { ...part, tierPrice: amortizedPrice({ ...part, power: 0 }), fill: 1, stall: 0 }
}

export const tierClaims: Findings = {
  'remat-cost': () => ({
    computed: rematCost({ ...dense(), ...node(), mfu }),
    verdict: 'agrees',
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
    readings: [sparse, dense].flatMap((model) => [
      {
        says: `${model().name}: attention of one token equals its feed-forward arithmetic, cached tokens`,
        value: contextWhere(model, mlpFlops(model)),
        unit: 'token',
      },
      {
        says: `${model().name}: the same on average over a prompt`,
        value: 2 * contextWhere(model, mlpFlops(model)),
        unit: 'token',
      },
      {
        says: `${model().name}: attention doubles the forward pass, cached tokens`,
        value: contextWhere(model, flopsPerToken(model().architecture, 0)),
        unit: 'token',
      },
    ]),
    note: 'The sparser the model, the sooner: attention is not sparse in its experts. The lecture neglects it knowingly, for an estimate; for a rebuilt prompt of real length it is most of the work.',
  }),
  'hold-cost-hbm': () => ({
    computed: dense().bytesPerToken * memoryHoldPrice({ ...node(), memoryShare: 1 }),
    verdict: 'agrees',
    equations: [memoryHoldPrice],
    theorems: ['hold-cost-hbm'],
    note: 'Llama 3.1 70B on H100, the whole rent charged to memory. Free to retrieve by definition: retrieving means into HBM.',
  }),
  'hold-and-retrieve-ddr': () => ({
    computed: retrieveCost({ ...dense(), ...node(), ...ddr() }),
    verdict: 'agrees',
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

type Example = typeof sparse

// The context at which the attention of one token, not absorbed, does this much arithmetic. It is linear in these models.
function contextWhere(model: Example, flops: number): number {
  const { architecture } = model()
  const perToken = (flopsPerToken(architecture, 1_000_000) - flopsPerToken(architecture, 0)) / 1_000_000
  return flops / perToken
}

function mlpFlops(model: Example): number {
  const roles = new Set(['mlp', 'experts', 'sharedExperts'])
  const weights = model().architecture.layers.flatMap((layer) => layer.weights)
  return 2 * weights.reduce((sum, { role, active }) => sum + (roles.has(role) ? active : 0), 0)
}
