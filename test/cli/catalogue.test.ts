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
    expect(await text('--help')).toMatch(/place .*\n {2}kv .*[\s\S]*Exit code/)
    expect(await text('--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
