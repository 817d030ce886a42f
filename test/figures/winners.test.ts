// Do the figures of who wins when say what the placement says? They are tested as data, not as pixels.
import { describe, expect, it } from 'vitest'
import { accelerator, model, part } from '../../src/catalog'
import { amortizedPrice } from '../../src/derivations'
import {
  costCurves,
  envelopeInWords,
  type Figure,
  fleetBill,
  flipFactors,
  flips,
  keepingPays,
  missTime,
  regimeMap,
  winnerMap,
  winnerStrip,
} from '../../src/figures'
import { palette } from '../../src/figures/palette'
import { winnerAt } from '../../src/figures/words'
import { toMime } from '../../src/notebook'
import { flipsOf, place, publishedPoints, type Question, regimeGroups, robustnessOf } from '../../src/placement'

const tiers = [
  { id: 'ddr', tierCapacity: 2e12, tierBandwidth: 3e11, tierPrice: 8e-5 },
  { id: 'nvme', tierCapacity: 3e13, tierBandwidth: 5e10, tierPrice: 2e-5 },
  { id: 'hdd', tierCapacity: 2.4e13, tierBandwidth: 2.5e8, tierPrice: 2.3e-6 },
]
const question: Question = {
  model: model('llama-3.1-70b'),
  accelerator: accelerator('h100-sxm'),
  tiers,
  holdTime: 300,
  deadline: Number.POSITIVE_INFINITY,
}
const ddr5 = part('ddr5-rdimm-server')
const hidden = place({ ...question, stall: 0 })
const stalling = place({ ...question, stall: 1 })

const robustness = robustnessOf(question, 'server', { pairs: false })
const groups = regimeGroups(question, 'ddr', 'nvme')

const figures: Readonly<Record<string, Figure>> = {
  winnerStrip: winnerStrip([
    { group: 'One', label: 'hidden', placement: hidden },
    { group: 'One', label: 'stalling', placement: stalling },
  ]),
  costCurves: costCurves(hidden),
  flips: flips(flipsOf(question)),
  fleetBill: fleetBill({ ...ddr5, tierPrice: amortizedPrice(ddr5) }, 327_680),
  winnerMap: winnerMap(question, { rows: 11 }),
  keepingPays: keepingPays(question),
  flipFactors: flipFactors(robustness),
  regimeMap: regimeMap(groups, { near: 'ddr', far: 'nvme', points: publishedPoints() }),
  missTime: missTime({ ...model('qwen3-30b-a3b'), flops: 148e12, devices: 1, mfu: 1 }, [
    { context: 65_536, seconds: 15.2 },
  ]),
}

describe.each(Object.entries(figures))('%s', (_, { title, caption, alt, data, layout }) => {
  it('has a title, a caption and words for those who cannot see it', () => {
    for (const text of [title, caption, alt]) expect(text).toMatch(/\w.*\w/)
  })

  it('holds only finite numbers, as show() demands', () => {
    expect(() => toMime({ kind: 'figure', title, caption, alt, data, layout })).not.toThrow()
    expect(data.length).toBeGreaterThan(0)
  })

  it('draws only traces that the small Plotly bundle knows', () => {
    expect(data.map(({ type }) => type).filter((type) => type !== 'scatter' && type !== 'bar')).toEqual([])
  })

  it('names the quantity of its horizontal axis with a unit, or as a plain number', () => {
    const { text } = (layout.xaxis as { title: { text: string } }).title
    expect(text).toMatch(/\(\S+\)$|expected uses per hold|factor on today|over the crossover/)
  })
})

