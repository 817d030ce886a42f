import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Question } from '../../../src/placement'
import { buy, demandOf, type Purchase, steadyDemand, walk } from '../../../src/placement/buy'
import type { Trace } from '../../../src/placement/trace'
import { readTraceFile } from '../../../src/placement/trace/file/read'
import { traceOf } from '../../trace/traces'

const question = (more: object = {}): Question => ({
  model: 'llama-3.1-70b',
  accelerator: 'h100-sxm',
  devices: 8,
  holdTime: 0,
  ...more,
})
const stream = { arrivals: 0.5, tokens: 32_768, returns: { kind: 'exponential', mean: 600 } } as const
const steady = steadyDemand(stream)

const fullest = (trace: Trace, { ages, shares, offers, tiers }: Purchase) =>
  walk(
    trace,
    ages,
    shares,
    offers.offers.map((offer, i) => ({ offer, count: tiers[i]?.count ?? 0 })),
    offers.bytesPerToken,
  )

describe('a purchase', () => {
  it('its parts, charges and forward passes add up, and are those of its tiers', async () => {
    const { cost, tiers, bound, gap, nothing } = await buy(steady, question())
    expect(cost.parts + cost.charges + cost.remat).toBeCloseTo(cost.total, 15)
    expect(tiers.reduce((sum, tier) => sum + tier.parts, 0)).toBe(cost.parts)
    expect(tiers.reduce((sum, tier) => sum + tier.charges, 0)).toBe(cost.charges)
    expect(bound).toBeLessThanOrEqual(cost.total)
    expect(gap).toBeLessThanOrEqual(1e-4)
    expect(cost.total).toBeLessThan(nothing)
  })

  it('the shadow price of room is what a little more of it saves', async () => {
    const atMost = { 'ddr5-rdimm-server': 1, 'nvme-tlc-gen5': 0, 'nvme-qlc': 0, 'hdd-hamr': 0 }
    const at = async (fill: number) => {
      const { relaxed, tiers, offers } = await buy(steady, question({ fill }), { atMost })
      const i = offers.offers.findIndex(({ id }) => id === 'ddr5-rdimm-server')
      return { relaxed, why: tiers[i]?.why, room: offers.offers[i]?.part?.capacity ?? 0 }
    }
    const [some, more] = [await at(0.5), await at(0.5005)]
    expect(some.why?.binding).toBe('space')
    const saved = (some.relaxed - more.relaxed) / (more.room - some.room)
    expect(saved / (some.why?.shadowPrice ?? 0)).toBeCloseTo(1, 2)
  })

  it('dearer money costs more, and money at 1,000 % a year is refused', async () => {
    const total = async (capitalCost: number) => (await buy(steady, question({ capitalCost }))).cost.total
    expect(await total(1)).toBeGreaterThan(await total(0))
    await expect(total(10)).rejects.toThrow('capitalCost is 10: expected a share between 0 and 1.')
  })

  it('without ratings a trace of a second is enough, with them it is too short', async () => {
    const short = demandOf(
      traceOf([
        [0, 1],
        [1, 1],
      ]),
    )
    await expect(buy(short, question())).rejects.toThrow(
      /^The trace lasts 1 s: too short to say what a year writes to nvme-tlc-gen5\./,
    )
    await expect(buy(short, question({ ratings: 'off' }))).resolves.toMatchObject({ kind: 'purchase' })
  })

  it('a promise no purchase can keep is refused, with what is full and what finds no place', async () => {
    const only = question({ tiers: ['ddr5-rdimm-server'] })
    await expect(buy(steady, only, { promised: 1800, atMost: { 'ddr5-rdimm-server': 1 } })).rejects.toThrow(
      /^No purchase keeps every cache for 30 min: the room of ddr5-rdimm-server, of which 1 can be had at most, is full; \d+(\.\d+)? TB find no place\.$/,
    )
  })

  it('a promise is kept where it can be: of every age before it, all is somewhere', async () => {
    const { ages, shares } = await buy(steady, question(), { promised: 3600 })
    ages.forEach((age, k) => {
      const kept = shares.reduce((sum, own) => sum + (own[k] as number), 0)
      if (age < 3600) expect(kept).toBeCloseTo(1, 5)
    })
  })

  it('limits name a tier that there is, and whole parts', async () => {
    await expect(buy(steady, question(), { atMost: { ddr: 1 } })).rejects.toThrow(/^Unknown tier "ddr"/)
    await expect(buy(steady, question(), { atMost: { 'nvme-qlc': 1.5 } })).rejects.toThrow(
      'At most 1.5 of nvme-qlc: expected a whole number of parts.',
    )
  })

  it('with a tier fewer to choose from no purchase is cheaper', async () => {
    const all = await buy(steady, question())
    const fewer = await buy(steady, question(), { atMost: { 'ddr5-rdimm-server': 0 } })
    expect(fewer.cost.total).toBeGreaterThanOrEqual(all.bound)
  })
})

const folder = new URL('../../../../shared/traces/', import.meta.url).pathname
const real = (name: string) => `${folder}${name}`

describe('on real traces', () => {
  const names = ['mooncake_conversation_trace.jsonl', 'mooncake_synthetic_trace.jsonl']
  for (const name of names) {
    it.skipIf(!existsSync(real(name)))(`${name}: a gap of at most 1 %, and no second too full`, async () => {
      const trace = await readTraceFile(real(name))
      const found = await buy(demandOf(trace), question())
      expect(found.gap).toBeLessThanOrEqual(0.01)
      expect(found.bound).toBeLessThanOrEqual(found.cost.total)
      for (const { space, reads } of fullest(trace, found)) {
        expect(space).toBeLessThanOrEqual(1)
        expect(reads).toBeLessThanOrEqual(1)
      }
    })
  }
})
