import { describe, expect, it } from 'vitest'
import { call } from '../../src/algebra'
import { memorylessCost } from '../../src/derivations'
import { demote, place, pointsIn, type Returns, returnsIn } from '../../src/placement'
import { demotionOf } from '../../src/placement/demotion/demote'
import { lawOf, type SurvivalPoint } from '../../src/placement/demotion/returns'
import type { StageOption } from '../../src/placement/demotion/stages'

const seed = 20261127
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}

const deleted = (retrieve: number): StageOption => ({ option: 'remat', hold: 0, write: 0, retrieve, read: 0 })

/** From dear to cheap to hold, over several decades, with prices of coming and going that differ. */
function someOptions(random: () => number, count: number): StageOption[] {
  const kept = Array.from({ length: count }, (_, i) => ({
    option: `tier${i}`,
    hold: 10 ** (-1 - 1.5 * i - random()),
    write: random() * 2,
    retrieve: random() * 2,
    read: random(),
  }))
  return [...kept, deleted(5 + 10 * random())]
}

function somePoints(random: () => number, count: number): SurvivalPoint[] {
  let [time, share] = [0, 1]
  return Array.from({ length: count }, () => {
    time += 10 ** (3 * random())
    share *= random()
    return { time, share }
  })
}

const pairs: readonly StageOption[] = [
  { option: 'near', hold: 1, write: 0, retrieve: 0, read: 0.5 },
  { option: 'far', hold: 0.01, write: 2, retrieve: 1, read: 0.5 },
  deleted(10),
]
const twoPoints = lawOf({
  kind: 'points',
  points: [
    { time: 1, share: 0.5 },
    { time: 100, share: 0 },
  ],
})

describe('the cheapest way down, with two possible returns', () => {
  const found = demotionOf(pairs, twoPoints)
  it('waits near until the first, then far: counted by hand', () => {
    // All are held for 1 s at 1; half move for 0.5 + 2, are held for 99 s at 0.01 and retrieved for 1.
    expect(found.cost).toBeCloseTo(1 + 0.5 * 2.5 + 0.5 * 0.99 + 0.5, 12)
    expect(found.steps.map(({ option, from, to }) => [option, from, to])).toEqual([
      ['near', 0, 1],
      ['far', 1, null],
    ])
  })
  it('beats the best single place, which is far for ever: 2 + 0.01 x 50.5 + 1', () => {
    expect(found.bestFixed).toMatchObject({ option: 'far', ttl: null })
    expect(found.bestFixed.cost).toBeCloseTo(3.505, 12)
  })
  it('costs more than foresight: near for 1 s, or far for 100 s', () => {
    expect(found.clairvoyant).toBeCloseTo(0.5 * 1 + 0.5 * 4, 12)
  })
})

/** Every assignment of options to the times between returns, down only, each pause followed to its end. */
function cheapestByForce(options: readonly StageOption[], points: readonly SurvivalPoint[]): number {
  const starts = [0, ...points.map(({ time }) => time)]
  const never = points.at(-1)?.share ?? 1
  const pauses = points.map(({ time, share }, i) => ({ time, chance: (points[i - 1]?.share ?? 1) - share }))
  const costOf = (held: readonly number[], end: number): number => {
    let cost = options[held[0] as number]?.write ?? 0
    let at = held[0] as number
    for (let k = 0; k < starts.length && (starts[k] as number) < end; k++) {
      const option = options[held[k] as number] as StageOption
      if (held[k] !== at) cost += option.option === 'remat' ? 0 : (options[at] as StageOption).read + option.write
      at = held[k] as number
      const until = Math.min(end, starts[k + 1] ?? Number.POSITIVE_INFINITY)
      cost += option.hold === 0 ? 0 : option.hold * (until - (starts[k] as number))
    }
    return cost + (Number.isFinite(end) ? (options[at]?.retrieve ?? 0) : 0)
  }
  let best = Number.POSITIVE_INFINITY
  const visit = (held: readonly number[]): void => {
    if (held.length === starts.length) {
      const known = pauses.reduce((sum, { time, chance }) => sum + chance * costOf(held, time), 0)
      best = Math.min(best, known + (never === 0 ? 0 : never * costOf(held, Number.POSITIVE_INFINITY)))
      return
    }
    for (let i = held.at(-1) ?? 0; i < options.length; i++) visit([...held, i])
  }
  visit([])
  return best
}

