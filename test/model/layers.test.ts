// What does each kind of layer keep, read, compute and weigh? Small layers, counted by hand in the comment above each.
import { describe, expect, it } from 'vitest'
import type { Architecture, Layer, Weight } from '../../src/model/architecture'
import { bytesAt, readBytesAt } from '../../src/model/bytes'
import { flopsPerToken } from '../../src/model/flops'
import { compressedAttention } from '../../src/model/layers/compressedAttention'
import { gatedDelta, kimiDelta } from '../../src/model/layers/deltaRule'
import { experts, mlp } from '../../src/model/layers/feedForward'
import { fullAttention } from '../../src/model/layers/fullAttention'
import { projectionBiases } from '../../src/model/layers/groupedQuery'
import { packedIndexKeys, selecting, withIndexer } from '../../src/model/layers/indexer'
import { latentAttention } from '../../src/model/layers/latentAttention'
import { plainLayer, withFeedForward } from '../../src/model/layers/layer'
import { lightningAttention } from '../../src/model/layers/linearAttention'
import { mamba1 } from '../../src/model/layers/mamba1'
import { mamba2 } from '../../src/model/layers/mamba2'
import { sharedCache } from '../../src/model/layers/sharedCache'
import { chunkedAttention, slidingAttention } from '../../src/model/layers/slidingAttention'
import { parameters } from '../../src/model/parameters'

const context = 100

const alone = (layer: Layer): Architecture => ({
  family: 'test',
  modelType: 'test',
  hidden: 8,
  vocab: 1,
  tied: false,
  layers: [layer],
  draftLayers: [],
  outside: [],
  quantization: { plainBits: 16, bits: {}, says: 'bf16' },
  notes: [],
})

// At a context of 100 tokens in bf16; FLOPs without the two for each weight.
function counted(layer: Layer): Record<string, number> {
  const architecture = alone(layer)
  const { total } = parameters(architecture)
  const flops = (absorbed: boolean): number => flopsPerToken(architecture, context, { absorbed }) - 2 * total
  return {
    kept: bytesAt(architecture, context),
    read: readBytesAt(architecture, context),
    flops: flops(false),
    absorbed: flops(true),
    parameters: total,
  }
}
const totals = (weights: readonly Weight[]): Record<string, readonly number[]> =>
  Object.fromEntries(weights.map(({ role, total, active }) => [role, [total, active]]))

const heads = { hidden: 8, queryHeads: 4, kvHeads: 2, keyDim: 3, valueDim: 5 }
const constant = { stateDtype: 'float32', dtype: 'bfloat16' } as const

describe('attention over keys and values: hidden 8, four query and two kv heads, keys of 3 and values of 5', () => {
  // kept: 100 tokens x 2 heads x (3 + 5) x 2 B; flops: 100 x 2 x 4 heads x (3 + 5)
  // parameters: 8 x (4x3 query + 2x3 key + 2x5 value + 4x5 output) = 8 x 48
  it('full', () => {
    expect(counted(fullAttention(heads))).toEqual({
      kept: 3200,
      read: 3200,
      flops: 6400,
      absorbed: 6400,
      parameters: 384,
    })
  })
  // an output gate adds 8 x 4x5 = 160; without a value projection 8 x 2x5 = 80 fewer; 7 small ones
  it('with an output gate, with keys as values, with norms', () => {
    const of = (more: object): number | undefined => counted(fullAttention({ ...heads, ...more })).parameters
    expect([of({ outputGate: true }), of({ valuesAreKeys: true }), of({ small: 7 })]).toEqual([544, 304, 391])
  })
  // 4x3 query, 2x3 key, 2x5 value; and 8 on the output
  it('biases', () => {
    expect([projectionBiases(heads, false), projectionBiases(heads, true)]).toEqual([28, 36])
  })
  // ten tokens instead of a hundred: 10 x 32 B, 10 x 64 FLOPs
  it('sliding over 10 tokens, and in chunks of 10', () => {
    const ten = { kept: 320, read: 320, flops: 640, absorbed: 640, parameters: 384 }
    expect(counted(slidingAttention(heads, 10))).toEqual(ten)
    expect(counted(chunkedAttention(heads, 10))).toEqual(ten)
    expect(chunkedAttention(heads, 10).attends.map(({ chunked }) => chunked)).toEqual([true])
    // Seven tokens are all there is; 55 leave ten.
    expect([7, 55].map((tokens) => bytesAt(alone(slidingAttention(heads, 10)), tokens))).toEqual([224, 320])
    expect(slidingAttention(heads, 10).attends.map(({ chunked }) => chunked)).toEqual([undefined])
  })
  it('with the cache of an earlier layer it keeps nothing and computes the same', () => {
    const none = { kept: 0, read: 0, flops: 6400, absorbed: 6400 }
    expect(counted(sharedCache(fullAttention(heads)))).toEqual({ ...none, parameters: 384 })
    expect(counted(sharedCache(fullAttention(heads), []))).toEqual({ ...none, parameters: 0 })
  })
})

