import { describe, expect, it } from 'vitest'
import { accelerator, model } from '../../src/catalog'
import {
  activationBytes,
  balancedBatch,
  batchPenalty,
  equalCostPenalty,
  memoryPerDevice,
  reversibleBytes,
  stepTime,
  weightTime,
} from '../../src/derivations'
import {
  activationMemory,
  batchCost,
  type Figure,
  fastMode,
  pipelineMemory,
  rackSlowdown,
  type System,
  twoCosts,
} from '../../src/figures'
import { toMime } from '../../src/notebook'

const llama = model('llama-3.1-70b')
const node: System = { ...llama, ...accelerator('h100-sxm'), devices: 8, context: 4096, name: 'Llama', batch: 404 }
const rack: System = {
  ...model('deepseek-v3'),
  ...accelerator('gb200-nvl72', { precision: 'fp8' }),
  ...{ devices: 72, context: 4096, name: 'DeepSeek', batch: 2400 },
}
const offer = { speedFactor: 2.5, priceFactor: 6 }

const nvlink5 = { name: 'NVLink 5', bandwidthRatio: 9 }
const pipeline = { ...rack, context: 65_536, microBatch: 2400, expertParallel: 64 }

const net = { ...llama, name: 'Llama', depth: 80, activationsPerLayer: 16, hiddenDim: 8192, bytesPerActivation: 2 }
const powers = (rises: number, falls: number): Figure =>
  twoCosts({
    ...{ quantity: 'x', unit: '1', range: [0.01, 100] },
    rising: { name: 'rising', at: (x) => x ** rises },
    falling: { name: 'falling', at: (x) => x ** -falls },
  })

const figures: Readonly<Record<string, () => Figure>> = {
  batchCost: () => batchCost([rack, node]),
  fastMode: () => fastMode([rack, node], offer),
  rackSlowdown: () => rackSlowdown([nvlink5, { name: 'as said', bandwidthRatio: 8 }]),
  twoCosts: () => powers(2, 1),
  activationMemory: () => activationMemory(net),
  pipelineMemory: () => pipelineMemory(pipeline, [1, 2, 4, 8]),
}

const curve = (figure: Figure, name: string) =>
  figure.data.find((trace) => trace.name === name) as { x: number[]; y: number[] }

describe.each(Object.entries(figures))('the figure %s', (_, make) => {
  const made = make()
  const axes = ['xaxis', 'yaxis'].map((axis) => made.layout[axis] as { title: { text: string } })

  it('has words for its finding, its reading and its look', () => {
    for (const words of [made.title, made.caption, made.alt]) expect(words).toMatch(/^[A-Z\d].{20,}/)
  })

  it('names the quantity of every axis', () => {
    for (const { title } of axes) expect(title.text).toMatch(/\w/)
  })

  it('holds only finite numbers, and no more series than a reader can tell apart', () => {
    expect(() => toMime(made)).not.toThrow()
    expect(made.data.length).toBeLessThanOrEqual(5)
  })
})

describe('cost over its floor, by batch', () => {
  it('begins at 1 + weights/cache in bytes where caches set the floor, whatever the machine', () => {
    const weights = rack.totalParams * rack.bytesPerParam
    const begin = 1 + weights / (rack.context * rack.bytesPerToken)
    // Figures keep six digits of a coordinate.
    expect((curve(batchCost([rack]), 'DeepSeek').y[0] ?? 0) / begin).toBeCloseTo(1, 5)
  })

  it('falls, and ends at the largest batch', () => {
    const { x, y } = curve(batchCost([node]), 'Llama')
    expect(y.every((cost, i) => i === 0 || cost < (y[i - 1] ?? 0))).toBe(true)
    expect([x[0], x.at(-1)]).toEqual([1, 404])
    expect(y.at(-1)).toBeCloseTo(batchPenalty({ ...node, passLength: 1 }), 4)
  })

  it('is at most two at the balanced batch', () => {
    const batch = balancedBatch({ ...node, passLength: 1 })
    expect(batchPenalty({ ...node, passLength: 1, batch })).toBeLessThanOrEqual(2)
  })

  it('refuses no system, too many, and one without a batch, by name', () => {
    expect(() => batchCost([])).toThrow(/0 systems in one figure: expected 1 to 4/)
    expect(() => batchCost([{ ...node, batch: 1 }])).toThrow(/Llama has a batch of 1/)
  })
})

describe('a mixture by its layers', () => {
  const layered = { ...rack, layersOf: model('deepseek-v3').architecture }
  it('costs alone far less than if it read every expert, and as much in a large batch', () => {
    const [by, without] = [layered, rack].map((system) => curve(batchCost([system]), 'DeepSeek').y)
    expect((by?.[0] ?? 0) / (without?.[0] ?? 1)).toBeLessThan(0.1)
    expect((by?.at(-1) ?? 0) / (without?.at(-1) ?? 1)).toBeCloseTo(1, 2)
  })
  it('may be sped up beyond one read of all its weights', () => {
    const farthest = (system: System) => Math.max(...curve(fastMode([system], offer), 'DeepSeek').x)
    expect(farthest(layered)).toBeGreaterThan(farthest(rack))
  })
})