describe(`over random prices and pauses (seed ${seed})`, () => {
  it('no assignment of options to the times between returns is cheaper', () => {
    const random = randomFrom(seed)
    for (let i = 0; i < 60; i++) {
      const [options, points] = [someOptions(random, 3), somePoints(random, 5)]
      const { cost } = demotionOf(options, lawOf({ kind: 'points', points }))
      expect(cost / cheapestByForce(options, points)).toBeCloseTo(1, 7)
    }
  })
  it('clairvoyant <= bound <= schedule <= best single place, and the bound is within a millionth', () => {
    const random = randomFrom(seed + 1)
    for (let i = 0; i < 30; i++) {
      const never = i % 2 === 0 ? 0 : random() / 2
      const pause: Returns =
        i % 3 === 0
          ? { kind: 'exponential', mean: 10 ** (4 * random()), never }
          : { kind: 'lognormal', median: 10 ** (4 * random()), sigma: 0.3 + 2.5 * random(), never }
      const { cost, bound, bestFixed, clairvoyant } = demotionOf(someOptions(random, 4), lawOf(pause))
      const slack = 1 + 1e-8
      expect(clairvoyant).toBeLessThanOrEqual(bound * slack)
      expect(bound).toBeLessThanOrEqual(cost)
      expect(cost).toBeLessThanOrEqual(bestFixed.cost * slack)
      expect(cost - bound).toBeLessThanOrEqual(1.01e-6 * cost)
    }
  })
  it('an exponential pause is never worth a move: one option for ever, at what it costs at the mean', () => {
    const random = randomFrom(seed + 2)
    for (let i = 0; i < 30; i++) {
      const options = someOptions(random, 4)
      const mean = 10 ** (5 * random())
      const { steps, cost } = demotionOf(options, lawOf({ kind: 'exponential', mean }))
      expect(steps).toHaveLength(1)
      const alone = options.map(({ write, hold, retrieve }) => write + hold * mean + retrieve)
      expect(cost / Math.min(...alone)).toBeCloseTo(1, 9)
    }
  })
  it('a log-normal pause costs what two thousand of its quantiles do, to a hundredth', () => {
    const random = randomFrom(seed + 3)
    const [median, sigma, count] = [300, 1.5, 2000]
    const law = lawOf({ kind: 'lognormal', median, sigma })
    const points = Array.from({ length: count }, (_, i) => {
      let [low, high] = [-10, 10]
      for (let k = 0; k < 60; k++) {
        const middle = (low + high) / 2
        if (law.later(median * Math.exp(sigma * middle)) > 1 - (i + 0.5) / count) low = middle
        else high = middle
      }
      return { time: median * Math.exp(sigma * low), share: 1 - (i + 1) / count }
    })
    const options = someOptions(random, 3)
    const [smooth, steps] = [demotionOf(options, law), demotionOf(options, lawOf({ kind: 'points', points }))]
    expect(smooth.cost / steps.cost).toBeGreaterThan(0.99)
    expect(smooth.cost / steps.cost).toBeLessThan(1.01)
  })
})