describe('the winner strip', () => {
  it('puts the winner at the asked pause into its title', () => {
    expect(winnerAt(hidden.envelope, 300)).toBe(hidden.best)
    expect(winnerStrip([{ label: 'hidden', placement: hidden }]).title).toBe('nvme is cheapest for a pause of 5 min')
  })

  it('counts the winners where they differ', () => {
    const strips = [hidden, stalling, stalling].map((placement) => ({ label: 'x', placement }))
    expect(winnerStrip(strips).title).toBe('Cheapest for a pause of 5 min, in 3 ways to count: ddr twice and nvme once')
  })

  it('covers every hold time of its range exactly once, in the colours of the palette', () => {
    const { data } = winnerStrip([{ label: 'hidden', placement: hidden }], { range: [1e-3, 1e6] })
    const bars = data.flatMap(({ base, x, marker }) =>
      (base as number[]).map((from, i) => ({ from, to: from + ((x as number[])[i] ?? 0), marker })),
    )
    const sorted = bars.sort((a, b) => a.from - b.from)
    expect(sorted[0]?.from).toBe(1e-3)
    expect(sorted.at(-1)?.to).toBeCloseTo(1e6, 6)
    for (const [i, bar] of sorted.slice(1).entries()) expect(bar.from).toBeCloseTo(sorted[i]?.to ?? Number.NaN, 9)
    expect(sorted.map(({ marker }) => (marker as { color: string }).color)).toEqual([
      palette.hbm,
      palette.ddr,
      palette.flash,
      palette.disk,
    ])
  })

  it('refuses to be drawn of nothing', () => {
    expect(() => winnerStrip([])).toThrow('A winner strip needs at least one placement.')
  })
})

describe('the flips', () => {
  const found = flipsOf({ model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 300 })

  it('name in their title what the bare bill says and what turns it, and to what', () => {
    expect(flips(found).title).toBe(
      "For 5 min holding and retrieving say NVMe TLC; turned by wear of flash (disk) and makers' ratings (DDR5)",
    )
  })

  it('say so where nothing turns it', () => {
    const longest = flipsOf({ model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 1e9 })
    expect(flips(longest).title).toMatch(/^For .+ rematerialize is cheapest, whatever else is counted$/)
  })

  it('have a bar for each, of the cheapest at any wait', () => {
    const { layout, alt } = flips(found)
    expect((layout.yaxis as { ticktext: string[] }).ticktext).toEqual(found.map(({ label }) => label))
    for (const { label, placement } of found) {
      expect(alt).toContain(`${label}: ${envelopeInWords(placement.cheapestEnvelope)}.`)
    }
  })
})

describe('the cost curves', () => {
  it('draw every option once thin, the envelope thick, and mark its crossovers', () => {
    const { data } = costCurves(hidden)
    const widths = data.flatMap(({ line }) => (line === undefined ? [] : [(line as { width: number }).width]))
    expect(widths.filter((width) => width < 3)).toHaveLength(hidden.lines.length)
    expect(widths.filter((width) => width > 3)).toHaveLength(hidden.envelope.length)
    const marks = data.find(({ name }) => name === 'crossovers')
    expect(marks?.x).toEqual(hidden.envelope.flatMap(({ to }) => (to === null ? [] : [to])))
  })

  it('say the envelope in their title', () => {
    expect(costCurves(hidden).title).toBe(envelopeInWords(hidden.envelope))
  })
})

describe('the fleet bill', () => {
  it('is found to be half the sum at worst, at the drain time of the tier', () => {
    expect(figures.fleetBill?.title).toBe(
      'DDR5: hold plus retrieve is at most 2 times the fleet bill, at the drain time of 1.67 s',
    )
  })

  it('refuses a tier without a bandwidth', () => {
    const slow = { id: 'slow', tierCapacity: 1e12, tierBandwidth: 0, tierPrice: 1e-5 }
    expect(() => fleetBill(slow, 1)).toThrow('drainTime has no finite value')
  })
})

describe('the winner map', () => {
  it('has the hidden envelope at the bottom and the stalling one at the top', () => {
    const { data } = winnerMap(question, { rows: 5 })
    const optionsAt = (stall: number) => data.filter(({ y }) => (y as number[]).includes(stall)).map(({ name }) => name)
    const named = (envelope: typeof hidden.envelope) =>
      envelope
        .filter(({ from }) => from < 31_557_600)
        .map(({ option }) => ({ hbm: 'HBM', remat: 'rematerialize' })[option] ?? option)
    expect(new Set(optionsAt(0))).toEqual(new Set(named(hidden.envelope)))
    expect(new Set(optionsAt(1))).toEqual(new Set(named(stalling.envelope)))
  })
})

