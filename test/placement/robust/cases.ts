// Which questions do the tests of robustness ask? Seeded ones, over eleven decades of pause, with and without stalls and returns.
import { type Random, random } from '../../../src/algebra/random'
import { type Settled, settled } from '../../../src/placement'

const base = settled({ model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 300, context: 32_768 })

export const logUniform = ({ unit }: Random, from: number, to: number): number => from * (to / from) ** unit()

/** The same seed asks the same. */
export function questions(count: number, seed: number): readonly Settled[] {
  const draw = random(seed)
  return Array.from({ length: count }, (_, i) => ({
    ...base,
    holdTime: logUniform(draw, 1e-3, 3e7),
    stall: i % 3 === 0 ? draw.unit() : 0,
    reuses: logUniform(draw, 0.2, 20),
    ...(i % 4 === 1 && { deadline: logUniform(draw, 0.05, 60) }),
    ...(i % 5 === 2 && { waitPrice: logUniform(draw, 1e-5, 1e-2) }),
    ...(i % 7 === 3 && { capitalCost: 0.1 }),
  }))
}

/** One tier, nothing but holding and retrieving: bills that a reader works out by hand. */
export const plain = settled({
  model: {
    ...{ bytesPerToken: 1000, activeParams: 1e9, totalParams: 1e9, bytesPerParam: 2 },
    ...{ layers: 10, queryHeads: 8, headDim: 64 },
  },
  accelerator: { flops: 1e15, memoryBandwidth: 1e12, memoryCapacity: 1e11, devicePrice: 0.001 },
  tiers: [{ id: 'ddr', tierCapacity: 1e12, tierBandwidth: 1e11, tierPrice: 0.0001 }],
  ...{ holdTime: 100, devices: 1, mfu: 0.5, landing: 0, attention: 'leave-out', deadline: Number.POSITIVE_INFINITY },
})
