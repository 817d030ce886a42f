import { describe, expect, it } from 'vitest'
import { link, linkIds, part, priceHistory, service, tier, tierIds, tiers } from '../../src/catalog'
import { pricedParts, pricedServices } from '../../src/catalog/priced'

const gigabyte = 1e9
const perGigabyte = (id: string, asOf?: string) => {
  const { purchasePrice, tierCapacity } = part(id, asOf === undefined ? {} : { asOf })
  return (purchasePrice / tierCapacity) * gigabyte
}

describe('the price of a part', () => {
  it('DDR5 was 255 USD per 64 GB before the surge and 900 in it', () => {
    expect(perGigabyte('ddr5-rdimm-server', '2025-Q3')).toBeCloseTo(255 / 64, 9)
    expect(perGigabyte('ddr5-rdimm-server', '2025')).toBeCloseTo(450 / 64, 9)
    expect(perGigabyte('ddr5-rdimm-server', '2026-Q1')).toBeCloseTo(900 / 64, 9)
  })

  it('by default is the newest that is no forecast, of the market the tier is quoted in', () => {
    expect(part('ddr5-rdimm-server')).toMatchObject({ priceAsOf: '2026-Q1', basis: 'component' })
    expect(part('ddr5-rdimm-server', { allowForecast: true }).priceAsOf).toBe('2026-Q3')
    expect(part('ddr5-rdimm-server', { market: 'spot' }).facts.price?.value).toBeCloseTo(32 / gigabyte, 20)
  })

  it('a TLC drive went from 3,062 to 10,950 USD', () => {
    expect(part('nvme-tlc-gen5', { asOf: '2025' }).purchasePrice).toBeCloseTo(3062, 3)
    expect(part('nvme-tlc-gen5').purchasePrice).toBeCloseTo(10950, 3)
  })

  it('has a history in order of date, forecasts and other markets marked', () => {
    const history = priceHistory('ddr5-rdimm-server')
    expect(history.map(({ asOf }) => asOf)).toEqual(history.map(({ asOf }) => asOf).sort())
    expect(history.filter(({ forecast }) => forecast).map(({ period }) => period)).toEqual([
      '2026-03',
      '2026-Q2',
      '2026-Q3',
    ])
  })

  it('of a bare part leaves power out; of an owned one counts host and power, and says they are assumed', () => {
    const bare = part('ddr5-rdimm-server')
    const owned = part('ddr5-rdimm-server', { basis: 'owned' })
    expect(bare.power).toBe(0)
    expect(owned.power).toBe(120)
    expect(owned.energyPrice).toBeCloseTo(0.08 / 3.6e6, 15)
    expect(owned.purchasePrice - bare.purchasePrice).toBeCloseTo(10000, 6)
    expect(owned.doubtful).toEqual(['lifetime', 'purchasePrice', 'power', 'energyPrice', 'hostPrice'])
  })
})

