import { describe, expect, it } from 'vitest'
import { accelerator, model } from '../../src/catalog'
import { tiersFor } from '../../src/deployment'
import type { Figure } from '../../src/figures'
import { hitsByBytes } from '../../src/figures/hitsByBytes'
import { policyGap } from '../../src/figures/policyGap'
import { survivalFigure } from '../../src/figures/survival'
import { ttlCosts } from '../../src/figures/ttlCosts'
import { toMime } from '../../src/notebook'
import {
  bestTtl,
  capacityPoints,
  neverCost,
  pricesOf,
  reuseOf,
  survival,
  traceHitRatios,
  usedWithin,
} from '../../src/placement/replay'
import { syntheticTrace } from '../../src/placement/trace'

const trace = syntheticTrace({ seed: 1, duration: 600, chats: 60, agents: 2, calls: 100 })
const reuse = reuseOf(trace)
const prices = pricesOf({
  model: model('llama-3.1-70b'),
  accelerator: accelerator('h100-sxm'),
  devices: 2,
  tiers: tiersFor('h100-sxm'),
  only: ['hbm', 'ddr5-rdimm-server', 'hdd-hamr'],
})
const curve = survival(reuse)
const points = capacityPoints(trace, prices.bytesPerToken, [1e9, 1e10, 1e11, 1e12, 1e13])
const everything = traceHitRatios(trace).block

const figures: Readonly<Record<string, () => Figure>> = {
  survival: () => survivalFigure([{ name: 'all accesses', curve }], prices, trace.duration),
  ttlCosts: () => ttlCosts(reuse, prices, trace.duration),
  hitsByBytes: () => hitsByBytes(points, everything, [{ bytes: 1e11, text: 'HBM' }]),
  policyGap: () => policyGap([{ policy: 'one policy', total: 30 }], { clairvoyant: 20, compulsory: 18 }),
}

describe.each(Object.entries(figures))('the figure %s', (_, make) => {
  const made = make()

  it('has words for its finding, its reading and its look', () => {
    for (const words of [made.title, made.caption, made.alt]) expect(words).toMatch(/^[A-Z\d].{20,}/)
  })

  it('holds only finite numbers, at most 60 points a line and 60 kB', () => {
    expect(() => toMime(made)).not.toThrow()
    for (const { x } of made.data) expect((x as unknown[]).length).toBeLessThanOrEqual(60)
    expect(JSON.stringify(made).length).toBeLessThan(60_000)
  })
})

describe('the survival curve', () => {
  const made = survivalFigure([{ name: 'all accesses', curve }], prices, trace.duration)
  const drawn = made.data.find(({ name }) => name === 'all accesses') as { x: number[]; y: number[] }

  it('never rises, and says one minus the share used within each time', () => {
    drawn.y.forEach((unused, i) => {
      expect(unused).toBeLessThanOrEqual(drawn.y[i - 1] ?? 1)
      expect(unused).toBeCloseTo(1 - usedWithin(curve, drawn.x[i] ?? 0), 5)
    })
  })

  it('is not drawn beyond what was watched', () => {
    expect(Math.max(...drawn.x)).toBeLessThanOrEqual(trace.duration)
  })

  it('marks each tier where rent and retrieval equal a rematerialization', () => {
    const [hbm] = prices.tiers
    const at = prices.remat / (hbm?.hold ?? 0)
    expect((made.layout.shapes as { x0: number }[])[0]?.x0).toBeCloseTo(at, 9)
  })

  it('refuses to draw nothing', () => {
    expect(() => survivalFigure([], prices, 60)).toThrow('There is no survival curve to draw.')
  })
})

describe('cost against the time to live', () => {
  const { data, layout } = ttlCosts(reuse, prices, trace.duration)

  it('puts the dots at the best TTLs', () => {
    const dots = data.find(({ name }) => name === 'cheapest') as { x: number[]; y: number[] }
    const best = prices.tiers.map(({ tier }) => bestTtl(reuse, prices, tier)).filter(({ ttlS }) => (ttlS ?? 0) >= 1)
    expect(dots.x).toEqual(best.map(({ ttlS }) => ttlS))
    dots.y.forEach((usd, i) => {
      expect(usd).toBeCloseTo(best[i]?.total ?? 0, 5)
    })
  })

  it('draws what keeping nothing costs', () => {
    const shapes = layout.shapes as { y0: number }[]
    expect(shapes.some(({ y0 }) => y0 === neverCost(reuse, prices))).toBe(true)
  })
})

describe('hits by bytes', () => {
  it('neither curve falls, and Belady is never below LRU', () => {
    const { data } = hitsByBytes(points, everything)
    const [lru, belady] = data as unknown as readonly { y: number[] }[]
    lru?.y.forEach((ratio, i) => {
      expect(ratio).toBeGreaterThanOrEqual(lru.y[i - 1] ?? 0)
      expect(belady?.y[i]).toBeGreaterThanOrEqual(ratio)
    })
  })

  it('says so where no size drawn is enough', () => {
    expect(hitsByBytes(points.slice(0, 1), everything).title).toContain('more than 1 GB')
  })
})

describe('the gap of a policy', () => {
  const bounds = { clairvoyant: 20, compulsory: 18 }
  it('30 against 20 is 1.5 times in all, and 12 against 2 is 6 times in what can be avoided', () => {
    const { title } = policyGap([{ policy: 'one policy', total: 30 }], bounds)
    expect(title).toBe('1.5× what knowing the future costs in total, but 6× in the part that can be avoided')
  })

  it('of several policies the title says the span', () => {
    const both = [30, 21].map((total) => ({ policy: `${total} USD`, total }))
    expect(policyGap(both, bounds).title).toMatch(/^From 1\.050× to 1\.5× .* but from 1\.5× to 6× /)
  })

  it('refuses where foresight has nothing to pay for', () => {
    expect(() => policyGap([], { clairvoyant: 18, compulsory: 18 })).toThrow(/nothing is left/)
    expect(() => policyGap([], bounds)).toThrow('There is no policy to compare.')
  })
})