describe('latent attention: four heads, a latent of 6, rope of 2, plain keys of 3, values of 5', () => {
  const mla = { hidden: 8, queryHeads: 4, queryRank: 7, latentDim: 6, ropeDim: 2, plainDim: 3, valueDim: 5 }
  // kept: 100 x (6 + 2) x 2 B, once; flops: 100 x 2 x 4 x (3 + 2 + 5); absorbed: 100 x 2 x 4 x (2x6 + 2)
  // query 7 x (8 + 4x(3+2)) = 196; down 8 x (6+2) = 64; up 6 x 4 x (3+5) = 192; output 4x5x8 = 160; norms 6 + 7
  it('with a compressed query', () => {
    expect(counted(latentAttention(mla))).toEqual({
      kept: 1600,
      read: 1600,
      flops: 8000,
      absorbed: 11_200,
      parameters: 196 + 64 + 192 + 160 + 13,
    })
  })
  // query 8 x 4x(3+2) = 160 instead of 196, and no norm of 7; the gate is another 160
  it('with a plain query, and with an output gate', () => {
    expect(counted(latentAttention({ ...mla, queryRank: undefined })).parameters).toBe(160 + 64 + 192 + 160 + 6)
    expect(counted(latentAttention({ ...mla, outputGate: true })).parameters).toBe(625 + 160)
  })
  // index keys: 100 x (130 + 4 x 2 scales) B kept and read; the latent read 16 times of 100: 16 x 16 B
  // flops: 16 x 80 + 100 x 2 x 2 heads x 130; absorbed 16 x 112 + 52,000; parameters 625 + 50 + 3
  it('with an indexer that selects 16', () => {
    const index = { heads: 2, dim: 130, selects: 16, keys: packedIndexKeys(130), parameters: 50, small: 3 }
    expect(counted(withIndexer(latentAttention(mla), index))).toEqual({
      kept: 1600 + 13_800,
      read: 256 + 13_800,
      flops: 1280 + 52_000,
      absorbed: 1792 + 52_000,
      parameters: 678,
    })
  })
  it('that reads what an earlier layer selected: 16 entries', () => {
    expect(counted(selecting(latentAttention(mla), 16))).toMatchObject({ kept: 1600, read: 256, flops: 1280 })
    expect(counted(selecting(slidingAttention(heads, 10), 4))).toMatchObject({ kept: 320, read: 320, flops: 640 })
  })
})