describe('a fast mode', () => {
  it('begins at the normal speed and price and never passes the wall, step over weights', () => {
    const { x, y } = curve(fastMode([node], offer), 'Llama')
    const wall = stepTime({ ...node, passLength: 1 }) / weightTime(node)
    expect([x.at(-1), y.at(-1)]).toEqual([1, 1])
    expect(Math.max(...x)).toBeLessThan(wall)
  })

  it('has speed times price equal to the ratio of the batches', () => {
    const { x, y } = curve(fastMode([rack], offer), 'DeepSeek')
    const { text } = fastMode([rack], offer).data[0] as { text?: string[] }
    const batch = Number(text?.[20]?.replaceAll(',', ''))
    // Hover texts have three digits.
    expect(((x[20] ?? 0) * (y[20] ?? 0) * batch) / rack.batch).toBeCloseTo(1, 2)
  })

  it('says the farthest and the nearest wall', () => {
    expect(fastMode([rack, node], offer).title).toContain('at most 4.84 times the speed, or only 2.03')
  })
})

describe('an expert layer over several racks', () => {
  it('is exchanged half the bandwidth ratio as slowly over two: 9 / 2 = 4.5', () => {
    const { x, y } = curve(rackSlowdown([nvlink5]), 'NVLink 5')
    expect([x[0], y[0], x[1], y[1]]).toEqual([1, 1, 2, 4.5])
  })

  it('tends to the bandwidth ratio', () => {
    const { y } = curve(rackSlowdown([nvlink5]), 'NVLink 5')
    expect(y.at(-1)).toBeCloseTo((15 / 16) * 9, 12)
  })

  it('refuses no network at all', () => {
    expect(() => rackSlowdown([])).toThrow(/0 pairs of networks in one figure/)
  })
})

describe('the memory of a pipelined device', () => {
  it('stacks weights and caches to what a device holds, in GB', () => {
    const made = pipelineMemory(pipeline, [1, 4])
    const sum = (curve(made, 'weights').y[1] ?? 0) + (curve(made, 'caches').y[1] ?? 0)
    expect(sum * 1e9).toBeCloseTo(memoryPerDevice({ ...pipeline, stages: 4 }), 3)
  })

  it('leaves the caches as they are and divides the weights by the stages', () => {
    const made = pipelineMemory(pipeline, [1, 8])
    const [caches, weights] = ['caches', 'weights'].map((name) => curve(made, name).y)
    expect(caches?.[1]).toBeCloseTo(caches?.[0] ?? 0, 9)
    expect((weights?.[0] ?? 0) / (weights?.[1] ?? 1)).toBeCloseTo(8, 9)
  })

  it('refuses a single number of stages', () => {
    expect(() => pipelineMemory(pipeline, [4])).toThrow(/1 numbers of stages: expected two or more/)
  })
})

describe('a rising and a falling cost', () => {
  it('are least in sum where they are equal if their powers are', () => {
    expect(powers(1, 1).title).toBe('The sum is least where both costs are equal, at 1')
  })

  it('are dearer where they are equal if not, by the declared penalty', () => {
    const extra = equalCostPenalty({ risingExponent: 2, fallingExponent: 1 }) - 1
    expect(extra).toBeCloseTo(0.058, 3)
    expect(powers(2, 1).title).toBe('The sum is least at 0.794; equal costs, at 1, are 5.8% dearer')
  })

  it('are drawn in units of the least sum', () => {
    expect(Math.min(...curve(powers(3, 1), 'sum').y)).toBeCloseTo(1, 2)
  })

  it('are refused where they never meet', () => {
    const never = { name: 'flat', at: () => 5 }
    expect(() =>
      twoCosts({ quantity: 'x', unit: '1', range: [1, 2], rising: never, falling: { name: 'low', at: () => 1 } }),
    ).toThrow(/nowhere equal between 1 and 2/)
  })
})

describe('what training keeps', () => {
  it('is every layer, or one: the ends of the two lines are the declared bytes', () => {
    const made = activationMemory(net)
    const last = (name: string) => curve(made, name).y.at(-1) ?? 0
    // Figures keep six digits of a coordinate.
    expect(last('every layer') / activationBytes({ ...net, depth: 320 })).toBeCloseTo(1, 5)
    expect(last('reversible') / reversibleBytes(net)).toBeCloseTo(1, 5)
  })

  it('is twice the root of layers times activations with the best checkpoints: 2 √(320 · 16) widths', () => {
    const { y } = curve(activationMemory(net), 'checkpoints')
    expect((y.at(-1) ?? 0) / (2 * Math.sqrt(320 * 16) * 8192 * 2)).toBeCloseTo(1, 5)
  })

  it('is never more with checkpoints than without from two layers on', () => {
    const [all, some] = ['every layer', 'checkpoints'].map((name) => curve(activationMemory(net), name))
    expect(all?.x.every((layers, i) => layers < 2 || (some?.y[i] ?? 0) < (all.y[i] ?? 0))).toBe(true)
  })
})
