import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { call } from '../../src/algebra'
import * as servemath from '../../src/derivations'

const seed = 20_260_429
const llama = { activeParams: 70e9, totalParams: 70e9, bytesPerParam: 2, bytesPerToken: 327_680 }
const h100 = { flops: 989e12, memoryBandwidth: 3.35e12, memoryCapacity: 80e9, devicePrice: 2 / 3600 }
const decode = { ...llama, ...h100, devices: 8, passLength: 1 }
const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true })

describe('batch', () => {
  it('as the batch grows, a token costs its floor', () => {
    const at = { ...decode, context: 1000 }
    const [cost, floor] = [servemath.tokenCost({ ...at, batch: 1e9 }), servemath.costFloor({ ...at, batch: 1e9 })]
    expect(cost / floor).toBeCloseTo(1, 6)
    expect(servemath.batchPenalty({ ...at, batch: 1 })).toBeGreaterThan(100)
  })
  it('cost never rises with the batch', () => {
    fc.assert(
      fc.property(positive, positive, (small, more) => {
        const cost = (batch: number) => servemath.tokenCost({ ...decode, context: 500, batch })
        return cost(small + more) <= cost(small) * (1 + 1e-12)
      }),
      { seed },
    )
  })
  it('with caches to read the balanced batch is larger, and beyond the balanced context there is none', () => {
    const at = (context: number) => servemath.balancedBatchAtContext({ ...decode, context })
    expect(at(0)).toBeCloseTo(servemath.balancedBatch(decode), 9)
    expect(at(700)).toBeGreaterThan(at(0))
    expect(at(5000)).toBeLessThan(0)
  })
  it('a request at worst waits for one step and takes the next: 40 ms for steps of 20', () => {
    expect(call(servemath.worstWait, { stepTime: 0.02 })).toBe(0.04)
    expect(call(servemath.meanWait, { stepTime: 0.02 })).toBeCloseTo(0.03, 12)
  })
  it('of 256 experts a batch of one reads 8, a batch of 64 reads 222, a large one all', () => {
    const touched = (batch: number) => servemath.expertsTouched({ experts: 256, activatedExperts: 8, batch })
    expect(touched(1)).toBeCloseTo(8, 9)
    expect(touched(64)).toBeCloseTo(256 * (1 - (31 / 32) ** 64), 9)
    expect(touched(2000)).toBeCloseTo(256, 9)
  })
})

describe('fast mode', () => {
  it('2.5 times the speed at 6 times the price is a batch 15 times smaller, and no price buys more than 2.8 times', () => {
    const offer = { speedFactor: 2.5, priceFactor: 6 }
    expect(servemath.fastBatchRatio(offer)).toBe(15)
    expect(servemath.fastSpeedLimit(offer)).toBeCloseTo(2.8, 12)
  })
  it('agrees with the roofline: from two batches of one memory-bound machine the limit is the step over the weights', () => {
    const at = (batch: number) => ({ ...decode, context: 20_000, batch })
    const [slow, fast] = [at(300), at(20)]
    const speedFactor = servemath.stepTime(slow) / servemath.stepTime(fast)
    const priceFactor = servemath.tokenCost(fast) / servemath.tokenCost(slow)
    expect(speedFactor * priceFactor).toBeCloseTo(15, 9)
    const limit = servemath.stepTime(slow) / servemath.weightTime(slow)
    expect(servemath.fastSpeedLimit({ speedFactor, priceFactor }) / limit).toBeCloseTo(1, 9)
  })
})

describe('experts and pipelines', () => {
  it('over two racks an eight times slower network makes the all-to-all four times longer', () => {
    expect(call(servemath.crossRackSlowdown, { bandwidthRatio: 8, racks: 2 })).toBe(4)
    expect(call(servemath.crossRackSlowdown, { bandwidthRatio: 8, racks: 1 })).toBe(1)
  })
  it('all-to-all of DeepSeek-V3: 2 x 8 x 7,168 x 2 bytes a token and layer', () => {
    const at = { activatedExperts: 8, hiddenDim: 7168, bytesPerActivation: 2 }
    expect(servemath.dispatchBytes(at)).toBe(229_376)
    const time = servemath.allToAllTime({ ...at, batch: 72, passLength: 1, devices: 72, scaleUpBandwidth: 1.8e12 })
    expect(time).toBeCloseTo(229_376 / 0.9e12, 15)
  })
  it('eight experts, one layer: (1/8) x 8 x 1 x 2 is 2', () => {
    const at = { activatedExperts: 8, layersPerStage: 1, bandwidthRatio: 8 }
    expect(call(servemath.scaleUpOverScaleOut, at)).toBe(2)
    expect(call(servemath.affordableLayers, at)).toBe(0.5)
  })
  it('caches on a device are the same at 1 and at 16 stages, weights a sixteenth', () => {
    const at = (stages: number) => ({ ...llama, context: 8192, microBatch: 300, expertParallel: 8, stages })
    expect(servemath.kvPerDevice(at(16))).toBeCloseTo(servemath.kvPerDevice(at(1)), 3)
    expect(servemath.weightsPerDevice(at(16)) * 16).toBeCloseTo(servemath.weightsPerDevice(at(1)), 3)
  })
  it('hops add up stage by stage', () => {
    const at = (hopTime: number) =>
      servemath.pipelinedStepTime({ ...decode, batch: 100, context: 100, stages: 4, hopTime })
    expect(at(2e-3) - at(0)).toBeCloseTo(8e-3, 12)
  })
})