describe('how long keeping pays', () => {
  it('has no curve where the write is never earned back, and else the remat crossover of the placement', () => {
    const worn = { ...question, tiers: [{ ...tiers[1], id: 'nvme', driveWritesPerDay: 1 / 864_000 }] }
    const nvme = keepingPays(worn, [0.01, 100]).data.find(({ name }) => name === 'nvme')
    const times = (nvme?.y ?? []) as (number | null)[]
    const [first, last] = [times[0], times.at(-1)]
    expect(first).toBeNull()
    const exact = place({ ...worn, reuses: 100 }).crossovers.remat.nvme ?? Number.NaN
    // Curves are drawn to six figures.
    expect((last ?? 0) / exact).toBeCloseTo(1, 5)
  })
})

describe('the time of a miss', () => {
  it('says which share of the longest measured miss the formula explains', () => {
    // 14.4 s of 15.2 s at peak arithmetic, 2.97 s of it for the weights
    expect(figures.missTime?.title).toContain('95% of a measured miss of 65,536 tokens; without, 20%')
  })

  it('refuses to judge without a measurement', () => {
    const numbers = { ...model('qwen3-30b-a3b'), flops: 148e12, devices: 1, mfu: 1 }
    expect(() => missTime(numbers, [])).toThrow('There is no measured miss to compare with.')
  })
})

describe('figures of a race that some options are too slow for', () => {
  const { deadline: _, ...asked } = question
  const raced = { ...asked, stall: 0 }

  it('say that the winners are those no slower than rematerializing', () => {
    expect(place(raced).perToken.find(({ option }) => option === 'hdd')?.inTime).toBe(false)
    const curves = costCurves(place(raced))
    expect(curves.title).toMatch(/^In time: HBM is cheapest up to /)
    expect(curves.caption).toContain('Thick: the cheapest option no slower than rematerializing;')
    expect(winnerMap(raced).caption).toContain(
      'Each colour is the cheapest option no slower than rematerializing there',
    )
  })

  it('name a deadline in its place, and nothing where all are in time', () => {
    expect(costCurves(place({ ...raced, deadline: 1 })).caption).toContain('the cheapest option within 1 s;')
    expect(costCurves(hidden).title).toMatch(/^HBM is cheapest/)
    expect(costCurves(hidden).caption).toContain('Thick: the cheapest option; dots')
  })
})

describe('the factors that flip', () => {
  it('every bar ends where the winner changes, and begins today', () => {
    const { data } = flipFactors(robustness)
    const ends = data.flatMap(({ base, x }) =>
      (base as number[]).map((from, i) => [from, from + ((x as number[])[i] ?? 0)]),
    )
    const factors = robustness.singles.flatMap(({ up, down }) => [up?.factor, down?.factor])
    for (const [from = 0, to = 0] of ends) {
      const [inner, outer] = from < 0.999_999 ? [to, from] : [from, to]
      expect(inner).toBeCloseTo(1, 9)
      expect(factors.some((factor) => factor !== undefined && Math.abs(factor / outer - 1) < 1e-9)).toBe(true)
    }
    expect(ends.length).toBeGreaterThan(5)
  })
  it('nothing to draw is refused', () => {
    expect(() => flipFactors({ ...robustness, singles: [] })).toThrow(/no bar to draw/)
  })
})

describe('the regime map', () => {
  it('has three regions that meet in one point, and every published rule beside its border', () => {
    const { data } = regimeMap(groups, { near: 'ddr', far: 'nvme', points: publishedPoints() })
    const regions = data.filter(({ fill }) => fill === 'toself')
    expect(regions.map(({ name }) => name)).toEqual(['ddr', 'nvme', 'rematerialize'])
    const meeting = regions.map(({ x, y }) => (y as number[])[(x as number[]).indexOf(1)])
    expect(new Set(meeting).size).toBe(1)
    const points = data.find(({ name }) => name === 'published rules') as { x: number[]; y: number[] }
    expect(points.x.slice(0, 2).map((x) => Math.round(20 * x) / 20)).toEqual([1, 1])
    expect(points.y.slice(2).map((y) => Math.round(10 * y) / 10)).toEqual([1, 1])
  })
  it('two tiers of which one is never left have no border', () => {
    expect(() => regimeMap({ ...groups, nearOverFar: 0.5 }, { near: 'ddr', far: 'nvme' })).toThrow(/no border/)
  })
})
