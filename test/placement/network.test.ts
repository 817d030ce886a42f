import { describe, expect, it } from 'vitest'
import { tier } from '../../src/catalog'
import { type Deployment, readDeployment, tiersFor } from '../../src/deployment'
import { drainTime, portedBandwidth } from '../../src/derivations'
import { type PlacedOption, place } from '../../src/placement'

const near = 'ddr5-rdimm-server'
const pool = 'rdma-pool-ddr5-rdimm'
const base = { model: 'llama-3.1-70b', accelerator: 'h100-sxm', devices: 4, holdTime: 300 } as const
const placed = (tiers: Deployment['tiers'], more: object = {}): Record<string, PlacedOption> =>
  Object.fromEntries(place({ ...base, ...(tiers && { tiers }), ...more }).perToken.map((one) => [one.option, one]))
// 32,768 tokens of 327,680 B.
const bytes = 32768 * 327680

describe('a pool beside local DDR5', () => {
  it('loads 10.7 GB through its port of 50 GB/s in 215 ms', () => {
    expect(placed([near, pool])[pool]?.loadTime).toBeCloseTo(bytes / 50e9, 12)
  })
  it('leaves local DDR5 its own time, to the last bit, whatever host link is asked for', () => {
    for (const more of [{}, { pathBandwidth: 64e9 }, { pathBandwidth: 256e9 }, { stall: 1 }]) {
      expect(placed([near, pool], more)[near]).toEqual(placed([near], more)[near])
    }
    expect(placed([near, pool], { pathBandwidth: 64e9 })[near]?.loadTime).toBeCloseTo(bytes / 64e9, 12)
  })
  it('is not sped up by a wide host link, and is slowed down by a narrow one: bytes cross both', () => {
    expect(placed([near, pool], { pathBandwidth: 256e9 })[pool]?.loadTime).toBeCloseTo(bytes / 50e9, 12)
    expect(placed([near, pool], { pathBandwidth: 20e9 })[pool]?.loadTime).toBeCloseTo(bytes / 20e9, 12)
  })
  it('loads twice as fast through two ports', () => {
    expect(placed([{ like: pool, ports: 2 }])[pool]?.loadTime).toBeCloseTo(bytes / 100e9, 12)
  })
  it('with an endless port is DDR5 itself', () => {
    const [far, local] = [placed([{ like: pool, portBandwidth: 1e30 }])[pool], placed([near])[near]]
    for (const share of ['hold', 'retrieve', 'write', 'total', 'loadTime'] as const) {
      expect(far?.[share]).toBeCloseTo(local?.[share] ?? Number.NaN, 12)
      expect((far?.[share] ?? 0) - (local?.[share] ?? 0)).toBeLessThanOrEqual(1e-12 * (local?.[share] ?? 0))
    }
  })
  it('costs the same to hold, and as much more to read as its port is slower than its memory', () => {
    const { [pool]: far, [near]: local } = placed([near, pool])
    expect(far?.hold).toBe(local?.hold)
    expect((far?.retrieve ?? 0) / (local?.retrieve ?? 1)).toBeCloseTo(921.6 / 50, 9)
  })
  it('drains through its port: 1,536 GB in 30.72 s, from which on a fleet pays for space', () => {
    const ported = tiersFor('h100-sxm', { network: [pool] }).find(({ id }) => id === pool)
    const { tierCapacity = 0, tierBandwidth = 0 } = ported ?? {}
    expect(drainTime({ tierCapacity, tierBandwidth })).toBeCloseTo(30.72, 9)
    expect(placed([pool], { holdTime: 30 })[pool]?.binding).toBe('reads')
    expect(placed([pool], { holdTime: 31 })[pool]?.binding).toBe('space')
  })
  it('is reached through the adapters of this side as well, where a network is given', () => {
    const links = { network: { pathBandwidth: 5e9 } }
    expect(placed([near, pool], { links })[pool]?.loadTime).toBeCloseTo(bytes / (4 * 5e9), 12)
    expect(placed([near, pool], { links })[near]).toEqual(placed([near])[near])
  })
  it('says through what it is read and what its price leaves out', () => {
    const { notes } = place({ ...base, tiers: [pool] })
    expect(notes).toContain(
      'rdma-pool-ddr5-rdimm is read through 1 network port of 50 GB/s, then the host link. Its bare price leaves out ports, switch and host.',
    )
  })
  it('when owned pays for its port beside the host', () => {
    const [far, local] = [pool, near].map((id) => tier(id, { basis: 'owned' }) as { purchasePrice?: number })
    expect((far?.purchasePrice ?? 0) - (local?.purchasePrice ?? 0)).toBeCloseTo(2500, 6)
  })
})

