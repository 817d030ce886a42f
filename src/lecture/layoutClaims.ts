// Experts and pipelines: what crosses which network, and what a device must hold?

import { call } from '../algebra'
import { link } from '../catalog'
import {
  affordableLayers,
  allToAllTime,
  bandwidthRatio,
  batchInFlight,
  crossingShare,
  crossRackSlowdown,
  expertsPerDevice,
  freeMemory,
  kvPerDevice,
  leavingTokens,
  memoryPerDevice,
  pipelinedStepTime,
  scaleUpOverScaleOut,
  stageTime,
  weightsPerDevice,
  weightTime,
} from '../derivations'
import { formatQuantity } from '../units'
import type { Findings, Reading } from './claim'
import { node, rack, sparse } from './examples'

const said = { bandwidthRatio: 8 }
const serving = () => ({ ...sparse(), ...rack(), passLength: 1, batch: 2400, context: 4096 })
const held = (stages: number) => ({ ...sparse(), context: 65_536, expertParallel: 64, microBatch: 2400, stages })

export const layoutClaims: Findings = {
  'experts-per-gpu': () => ({
    computed: expertsPerDevice({ experts: 256, devices: 64 }),
    equations: [expertsPerDevice],
    readings: [
      { says: 'over all 72 GPUs of the rack', value: expertsPerDevice({ experts: 256, devices: 72 }), unit: '1' },
      { says: 'over the 8 GPUs of a Hopper node', value: expertsPerDevice({ experts: 256, devices: 8 }), unit: '1' },
    ],
    note: 'Not a whole number over 72: eight GPUs are left for other work, or hold copies of busy experts.',
  }),
  'two-racks-half-leaves': () => ({
    computed: crossingShare({ racks: 2 }),
    equations: [crossingShare, crossRackSlowdown, leavingTokens],
    readings: [
      {
        says: 'how much longer the all-to-all takes',
        value: call(crossRackSlowdown, { ...said, racks: 2 }),
        unit: '1',
      },
      {
        says: 'tokens with at least one of eight experts in the other rack',
        value: leavingTokens({ racks: 2, activatedExperts: 8 }),
        unit: '1',
      },
    ],
    note: 'Half of the token-expert pairs. With eight experts a token nearly every token has some business abroad; sending it over once and spreading it there saves most of the traffic.',
  }),
  'scale-up-over-scale-out': () => ({
    computed: ratioOf(8, 1),
    equations: [scaleUpOverScaleOut, affordableLayers, allToAllTime, bandwidthRatio],
    theorems: ['scale-up-over-scale-out'],
    readings: [
      { says: '8 experts a token, 1 layer a stage', value: ratioOf(8, 1), unit: '1' },
      { says: '32 experts a token, 1 layer a stage', value: ratioOf(32, 1), unit: '1' },
      { says: '2 experts a token, 1 layer a stage', value: ratioOf(2, 1), unit: '1' },
      {
        says: 'layers a stage needs with 2 experts a token',
        value: call(affordableLayers, { ...said, activatedExperts: 2 }),
        unit: '1',
      },
      ...bandwidths(),
    ],
    note: 'With eight experts a token, one layer a stage is affordable already. The ratio of 8 is near that of one 400 Gbit/s port beside NVLink 4, or one of 800 beside NVLink 5.',
  }),
  'pipeline-latency-neutral': () => ({
    computed: pipelinedStepTime({ ...serving(), stages: 4, hopTime: 0 }),
    equations: [pipelinedStepTime, stageTime],
    theorems: ['pipeline-latency-neutral'],
    readings: [1, 4].flatMap((stages) =>
      [0, 2e-3].map((hopTime) => ({
        says: `DeepSeek-V3, ${stages} rack${stages === 1 ? '' : 's'} of 72 GB200, hops of ${hopTime * 1e3} ms`,
        value: pipelinedStepTime({ ...serving(), stages, hopTime }),
        unit: 's',
      })),
    ),
    note: 'Up to the hops between racks, which the lecture later puts at milliseconds: they add up, stage by stage, and are no longer small beside a step.',
  }),
  'rack-memory': () => {
    const { name, devices } = rack()
    return {
      computed: freeBeside(0),
      equations: [freeMemory],
      readings: [
        { says: `${name}, ${devices} devices, as their drivers report`, value: freeBeside(0), unit: 'B' },
        { says: 'the same, marketed', value: devices * rack().marketedCapacity, unit: 'B' },
        { says: 'left beside a trillion parameters of one byte', value: freeBeside(1e12), unit: 'B' },
      ],
      note: `A rack of ${devices} remembers ${formatQuantity(freeBeside(0), 'B')}, not many tens; the host had said 10 to 20 at 00:45. What follows from it stands: a trillion parameters fit, with most of the rack left for caches.`,
    }
  },
  'memory-per-gpu': () => ({
    computed: memoryPerDevice(held(4)),
    equations: [memoryPerDevice, weightsPerDevice, kvPerDevice, batchInFlight],
    theorems: ['memory-per-gpu'],
    readings: [1, 2, 4, 8].flatMap((stages) => [
      { says: `weights on a device, ${counted(stages)}`, value: weightsPerDevice(held(stages)), unit: 'B' },
      { says: `caches on a device, ${counted(stages)}`, value: kvPerDevice(held(stages)), unit: 'B' },
    ]),
    note: 'DeepSeek-V3 in fp8 over 64 devices a stage, micro-batches of 2,400 sequences of 65,536 tokens. That caches spread perfectly over the devices of a stage is assumed.',
  }),
  'pipeline-kv-cancels': () => ({
    computed: kvPerDevice(held(4)),
    equations: [kvPerDevice, batchInFlight],
    theorems: ['pipeline-kv-cancels'],
    readings: [1, 4, 16].map((stages) => ({
      says: `caches on a device, ${counted(stages)}`,
      value: kvPerDevice(held(stages)),
      unit: 'B',
    })),
    note: 'DeepSeek-V3 as above, at any number of stages: each holds its share of the layers, of as many more sequences.',
  }),
  'pipeline-hops': () => ({
    computed: withHops(0.002),
    equations: [pipelinedStepTime],
    readings: [
      ...[0.0002, 0.002, 0.02].map((hopTime) => ({
        says: `a step of 20 ms in four stages, hops of ${hopTime * 1e3} ms`,
        value: withHops(hopTime),
        unit: 's',
      })),
      { says: 'the hop that makes it 30 ms', value: (0.03 - withHops(0)) / stages, unit: 's' },
    ],
    note: 'Hops of two milliseconds, as the host counts, make 28 ms, and two and a half make 30. The guest allows an order of magnitude either way: a tenth of the hop is hardly felt, ten times as much is five steps.',
  }),
  'weights-scale-up-bandwidth': () => ({
    computed: [
      readTime(8, node().memoryBandwidth) / readTime(72, node().memoryBandwidth),
      rack().memoryBandwidth / node().memoryBandwidth,
    ],
    equations: [weightTime],
    theorems: ['weights-share-bandwidth'],
    readings: [
      {
        says: 'a generation of memory alone: H100 to GB200',
        value: rack().memoryBandwidth / node().memoryBandwidth,
        unit: '1',
      },
      {
        says: 'both: 8 H100 to 72 GB200',
        value: readTime(8, node().memoryBandwidth) / readTime(72, rack().memoryBandwidth),
        unit: '1',
      },
    ],
    note: 'Eight to 72 is nine times, not eight, and HBM gained 2.4 times from H100 to GB200, not "1.5 or 2x": both numbers are off, their order is right. Stages of a pipeline read one after another, so only the devices of one domain count.',
  }),
}