describe('a distribution of pauses', () => {
  it('has the integral and the hazard of its survival', () => {
    for (const never of [0, 0.3]) {
      for (const law of [
        lawOf({ kind: 'exponential', mean: 50, never }),
        lawOf({ kind: 'lognormal', median: 50, sigma: 1.7, never }),
      ]) {
        let sum = 0
        for (let k = 0; k < 20_000; k++) sum += 0.01 * law.later(0.01 * k + 0.005)
        expect(law.waited(200)).toBeCloseTo(sum, 4)
        for (const [from, to] of [
          [0.5, 3],
          [3, 40],
          [40, 400],
        ] as const) {
          const [least, most] = law.hazard(from, to)
          for (let t = from; t <= to; t += (to - from) / 50) {
            const rate = (law.later(t - 1e-4) - law.later(t + 1e-4)) / 2e-4 / (law.later(t) + never)
            expect(rate).toBeGreaterThan(least * (1 - 1e-5))
            expect(rate).toBeLessThan(most * (1 + 1e-5))
          }
        }
      }
    }
  })
  it('that is exponential gives the declared cost of a time to live', () => {
    const law = lawOf({ kind: 'exponential', mean: 60 })
    const [hold, write, retrieve, remat, ttl] = [0.02, 0.3, 0.5, 4, 45]
    const gone = law.later(ttl)
    const at = {
      writeCost: write,
      holdRate: hold,
      meanPause: 60,
      retrieveCost: retrieve,
      timeToLive: ttl,
      rematCost: remat,
    }
    expect(call(memorylessCost, at)).toBeCloseTo(
      write + hold * law.waited(ttl) + (1 - gone) * retrieve + gone * remat,
      12,
    )
  })
  it.each([
    ['exp:10m', { kind: 'exponential', mean: 600 }],
    ['exp:10m:20%', { kind: 'exponential', mean: 600, never: 0.2 }],
    ['lognormal:1h:1.5', { kind: 'lognormal', median: 3600, sigma: 1.5 }],
    ['lognormal:1h:1.5:0.1', { kind: 'lognormal', median: 3600, sigma: 1.5, never: 0.1 }],
    ['pauses.json', undefined],
  ])('is written %s', (text, expected) => {
    expect(returnsIn(text)).toEqual(expected)
  })
  it('is read from a list of points, with units or without', () => {
    expect(pointsIn('[{"time": "1m", "share": "60%"}, {"time": 3600, "share": 0}]', 'p.json')).toEqual({
      kind: 'points',
      points: [
        { time: 60, share: 0.6 },
        { time: 3600, share: 0 },
      ],
    })
  })
  const points = (...pairs: (readonly [number, number])[]): Returns => ({
    kind: 'points',
    points: pairs.map(([time, share]) => ({ time, share })),
  })
  it.each([
    [points(), 'The pauses have no points: expected times with the share still away.'],
    [points([-1, 0.5]), 'Point 1 is at -1 s: expected a time from 0 on.'],
    [points([1, 1.2]), 'The share at 1 s is 1.2: expected a share from 0 to 1.'],
    [points([1, 0.5], [2, 0.6]), 'The share still away rises from 0.5 to 0.6 at 2 s: it can only fall.'],
    [points([5, 0.5], [2, 0.4]), 'The point at 2 s comes after one at 5 s: give each time once, rising from above 0.'],
    [points([5, 1]), 'Nobody returns: expected a share below 1 at the last point.'],
    [{ kind: 'exponential', mean: 0 }, 'The mean of the pause is 0 s: expected a positive number.'],
    [
      { kind: 'exponential', mean: 1, never: 1 },
      'The share who never return is 1: expected a share from 0 to below 1.',
    ],
    [{ kind: 'lognormal', median: 1, sigma: -1 }, 'The sigma of the pause is -1: expected a positive number.'],
  ] as const)('that cannot be is refused: %j', (returns, message) => {
    expect(() => lawOf(returns)).toThrow(message)
  })
})

describe('a question of the catalogue', () => {
  const question = { model: 'llama-3.1-70b', accelerator: 'h100-sxm' } as const
  it('with an exponential pause is answered as a placement at its mean', () => {
    const { steps, cost } = demote(question, { kind: 'exponential', mean: 600 })
    const { best, perToken } = place({ ...question, holdTime: 600 })
    expect(steps.map(({ option }) => option)).toEqual([best])
    expect(cost / (perToken.find(({ option }) => option === best)?.total ?? 0)).toBeCloseTo(1, 9)
  })
  it('with a wide pause moves from DDR to flash, and is deleted at last', () => {
    const { steps } = demote(question, { kind: 'lognormal', median: 600, sigma: 2, never: 0.1 })
    expect(steps.map(({ option }) => option)).toEqual(['ddr5-rdimm-server', 'nvme-qlc', 'remat'])
  })
  it('keeps to the options in time', () => {
    const wide = { kind: 'lognormal', median: 600, sigma: 2 } as const
    const { steps } = demote({ ...question, deadline: 0.1 }, wide)
    expect(steps.map(({ option }) => option)).toEqual(['ddr5-rdimm-server', 'nvme-tlc-gen5'])
    expect(() => demote({ ...question, deadline: 0.1 }, { ...wide, never: 0.1 })).toThrow(
      'Some users never return, and deleting is not in time: give a longer deadline, or all return.',
    )
  })
  it('that says itself how often it is used is refused', () => {
    const asked = { ...question, set: { reuses: 2 } }
    expect(() => demote(asked, { kind: 'exponential', mean: 600 })).toThrow(
      'reuses is 2: who returns is said by the pauses, so leave it out.',
    )
  })
})
