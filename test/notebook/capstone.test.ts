import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accelerator, model } from '../../src/catalog'
import { memoryRematCrossover } from '../../src/derivations'
import { bytesAt } from '../../src/model'
import { crossoverScore, guessTheCrossover, type Host } from '../../src/notebook'

const key = Symbol.for('servemath.host')
const holder = globalThis as { [key]?: Host | undefined }
const shown: string[] = []

beforeEach(() => {
  shown.length = 0
  holder[key] = { display: (bundle) => shown.push(bundle['text/plain']) }
})
afterEach(() => {
  delete holder[key]
})

const seeds = Array.from({ length: 40 }, (_, i) => i)
const drawn = () => seeds.map((seed) => guessTheCrossover(seed))

describe('the draw', () => {
  it('is the same for the same seed, and varies with the seed', () => {
    expect(guessTheCrossover(7).ask).toBe(guessTheCrossover(7).ask)
    expect(new Set(drawn().map(({ ask }) => ask)).size).toBeGreaterThan(30)
  })

  it('always has a crossover to find: a finite time above zero', () => {
    for (const { answer } of drawn()) {
      expect(answer).toBeGreaterThan(0)
      expect(Number.isFinite(answer)).toBe(true)
    }
  })

  it('in HBM is 2·parameters·capacity over half the peak and the bytes: the rent cancels', () => {
    const inMemory = drawn().filter(({ tier }) => tier === 'hbm')
    expect(inMemory.length).toBeGreaterThan(0)
    for (const { answer, ...ids } of inMemory) {
      const { activeParams, architecture } = model(ids.model)
      const { flops = 0, memoryCapacity, devicePrice = 0 } = accelerator(ids.accelerator)
      const context = Math.min(32_768, architecture.contextLimit?.tokens ?? 32_768)
      const bytesPerToken = bytesAt(architecture, context) / context
      expect(answer).toBeCloseTo((2 * activeParams * memoryCapacity) / (flops * 0.5 * bytesPerToken), 6)
      const at = {
        activeParams,
        bytesPerToken,
        flops,
        memoryCapacity,
        devicePrice,
        mfu: 0.5,
        reuses: 1,
        memoryShare: 1,
      }
      expect(answer).toBeCloseTo(memoryRematCrossover(at), 6)
    }
  })

  it('gives every number that is needed, and not the answer', () => {
    const { ask } = guessTheCrossover(5)
    expect(ask).toMatch(
      /weighs .*B and passes through .* billion parameters.* rents for \$.*\/h and computes .*FLOP\/s/,
    )
    expect(shown[0]).toContain(ask)
  })

  it('refuses a seed that is no whole number', () => {
    for (const seed of [1.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => guessTheCrossover(seed)).toThrow(`The seed is ${seed}: expected a whole number.`)
  })
})

describe('the score', () => {
  it('is ten for the crossover, half of it at a factor of √10 either way, none from a factor of ten on', () => {
    expect(crossoverScore(5, 5)).toBe(10)
    expect(crossoverScore(5 * Math.sqrt(10), 5)).toBeCloseTo(5, 12)
    expect(crossoverScore(5 / Math.sqrt(10), 5)).toBeCloseTo(5, 12)
    expect(crossoverScore(50, 5)).toBe(0)
    expect(crossoverScore(5000, 5)).toBe(0)
    expect(crossoverScore(-5, 5)).toBe(0)
  })

  it('depends on the ratio alone', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.double({ min: 1, max: 1e9, noNaN: true }),
        (ratio, answer) => {
          expect(crossoverScore(ratio * answer, answer)).toBeCloseTo(crossoverScore(answer, ratio * answer), 9)
        },
      ),
      { seed: 20260429 },
    )
  })
})

describe('a reply', () => {
  const asked = () => guessTheCrossover(6)

  it('takes seconds, or a time with a unit', () => {
    expect(asked().check(asked().answer)).toMatchObject({ verdict: 'right', says: '10 of 10: that is it.' })
    const seconds = Number(asked().answer)
    expect(asked().check(`${seconds.toPrecision(3)} s`).verdict).toBe('right')
    expect(asked().check(`${(seconds / 60).toPrecision(3)} min`).verdict).toBe('right')
  })

  it('says how many times too long or too short, and which slip it looks like', () => {
    expect(asked().check(2 * asked().answer).says).toBe('2 times too long (two FLOPs a parameter? half of the peak?).')
    expect(asked().check(asked().answer / 3600)).toMatchObject({
      verdict: '0 of 10',
      says: '3,600 times too short (rent by the hour or by the second?).',
    })
    expect(asked().check(1.5 * asked().answer)).toMatchObject({ verdict: '8.2 of 10', says: '1.5 times too long.' })
  })

  it('hints at another dimension, and at what is no number', () => {
    expect(asked().check('3 GB').verdict).toBe('wrong unit')
    expect(asked().check('').verdict).toBe('unreadable')
    expect(asked().check('soon').verdict).toBe('unreadable')
    expect(asked().check(0)).toMatchObject({ verdict: '0 of 10', says: 'A crossover is a time above zero.' })
    expect(asked().check('-5 s').verdict).toBe('0 of 10')
  })

  it('never throws, whatever is typed', () => {
    const exercise = asked()
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.anything()), (given) => {
        expect(exercise.check(given as string).says).not.toBe('')
      }),
      { seed: 20260429, numRuns: 300 },
    )
  })
})