describe('a tier', () => {
  it('drains in the times its capacity and bandwidth give', () => {
    const drain = (id: string) => part(id).tierCapacity / part(id).tierBandwidth
    // By hand from the two figures of each part, to the digits shown.
    expect(drain('hbm3e-on-package')).toBeCloseTo(0.0294, 4)
    expect(drain('ddr5-rdimm-server')).toBeCloseTo(1.667, 3)
    expect(drain('grace-lpddr5x')).toBeCloseTo(0.9375, 4)
    expect(drain('nvme-tlc-gen5') / 60).toBeCloseTo(36.6, 1)
    expect(drain('nvme-qlc') / 3600).toBeCloseTo(4.61, 2)
    expect(drain('hdd-hamr') / 3600).toBeCloseTo(30.3, 1)
  })

  it('of flash wears, of memory does not', () => {
    expect(part('nvme-tlc-gen5').driveWritesPerDay).toBeCloseTo(1 / 86400, 12)
    expect(part('ddr5-rdimm-server')).not.toHaveProperty('driveWritesPerDay')
  })

  it('names a link the catalogue has', () => {
    for (const id of pricedParts) {
      const { path, medium } = part(id)
      if (medium === 'hbm') expect(path).toBeUndefined()
      else expect(linkIds()).toContain(path)
    }
    expect(link('network-400g').pathBandwidth).toBe(50e9)
  })

  it('that is a service gives holdPrice and its fees directly', () => {
    const month = 30.4375 * 86400
    const standard = service('aws-s3-standard')
    expect(standard.basis).toBe('rented')
    expect(standard.holdPrice).toBeCloseTo(0.023 / gigabyte / month, 25)
    // One GET of 0.0004 USD per 1,000 for an object of 16 MB, transfer in the region free.
    expect(standard.retrievePrice).toBeCloseTo(4e-7 / 16e6, 20)
    expect(service('aws-s3-standard', { objectSize: 1e6 }).retrievePrice).toBeCloseTo(4e-13, 20)
    expect(service('aws-s3-express').retrievePrice).toBeCloseTo(0.0006 / gigabyte + 3e-8 / 16e6, 20)
    expect(standard.doubtful).toContain('objectSize')
  })

  it('prices provisioned bandwidth by the byte that fills it', () => {
    const month = 30.4375 * 86400
    expect(service('aws-ebs-gp3').retrievePrice).toBeCloseTo(0.04 / (1e6 * month), 20)
  })
})

describe('all tiers', () => {
  it('are listed on every basis, and never with a price of another', () => {
    for (const basis of ['component', 'owned', 'rented'] as const) {
      const all = tiers({ basis })
      expect(all.map(({ id }) => id)).toEqual(tierIds())
      for (const listed of all) {
        if (listed.placeable) expect(listed.basis).toBe(basis)
        else expect(listed.notPlacedBecause).toMatch(/^.+\.$/)
      }
    }
  })

  it('without a basis are parts as components and services as rented', () => {
    const placed = tiers().filter(({ placeable }) => placeable)
    expect(placed.map(({ id }) => id)).toEqual([...pricedParts, ...pricedServices])
  })

  it('include those with neither price nor bandwidth, but not placed', () => {
    const cmx = tier('nvidia-cmx', {})
    expect(cmx.placeable).toBe(false)
    expect(cmx).not.toHaveProperty('tierBandwidth')
  })
})

describe('a tier is refused', () => {
  it.each([
    [() => part('nvme-tlc-gen6'), 'nvme-tlc-gen6 has no price in the catalogue.'],
    [
      () => part('nvidia-cmx'),
      'nvidia-cmx is announced without capacity, bandwidth or price (NVIDIA blog: BlueField-4 context memory storage, 2026-01-06).',
    ],
    [
      () => part('ddr5-rdimm-server', { asOf: '2024' }),
      'ddr5-rdimm-server has no contract price by 2024-12-31 in the catalogue: the earliest is of 2025-Q3.',
    ],
    [
      () => part('ddr5-rdimm-server', { basis: 'rented' }),
      'ddr5-rdimm-server has no rented price in the catalogue: ask for component or owned.',
    ],
    [
      () => part('hbm3e-on-package', { basis: 'owned' }),
      'hbm3e-on-package is owned only with its accelerator: charge a share of that instead (devicePrice and memoryShare).',
    ],
    [
      () => service('gcs-standard', { basis: 'component' }),
      'gcs-standard is a service, which has a rented price only, no component one.',
    ],
    [
      () => service('gcs-standard', { objectSize: 0 }),
      'The object size cannot be 0 B: expected a positive number of bytes per request.',
    ],
    [() => part('gcs-standard'), 'gcs-standard is a service, not a part: ask for service("gcs-standard").'],
    [() => service('nvme-qlc'), 'nvme-qlc is a part, not a service: ask for part("nvme-qlc").'],
    [() => tier('nvme-qcl'), 'Unknown tier "nvme-qcl": did you mean nvme-qlc'],
    [() => link('pcie5'), 'Unknown link "pcie5": did you mean pcie5-x16'],
  ])('%#: with one clear sentence', (act, message) => {
    expect(act).toThrow(message)
  })
})
