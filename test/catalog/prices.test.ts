// Which market answers for a tier, is that said, and is a market that does not exist refused?
import { describe, expect, it } from 'vitest'
import { type Prices, part, service, tier } from '../../src/catalog'
import { resolve } from '../../src/deployment'
import { answer, servemath } from '../cli/program'

const perGigabyte = (prices?: Prices, asOf?: string) => {
  const options = { ...(prices && { prices }), ...(asOf !== undefined && { asOf }) }
  const { purchasePrice, tierCapacity } = part('ddr5-rdimm-server', options)
  return (purchasePrice / tierCapacity) * 1e9
}

describe('DDR5 has three prices at once', () => {
  it.each([
    [undefined, 900 / 64],
    ['contract', 900 / 64],
    ['spot', 32],
    ['forecast', (5 * 255) / 64],
  ] as const)('asked for %s ones, a gigabyte costs %d USD', (prices, usd) => {
    expect(perGigabyte(prices)).toBeCloseTo(usd, 9)
  })
  it('spot falls back on the contract where there was no spot price by then', () => {
    expect(perGigabyte('spot', '2025-Q3')).toBeCloseTo(255 / 64, 9)
  })
  it('a forecast counts only from its own date on', () => {
    expect(perGigabyte('forecast', '2026-Q1')).toBeCloseTo(900 / 64, 9)
  })
  it('a tier with one series keeps it, whatever is asked for', () => {
    for (const prices of ['contract', 'spot', 'forecast'] as const) {
      expect(part('nvme-tlc-gen5', { prices }).purchasePrice).toBe(part('nvme-tlc-gen5').purchasePrice)
      expect(service('aws-s3-standard', { basis: 'rented', prices }).holdPrice).toBe(
        service('aws-s3-standard').holdPrice,
      )
    }
  })
  it('a pool in another server is priced as the memory it lends', () => {
    const pool = tier('rdma-pool-ddr5-rdimm', { prices: 'spot' })
    expect(pool.placeable && pool.facts.price).toMatchObject({ market: 'spot', period: '2026-06' })
  })
})

describe('an answer says which market it used', () => {
  const served = { model: 'llama-3.1-70b', accelerator: 'h100-sxm' }
  const said = (prices?: Prices) =>
    resolve({ ...served, ...(prices && { prices }) }).notes.find((note) => note.startsWith('Prices of tiers'))

  it('in its notes, with what else could be asked for', () => {
    expect(said()).toContain('ddr5-rdimm-server contract of 2026-Q1, nvme-tlc-gen5 list of 2026-Q1')
    expect(said()).toMatch(/Asked for are contract prices; there are spot and forecast ones\.$/)
    expect(said('forecast')).toContain('ddr5-rdimm-server contract forecast of 2026-Q3')
  })
  it('not where nothing but the tiers of the reader is priced', () => {
    const own = { id: 'mine', tierCapacity: 1e12, tierBandwidth: 1e11, tierPrice: 1e-5 }
    expect(resolve({ ...served, tiers: [own] }).notes.join()).not.toContain('Prices of tiers')
  })
  it.each(['place llama-3.1-70b --accelerator h100-sxm --hold 5m', 'tiers'])(
    '%s says it in JSON, and costs what the market asks',
    async (command) => {
      const [contract, spot] = await Promise.all(
        ['', ' --prices spot'].map((flags) => answer<{ prices: string }>(`${command}${flags}`)),
      )
      expect([contract?.prices, spot?.prices]).toEqual(['contract', 'spot'])
      expect(JSON.stringify(spot)).toContain('"market":"spot"')
      expect(JSON.stringify(contract)).not.toContain('"market":"spot"')
    },
  )
  it('an unknown market is refused with the nearest', async () => {
    const { code, err } = await servemath(['tiers', '--prices', 'spt'])
    expect([code, err.trim()]).toEqual([2, 'Unknown value of --prices "spt": did you mean spot?'])
  })
})
