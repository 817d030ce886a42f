import { describe, expect, it } from 'vitest'
import { acceleratorIds, modelIds, tierIds } from '../../src/catalog'
import { equations } from '../../src/derivations'
import { answer, text } from './program'

interface Row {
  tier: string
  basis: string
  holdPrice: number
  retrievePrice: number
  drainTime: number | null
  asOf: string
  confidence: string
}

describe('servemath list', () => {
  it('names every equation with its unit and inputs, model, accelerator and tier', async () => {
    const all = await answer<Record<string, Record<string, string>[]>>('list')
    const names = (key: string, of: string): string[] => (all[key] ?? []).map((row) => row[of] ?? '')
    expect(names('equations', 'name')).toEqual(Object.keys(equations))
    expect(names('models', 'id')).toEqual(modelIds())
    expect(names('accelerators', 'id')).toEqual(acceleratorIds())
    expect(names('tiers', 'id')).toEqual(tierIds())
    expect((await answer<{ equations: object[] }>('list equations')).equations[0]).toHaveProperty('expression')
  })
  it('prints only the lists asked for', async () => {
    expect(Object.keys(await answer('list links tiers'))).toEqual(['links', 'tiers'])
    expect(await text('list models')).toContain('  llama-3.1-70b ')
  })
})

describe('servemath tiers', () => {
  it('gives every placeable tier a basis, prices, a date and a confidence, and every other a reason', async () => {
    interface Told {
      readonly tiers: Row[]
      readonly unplaced: { option: string; because: string }[]
    }
    const { tiers, unplaced } = await answer<Told>('tiers')
    expect([...tiers.map(({ tier }) => tier), ...unplaced.map(({ option }) => option)].sort()).toEqual(
      [...tierIds()].sort(),
    )
    for (const { holdPrice, basis, asOf, confidence } of tiers) {
      expect(holdPrice).toBeGreaterThan(0)
      expect(basis).toMatch(/^(component|owned|rented)$/)
      expect(asOf).toMatch(/^\d{4}/)
      expect(confidence).toMatch(/^(low|medium|high)$/)
    }
    expect(unplaced.every(({ because }) => because.endsWith('.'))).toBe(true)
  })
  it('a drain time is the read price over the hold price, for every part', async () => {
    const { tiers } = await answer<{ tiers: Row[] }>('tiers --basis component')
    expect(tiers.length).toBeGreaterThan(4)
    for (const { retrievePrice, holdPrice, drainTime } of tiers) {
      expect(retrievePrice / holdPrice / (drainTime ?? 0)).toBeCloseTo(1, 12)
    }
  })
  it('an accelerator brings its HBM, and keeps only what attaches to it', async () => {
    const { tiers } = await answer<{ tiers: Row[] }>('tiers --accelerator h100-sxm')
    const names = tiers.map(({ tier }) => tier)
    expect(names[0]).toBe('hbm')
    expect(names).toContain('ddr5-rdimm-server')
    expect(names).not.toContain('grace-lpddr5x')
  })
  it('before the price surge DDR5 was cheaper', async () => {
    const price = async (when: string) =>
      (await answer<{ tiers: Row[] }>(`tiers ${when}`)).tiers.find(({ tier }) => tier === 'ddr5-rdimm-server')
        ?.holdPrice ?? 0
    expect(await price('--as-of 2025-Q3')).toBeLessThan((await price('--as-of 2026-Q2')) / 2)
  })
  it('marks what is of low confidence in the table', async () => {
    expect(await text('tiers')).toMatch(/nvme-qlc +component +~\$/)
  })
})

