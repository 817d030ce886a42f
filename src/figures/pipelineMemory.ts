// What does a device hold when the layers are cut into more and more stages? Weights and caches, side by side.
import { kvPerDevice, weightsPerDevice } from '../derivations'
import { formatNumber, formatQuantity, Refusal } from '../units'
import { accent } from './accent'
import { type Figure, figure } from './figure'
import { palette } from './palette'

export interface Pipeline {
  readonly totalParams: number
  readonly bytesPerParam: number
  readonly bytesPerToken: number
  readonly context: number
  readonly microBatch: number
  /** devices of one stage */
  readonly expertParallel: number
  readonly memoryCapacity: number
}

/** One stacked bar for each number of stages, in the order given. */
export function pipelineMemory(pipeline: Pipeline, stages: readonly number[]): Figure {
  const [first, last] = [stages[0], stages.at(-1)]
  if (first === undefined || last === undefined || first === last) {
    throw new Refusal(`${stages.length} numbers of stages: expected two or more to compare.`)
  }
  const weights = stages.map((count) => weightsPerDevice({ ...pipeline, stages: count }) / 1e9)
  const caches = stages.map((count) => kvPerDevice({ ...pipeline, stages: count }) / 1e9)
  const inGB = (value = 0): string => formatQuantity(value * 1e9, 'B')
  const bar = (name: string, y: readonly number[], color: string): object => ({
    type: 'bar',
    name,
    x: stages.map(String),
    y,
    width: 0.6,
    marker: { color },
    hovertemplate: `${name}: %{y:.3g} GB at %{x} stages<extra></extra>`,
  })
  const { memoryCapacity, context, microBatch, expertParallel } = pipeline
  const capacity = memoryCapacity / 1e9
  return figure({
    title: `${last} stages leave ${inGB(weights.at(-1))} of ${inGB(weights[0])} of weights on a device; its caches stay at ${inGB(caches[0])}`,
    caption: `Each stage on ${expertParallel} devices and as many micro-batches in flight as stages, of ${formatNumber(microBatch)} sequences of ${formatNumber(context)} tokens.`,
    alt: `Stacked bars for ${stages.join(', ')} stages: the weights shrink from ${inGB(weights[0])} to ${inGB(weights.at(-1))}, the caches are ${inGB(caches[0])} in each.`,
    x: { quantity: 'pipeline stages', unit: '1', more: { type: 'category' } },
    y: {
      quantity: 'memory of a device',
      unit: 'GB',
      range: [0, 1.15 * Math.max(capacity, (weights[0] ?? 0) + (caches[0] ?? 0))],
    },
    data: [bar('caches', caches, palette.hbm), bar('weights', weights, accent)] as Figure['data'],
    milestones: [{ y: capacity, text: `HBM of the device: ${inGB(capacity)}` }],
    legend: true,
    layout: { barmode: 'stack' },
  })
}
