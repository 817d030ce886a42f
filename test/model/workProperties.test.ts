// Is the work of every catalogue model finite, and in order, at any point and under any layout it can be cut by?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { model, modelIds } from '../../src/catalog'
import { type Point, type Work, workAt } from '../../src/model'
import { Refusal } from '../../src/units'

const width = fc.constantFrom(1, 2, 4, 8, 16)
const point: fc.Arbitrary<Point> = fc.record({
  context: fc.integer({ min: 0, max: 1_000_000 }),
  newTokens: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 100_000 })),
  batch: fc.integer({ min: 1, max: 4096 }),
  layout: fc.record({
    tensorParallel: width,
    expertParallel: width,
    pipelineStages: fc.constantFrom(1, 2, 4),
    attention: fc.constantFrom('tensor' as const, 'data' as const, 'context' as const),
  }),
  experts: fc.constantFrom('ideal' as const, 'expected' as const),
  precision: fc.record({ kv: fc.constantFrom('bf16' as const, 'fp8' as const), weights: fc.constantFrom(1, 2) }),
})

function workOr(id: string, at: Point): Work | undefined {
  try {
    return workAt(model(id).architecture, at)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

describe('whatever the model, the point and the layout (seed 3)', () => {
  const each = (property: (work: Work, id: string, at: Point) => void): void => {
    let tried = 0
    fc.assert(
      fc.property(fc.constantFrom(...modelIds()), point, (id, at) => {
        const work = workOr(id, at)
        if (work === undefined) return
        tried += 1
        property(work, id, at)
      }),
      { seed: 3, numRuns: 2000 },
    )
    expect(tried).toBeGreaterThan(800)
  }

  it('every number is finite and none is negative', () => {
    each(({ notes, ...numbers }) => {
      for (const [name, value] of Object.entries(numbers)) {
        expect(Number.isFinite(value) && value >= 0, `${name} is ${value}`).toBe(true)
      }
      for (const note of notes) expect(note).toMatch(/^[A-Z].*\.$/)
    })
  })
  it('no more is read than is kept, and no less kept than one copy', () => {
    each((work, _, { layout: { pipelineStages = 1 } = {} }) => {
      expect(work.sequenceBytesRead).toBeLessThanOrEqual(work.sequenceBytesKept)
      expect(work.sequenceBytesKept).toBeGreaterThanOrEqual(work.sequenceBytes)
      expect(work.weightBytesRead).toBeLessThanOrEqual(pipelineStages * work.weightBytesKept * (1 + 1e-12))
      expect(work.weightBytesKept).toBeGreaterThanOrEqual(work.weightBytes * (1 - 1e-12))
      expect(work.places).toBeGreaterThanOrEqual(work.batch)
    })
  })
  it('devices hold what is kept: the fullest as much as the mean, or more', () => {
    each((work) => {
      expect(work.devices * work.weightBytesPerDevice).toBeGreaterThanOrEqual(work.weightBytesKept * (1 - 1e-12))
      const mean = (work.batch * work.sequenceBytesKept) / work.devices
      expect(work.cacheBytesPerDevice).toBeGreaterThanOrEqual(mean * (1 - 1e-12))
    })
  })
  it('a bound on the experts read is no more than what is expected to be read', () => {
    each((_, id, at) => {
      const [ideal, expected] = (['ideal', 'expected'] as const).map((experts) => workOr(id, { ...at, experts }))
      expect(ideal!.weightBytesRead).toBeLessThanOrEqual(expected!.weightBytesRead * (1 + 1e-12))
    })
  })
  // A token at the start of a chunk sees less than the one before it.
  const isChunked = (id: string) => model(id).architecture.layers.some(({ attends }) => attends.some((a) => a.chunked))
  it('more context is never less work for a token where attention is not cut in chunks, nor fewer bytes', () => {
    each((work, id, at) => {
      const more = workOr(id, { ...at, context: at.context + 1000 })
      if (!isChunked(id)) expect(more!.attentionFlops).toBeGreaterThanOrEqual(work.attentionFlops * (1 - 1e-9))
      expect(more!.sequenceBytes).toBeGreaterThanOrEqual(work.sequenceBytes)
    })
  })
})