describe('compressed attention: four heads of 6, 2 of them rope; query rank 7; output in two groups of rank 3', () => {
  const v4 = {
    ...{ hidden: 8, queryHeads: 4, headDim: 6, ropeDim: 2, queryRank: 7, outputGroups: 2, outputRank: 3, window: 10 },
    index: { heads: 2, dim: 5, selects: 8 },
  }
  // query 7 x (8 + 4x6) = 224; keys 8 x 6 = 48; output 2x3 x (4x6/2 + 8) = 120; norms and sinks 7 + 6 + 4
  const plain = 224 + 48 + 120 + 17
  // 10 entries of 6 x 2 B; 10 x 2 x 4 x (6 + 6) FLOPs
  it('a window alone', () => {
    expect(counted(compressedAttention({ ...v4, ratio: 0 }))).toEqual({
      kept: 120,
      read: 120,
      flops: 960,
      absorbed: 960,
      parameters: plain,
    })
  })
  // and ceil(100/8) = 13 entries; the compressor 2 x 8 x 6 = 96, its positions 8 x 6 and norm 6
  it('one entry for 8 tokens', () => {
    expect(counted(compressedAttention({ ...v4, ratio: 8 }))).toEqual({
      kept: 120 + 156,
      read: 120 + 156,
      flops: 960 + 1248,
      absorbed: 960 + 1248,
      parameters: plain + 96 + 54,
    })
  })
  // 25 entries kept, 8 of them read; index keys 25 x (5 + 4) B; index flops 25 x 2 x 2 x 5; overlapping doubles the width:
  // compressor 2 x 8 x 12 = 192, small 4 x 12 + 6; indexer 2 x 8 x 10 + 7 x 2 x 5 + 8 x 2 = 246, small 4 x 10 + 5
  it('one entry for 4 tokens, overlapping and with an indexer', () => {
    expect(counted(compressedAttention({ ...v4, ratio: 4 }))).toEqual({
      kept: 120 + 300 + 225,
      read: 120 + 96 + 225,
      flops: 960 + 768 + 500,
      absorbed: 960 + 768 + 500,
      parameters: plain + 192 + 54 + 246 + 45,
    })
  })
})

describe('layers with a state, the same at every context', () => {
  // state 2 x 3 x 3 x 4 B; flops 5 x 18; parameters 5 x 8 x 6, and a norm of 6
  it('lightning attention: two heads of 3', () => {
    expect(counted(lightningAttention({ hidden: 8, heads: 2, headDim: 3, stateDtype: 'float32' }))).toEqual({
      kept: 72,
      read: 72,
      flops: 90,
      absorbed: 90,
      parameters: 246,
    })
  })
  const delta = { ...constant, hidden: 8, keyHeads: 2, valueHeads: 4, keyDim: 3, valueDim: 5, kernel: 4 }
  // state 4x3x5 x 4 B = 240; convolution (2x2x3 + 4x5 = 32 channels) x 3 columns x 2 B = 192; flops 7 x 60
  // parameters 8 x (32 + gate 20 + 2x4) + output 20 x 8 = 640; small 32 x 4 + 2x4 + 5
  it('gated delta rule: two key heads of 3, four value heads of 5', () => {
    expect(counted(gatedDelta(delta))).toEqual({ kept: 432, read: 432, flops: 420, absorbed: 420, parameters: 781 })
  })
  // of four heads of 5 by 5: state 100 x 4 B; 60 channels x 3 x 2 B = 360; flops 700
  // 4 x 8 x 20 = 640; low rank 8x5 + 5x20 = 140, twice; 8 x 4 = 32; small 3x20x4 + 4 + 20 + 5 = 269
  it('kimi delta rule, its gate of low or of full rank', () => {
    const kda = { ...delta, keyHeads: 4, keyDim: 5 }
    const parameters = 640 + 280 + 32 + 269
    expect(counted(kimiDelta(kda))).toEqual({ kept: 760, read: 760, flops: 700, absorbed: 700, parameters })
    // 8 x 20 = 160 instead of 140
    expect(counted(kimiDelta(kda, true)).parameters).toBe(parameters + 20)
  })
  const one = { ...constant, hidden: 8, inner: 16, state: 3, timeStepRank: 2, kernel: 4 }
  // state 16x3 x 4 B = 192; convolution 16 x 3 x 2 B = 96; flops 7 x 48
  // in 8x32 = 256; x 16 x (2 + 6) = 128; time step 2x16 = 32; out 16x8 = 128; kernel 64, A 48, D and bias 32
  it('mamba-1, bare and with every bias and norm', () => {
    const bare = { convolutionBias: false, projectionBias: false, innerNorms: false }
    const parameters = 544 + 144
    expect(counted(mamba1({ ...one, ...bare }))).toEqual({
      kept: 288,
      read: 288,
      flops: 336,
      absorbed: 336,
      parameters,
    })
    // 16; 2x16 + 8; 2 + 2x3
    const all = { convolutionBias: true, projectionBias: true, innerNorms: true }
    expect(counted(mamba1({ ...one, ...all })).parameters).toBe(parameters + 16 + 40 + 8)
  })
  const two = { ...constant, hidden: 8, heads: 2, headDim: 5, state: 3, groups: 2, kernel: 4 }
  // inner 10; state 30 x 4 B = 120; channels 10 + 2x2x3 = 22, x 3 x 2 B = 132; flops 5 x 30
  // in 8 x (10 + 22 + 2) = 272; out 8 x 10 = 80; kernel 88; A, D, bias 3x2; norm 10
  it('mamba-2, bare and with biases', () => {
    const parameters = 272 + 80 + 88 + 6 + 10
    const bare = mamba2({ ...two, convolutionBias: false, projectionBias: false })
    expect(counted(bare)).toEqual({ kept: 252, read: 252, flops: 150, absorbed: 150, parameters })
    // 22; 34 + 8
    const biased = mamba2({ ...two, convolutionBias: true, projectionBias: true })
    expect(counted(biased).parameters).toBe(parameters + 22 + 42)
  })
})