describe('drives in another server', () => {
  it('share its ports: eight of 14 GB/s load at the 100 GB/s of two', () => {
    expect(placed(['nvme-of-tlc'])['nvme-of-tlc']?.loadTime).toBeCloseTo(bytes / 100e9, 12)
    expect(portedBandwidth({ tierBandwidth: 14e9, ports: 2, portBandwidth: 50e9, drives: 8 })).toBe(12.5e9)
  })
  it('that are few are slower than the ports', () => {
    const few = placed(['nvme-of-tlc'], { drives: { 'nvme-of-tlc': 2 } })['nvme-of-tlc']
    expect(few?.loadTime).toBeCloseTo(bytes / 28e9, 12)
  })
})

describe('tiers over a network', () => {
  it('stand beside local ones only where they are named', () => {
    expect(Object.keys(placed(undefined))).toEqual(['hbm', near, 'nvme-tlc-gen5', 'nvme-qlc', 'hdd-hamr', 'remat'])
    const ids = tiersFor('h100-sxm').map(({ id }) => id)
    expect(tiersFor('h100-sxm', { network: [pool] }).map(({ id }) => id)).toEqual([...ids, pool])
    expect(() => tiersFor('h100-sxm', { network: [near] })).toThrow(
      `${near} is in no other server: it needs no network.`,
    )
  })
  it('survive a round through tiersFor', () => {
    const tiers = tiersFor('h100-sxm', { devices: 4, network: [pool] })
    expect(place({ ...base, tiers }).perToken.find(({ option }) => option === pool)).toEqual(placed([pool])[pool])
  })
  it('are made of any tier by a link and ports, a rented object store as well', () => {
    const store = { like: 'aws-s3-express', link: 'ethernet-100g', ports: 4 }
    const found = placed([store], { basis: 'rented' })['aws-s3-express']
    expect(found?.loadTime).toBeCloseTo(0.005 + bytes / 50e9, 12)
    expect(found?.basis).toBe('rented')
  })
  it('that answer late make the user wait for the first byte as well: 50 ms of S3', () => {
    const links = { network: 'network-400g' }
    const {
      'aws-s3-standard': standard,
      'aws-s3-express': express,
      'gcs-standard': other,
    } = placed(undefined, {
      ...{ links, basis: 'rented' },
    })
    expect(standard?.loadTime).toBeCloseTo(0.05 + bytes / 200e9, 12)
    expect(express?.loadTime).toBeCloseTo(0.005 + bytes / 200e9, 12)
    expect(other?.loadTime).toBeCloseTo(bytes / 200e9, 12)
  })
  it('over a link nobody knows are refused with the nearest name, in a file as well', () => {
    expect(() => placed([{ like: near, link: 'network-40g' }])).toThrow('network-400g')
    const file = { model: 'llama-3.1-70b', accelerator: 'h100-sxm', tiers: [{ like: near, link: 'network-40g' }] }
    expect(() => readDeployment(file)).toThrow('tiers[0].link is "network-40g": did you mean network-400g')
    expect(() => placed([{ like: pool, ports: 0 }])).toThrow('ports of rdma-pool-ddr5-rdimm')
    expect(() => placed([{ like: pool, portBandwidth: 0 }])).toThrow('portBandwidth of rdma-pool-ddr5-rdimm is 0')
  })
})
