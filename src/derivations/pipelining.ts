// What does cutting the layers over several racks cost, and what does it save?
import { equation, input } from '../algebra'
import { activatedExperts, bandwidthRatio, tripsToExperts } from './expertLayout'
import { sequenceBytesKept, weightBytesKept } from './passBytes'
import { computeTime, kvTime, weightTime } from './roofline'

export const stages = input('stages', { symbol: 'P', unit: '1', says: 'pipeline stages, each on a rack of its own' })
export const layersPerStage = input('layersPerStage', {
  symbol: 'L_P',
  unit: '1',
  says: 'expert layers a pipeline stage holds',
})
export const expertParallel = input('expertParallel', {
  symbol: 'n_E',
  unit: '1',
  says: 'devices of a stage, over which its experts and contexts are spread',
})
export const microBatch = input('microBatch', {
  symbol: 'B_\\mu',
  unit: '1',
  says: 'sequences that go through a stage together',
})
export const hopTime = input('hopTime', { symbol: 't_h', unit: 's', says: 'latency from one rack to the next' })

export const scaleUpOverScaleOut = equation('scaleUpOverScaleOut', {
  symbol: '\\tau',
  unit: '1',
  says: 'time on the scale-up fabric over time on the scale-out network; from 1 on, pipelining is affordable',
  inputs: { activatedExperts, layersPerStage, tripsToExperts, bandwidthRatio },
  expression: 'activatedExperts * layersPerStage * tripsToExperts / bandwidthRatio',
  source: 'pope2026 00:47',
})

export const affordableLayers = equation('affordableLayers', {
  symbol: 'L_P^*',
  unit: '1',
  says: 'expert layers a stage needs for the scale-out network not to be the slower one',
  inputs: { bandwidthRatio, tripsToExperts, activatedExperts },
  expression: 'bandwidthRatio / (tripsToExperts * activatedExperts)',
  source: 'pope2026 00:47',
})

export const stageTime = equation('stageTime', {
  symbol: 't_P',
  unit: 's',
  says: 'least time of one stage, which holds its share of the layers, their weights and their caches',
  inputs: { computeTime, weightTime, kvTime, stages },
  expression: 'max(computeTime / stages, weightTime / stages + kvTime / stages)',
  source: 'pope2026 00:47',
})

export const pipelinedStepTime = equation('pipelinedStepTime', {
  symbol: "t_P'",
  unit: 's',
  says: 'least time from one token of a sequence to its next through all stages and back to the first',
  inputs: { stages, stageTime, hopTime },
  expression: 'stages * (stageTime + hopTime)',
  source: 'pope2026 01:03',
})

export const batchInFlight = equation('batchInFlight', {
  symbol: 'B_P',
  unit: '1',
  says: 'sequences in flight that keep every stage busy: one micro-batch a stage',
  inputs: { stages, microBatch },
  expression: 'stages * microBatch',
  source: 'pope2026 01:03',
})

export const weightsPerDevice = equation('weightsPerDevice', {
  symbol: 'M_w',
  unit: 'B',
  says: 'bytes of weights on one device',
  inputs: { weightBytesKept, expertParallel, stages },
  expression: 'weightBytesKept / (expertParallel * stages)',
  source: 'pope2026 01:03',
})

export const kvPerDevice = equation('kvPerDevice', {
  symbol: 'M_{kv}',
  unit: 'B',
  says: 'bytes of KV cache on one device while every stage is busy',
  inputs: { batchInFlight, sequenceBytesKept, expertParallel, stages },
  expression: 'batchInFlight * sequenceBytesKept / (expertParallel * stages)',
  source: 'pope2026 01:03',
})

export const memoryPerDevice = equation('memoryPerDevice', {
  symbol: 'M',
  unit: 'B',
  says: 'bytes of weights and KV cache on one device',
  inputs: { weightsPerDevice, kvPerDevice },
  expression: 'weightsPerDevice + kvPerDevice',
  source: 'pope2026 01:03',
})