describe('blocks that work on each token alone', () => {
  // two or three matrices of 8 x 20; biases of 20 and 8, gated 2 x 20 and 8
  it('an MLP, plain or gated', () => {
    const at = { hidden: 8, width: 20 }
    expect(totals(mlp({ ...at, gated: false }))).toEqual({ mlp: [320, 320], norm: [0, 0] })
    expect(totals(mlp({ ...at, gated: true }))).toEqual({ mlp: [480, 480], norm: [0, 0] })
    expect(totals(mlp({ ...at, gated: false, bias: true })).norm).toEqual([28, 28])
    expect(totals(mlp({ ...at, gated: true, bias: true })).norm).toEqual([48, 48])
  })
  const moe = { hidden: 8, count: 6, perToken: 2, width: 10, gated: true }
  // one expert 3 x 8 x 10 = 240: six in all, two for a token; router 6 x 8
  it('six experts, two for each token', () => {
    expect(totals(experts(moe))).toEqual({ experts: [1440, 480], norm: [0, 0], router: [48, 48] })
    expect(totals(experts({ ...moe, gated: false })).experts).toEqual([960, 320])
  })
  // biases of one 2 x 10 + 8 = 28; router 48 + 6; shared 3 x 8 x 12 + a gate of 8
  it('with biases and shared experts', () => {
    expect(totals(experts({ ...moe, bias: true, routerBias: true, sharedWidth: 12, sharedGate: true }))).toEqual({
      experts: [1440, 480],
      norm: [168, 56],
      router: [54, 54],
      sharedExperts: [296, 296],
    })
  })
  // one expert 3 x 4 x 10 = 120; there and back 2 x 8 x 4
  it('in a narrower space', () => {
    expect(totals(experts({ ...moe, latentDim: 4 }))).toMatchObject({ experts: [720, 240], mlp: [64, 64] })
  })
  // alone it keeps and mixes nothing; after attention of 384 it adds 480 and two norms of 8
  it('alone, and after attention', () => {
    const block = mlp({ hidden: 8, width: 20, gated: true })
    expect(counted(plainLayer('mlp', block))).toEqual({ kept: 0, read: 0, flops: 0, absorbed: 0, parameters: 480 })
    expect(counted(withFeedForward(fullAttention(heads), block, 16))).toMatchObject({ kept: 3200, parameters: 880 })
  })
})