describe("servemath tiers at the makers' ratings", () => {
  interface RatedRow extends Row {
    readonly writePrice: number
    readonly rated: { by: string; rate: number; drainTime: number; retrievePrice: number; writePrice: number } | null
  }
  const rowsOf = async (more = ''): Promise<Record<string, RatedRow>> => {
    const { tiers } = await answer<{ tiers: RatedRow[] }>(`tiers --accelerator h100-sxm ${more}`)
    return Object.fromEntries(tiers.map((row) => [row.tier, row]))
  }
  it('a disk of 550 TB a year is drained in 19.9 days instead of 1.26, and read at 15.8 times the price', async () => {
    const { 'hdd-hamr': disk } = await rowsOf()
    expect([disk?.rated?.drainTime, disk?.drainTime].map((time) => ((time ?? 0) / 86_400).toFixed(2))).toEqual([
      '19.92',
      '1.26',
    ])
    expect(disk?.rated?.drainTime).toBeCloseTo((30e12 / 550e12) * 31_557_600, 3)
    const dearer = (disk?.rated?.retrievePrice ?? 0) / (disk?.retrievePrice ?? 1)
    expect(dearer).toBeCloseTo((disk?.rated?.drainTime ?? 0) / (disk?.drainTime ?? 1), 9)
    expect(dearer).toBeCloseTo(15.8, 1)
    expect(disk?.rated?.writePrice).toBe(disk?.rated?.retrievePrice)
  })
  it('flash written once a day is written through in a day, and read at the price it has', async () => {
    const { 'nvme-tlc-gen5': flash, 'ddr5-rdimm-server': memory, hbm } = await rowsOf()
    expect(flash?.rated).toMatchObject({ by: 'endurance', retrievePrice: flash?.retrievePrice })
    expect(flash?.rated?.drainTime ?? 0).toBeCloseTo(86_400, 6)
    expect(flash?.rated?.writePrice).toBe(flash?.writePrice)
    expect([memory?.rated, hbm?.rated]).toEqual([null, null])
  })
  it('is by the token where a model is named: what a placement charges, within 80 columns', async () => {
    const said = await text('tiers --model llama-3.1-70b --accelerator h100-sxm')
    const [, section = ''] = said.split("At the makers' ratings")
    const lines = section.split('\n\n')[0]?.split('\n') ?? []
    expect(lines.at(-1)).toMatch(/^ {2}hdd-hamr +550 TB\/year +19\.9 d +\$0\.0797 +\$0\.0797$/)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(await text('place llama-3.1-70b --accelerator h100-sxm --hold 5m')).toContain(lines.at(-1))
  })
  it('are left out with --ratings off, those of disks with endurance, which is what a bound counts', async () => {
    const off = await rowsOf('--ratings off')
    expect(Object.values(off).map(({ rated, writePrice }) => [rated, writePrice])).toEqual(
      Object.values(off).map(() => [null, 0]),
    )
    const on = await rowsOf()
    for (const { tier, drainTime, retrievePrice } of Object.values(off))
      expect([on[tier]?.drainTime, on[tier]?.retrievePrice]).toEqual([drainTime, retrievePrice])
    expect(await text('tiers --ratings off')).not.toContain('ratings')
    const [endurance, ideal] = [await rowsOf('--ratings endurance'), await rowsOf('--ideal')]
    expect(endurance).toEqual(ideal)
    expect(endurance['hdd-hamr']?.rated).toBeNull()
    expect(endurance['nvme-qlc']?.rated).toEqual(on['nvme-qlc']?.rated)
  })
})

describe('help', () => {
  it.each(['place', 'kv', 'tiers', 'eval', 'explain', 'check', 'list', 'run', 'kernel', 'jupyter'])(
    'servemath %s --help shows its usage, flags and an example',
    async (verb) => {
      const help = await text(`${verb} --help`)
      expect(help).toContain(`Usage: servemath ${verb}`)
      expect(help).toContain('--json')
      expect(help).toMatch(new RegExp(`For example:\n {2}servemath ${verb}`))
    },
  )
  it('servemath --help names every verb and the exit codes, --version the version', async () => {
    expect(await text('--help')).toMatch(/place .*\n {2}fit .*\n {2}serve .*\n {2}kv .*[\s\S]*Exit code/)
    expect(await text('--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(await text('-v')).toBe(await text('--version'))
    expect([await text('-h'), await text('help')]).toEqual([await text('--help'), await text('--help')])
    expect(await text('help fit')).toBe(await text('fit --help'))
  })
})