function freeBeside(totalParams: number): number {
  const { devices, memoryCapacity } = rack()
  return freeMemory({ devices, memoryCapacity, totalParams, bytesPerParam: 1 })
}

const stages = 4
const withHops = (hopTime: number): number => call(pipelinedStepTime, { stages, stageTime: 0.02 / stages, hopTime })

const counted = (stages: number): string => `${stages} stage${stages === 1 ? '' : 's'}`

function ratioOf(activatedExperts: number, layersPerStage: number): number {
  return call(scaleUpOverScaleOut, { ...said, activatedExperts, layersPerStage })
}

function bandwidths(): readonly Reading[] {
  const pairs = [
    ['one 400 Gbit/s port beside NVLink 4', node().scaleUpBandwidth, 'network-400g'],
    ['one 800 Gbit/s port beside NVLink 5', rack().scaleUpBandwidth, 'network-800g'],
  ] as const
  return pairs.flatMap(([says, scaleUpBandwidth, port]) => {
    if (scaleUpBandwidth === undefined) return []
    const networkBandwidth = link(port).pathBandwidth
    return [
      {
        says: `scale-up over scale-out, ${says}`,
        value: bandwidthRatio({ scaleUpBandwidth, networkBandwidth }),
        unit: '1',
      },
    ]
  })
}

function readTime(devices: number, memoryBandwidth: number): number {
  return weightTime({ ...sparse(), devices, memoryBandwidth })
}