describe('training', () => {
  it('6 FLOPs a parameter and token; 2 to serve; 2 to 6 in reinforcement learning', () => {
    expect(servemath.trainingFlops({ activeParams: 1 })).toBe(6)
    expect(servemath.reinforcementFlops({ activeParams: 1, trainedShare: 0 })).toBe(2)
    expect(servemath.reinforcementFlops({ activeParams: 1, trainedShare: 1 })).toBe(6)
  })
  it('with decode at a third of the utilization, as many tokens are trained on as served', () => {
    const at = {
      activeParams: 100e9,
      serviceTokensPerSecond: 5e7,
      modelLife: 60 * 86_400,
      trainingMfu: 0.45,
      decodeMfu: 0.15,
    }
    expect(servemath.equalPretraining(at)).toBeCloseTo(servemath.servedTokens(at), 0)
  })
  it('at the equal tokens the three bills are equal', () => {
    const at = {
      activeParams: 1e9,
      serviceTokensPerSecond: 1e6,
      modelLife: 1e6,
      trainingMfu: 0.4,
      decodeMfu: 0.1,
      trainedShare: 0.3,
      flops: 1e15,
    }
    const served = servemath.servingTime(at)
    expect(
      servemath.pretrainingTime({ ...at, pretrainingTokens: servemath.equalPretraining(at) }) / served,
    ).toBeCloseTo(1, 12)
    expect(
      servemath.reinforcementTime({ ...at, reinforcementTokens: servemath.equalReinforcement(at) }) / served,
    ).toBeCloseTo(1, 12)
  })
  it('sharing equally is the optimum for equal powers, and never twice it for any', () => {
    const penalty = (risingExponent: number, fallingExponent: number) =>
      servemath.equalCostPenalty({ risingExponent, fallingExponent })
    expect(penalty(0.5, 0.5)).toBeCloseTo(1, 12)
    // x² + 1/x: 2 at x = 1, (27/4)^(1/3) at its least.
    expect(penalty(2, 1)).toBeCloseTo(2 / (27 / 4) ** (1 / 3), 12)
    fc.assert(
      fc.property(positive, positive, (m, n) => penalty(m, n) >= 1 - 1e-12 && penalty(m, n) < 2),
      { seed },
    )
  })
  it('a reversible network keeps the same at any depth and costs a third more', () => {
    const at = (depth: number) => ({ depth, activationsPerLayer: 16, hiddenDim: 4096, bytesPerActivation: 2 })
    expect(servemath.reversibleBytes(at(100))).toBe(servemath.reversibleBytes(at(10)))
    expect(servemath.activationBytes(at(100))).toBe(10 * servemath.activationBytes(at(10)))
    expect(servemath.reversibleOverhead({ activeParams: 1 })).toBeCloseTo(4 / 3, 12)
  })
  it('the Feistel step and its inverse are a round trip for any f', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.func(fc.integer()), (x, y, f) => {
        const [u, v] = [f(x) + y, x]
        return v === x && u - f(v) === y
      }),
      { seed },
    )
  })
})

describe('prices read backwards', () => {
  it('1,667 B at 100 billion parameters, 300 multiplications a byte and 200k tokens', () => {
    const at = { activeParams: 100e9, flops: 600, memoryBandwidth: 1, passLength: 1, context: 200_000 }
    expect(servemath.inferredBytesPerToken(at)).toBeCloseTo(1666.667, 3)
  })
  it('4.50 USD per million tokens and hour at 0.025 USD per GB and hour is 180 kB a token', () => {
    const at = { storagePrice: 4.5 / 1e6 / 3600, holdPrice: 0.025 / 1e9 / 3600 }
    expect(call(servemath.inferredBytesFromStorage, at)).toBeCloseTo(180_000, 6)
  })
  it('the list of Gemini 2.5 Pro charges as much for 15 minutes of storage as for sending again', () => {
    const at = { inputPrice: 1.25e-6, hitPrice: 0.125e-6, storagePrice: 4.5e-6 / 3600 }
    expect(servemath.listedCrossover(at)).toBeCloseTo(900, 9)
  })
  it('two cache writes, 2 and 1.25 times 4 USD, 55 minutes apart: 3.27 USD per million tokens and hour', () => {
    const at = { shortWritePrice: 5e-6, longWritePrice: 8e-6, shortLife: 300, longLife: 3600 }
    expect(servemath.storagePriceFromWrites(at) * 3600e6).toBeCloseTo(3.2727, 4)
  })
  it('the price of the device cancels in the bytes read from a crossover', () => {
    const at = { ...llama, ...h100, mfu: 0.4, memoryShare: 1, inputPrice: 2e-6, hitPrice: 1e-6, storagePrice: 1e-9 }
    const dear = { ...at, devicePrice: 10 * at.devicePrice }
    expect(servemath.inferredBytesFromCrossover(dear) / servemath.inferredBytesFromCrossover(at)).toBeCloseTo(1, 12)
  })
})
