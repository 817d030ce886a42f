import { describe, expect, it } from 'vitest'
import { drainConfiguration, drainConfigurations, tierOrder, twoRules } from '../../src/lecture'

describe('the drain ladder', () => {
  it('has one part, a node and a rack of every tier, with counts and sources', () => {
    for (const medium of ['hbm', 'ddr', 'flash', 'disk']) {
      const own = drainConfigurations().filter((each) => each.medium === medium)
      expect(new Set(own.map(({ scale }) => scale)), medium).toEqual(new Set(['part', 'node', 'rack']))
    }
    for (const { facts } of drainConfigurations()) {
      for (const { source, kind } of Object.values(facts))
        if (kind !== 'assumed') expect(source.url).toMatch(/^https?:/)
    }
  })
  it('a drive of 30.72 TB at 14 GB/s takes 36.6 minutes, a disk of 30 TB at 275 MB/s 30 hours', () => {
    expect(drainConfiguration('flash-tlc-gen5').drainTime).toBeCloseTo(30_720 / 14, 9)
    expect(drainConfiguration('disk-hamr').drainTime).toBeCloseTo(30e12 / 275e6, 6)
  })
  it('more parts do not shorten it: each reads its own', () => {
    expect(drainConfiguration('hbm-node').drainTime).toBeCloseTo(drainConfiguration('hbm-h100').drainTime, 12)
    expect(drainConfiguration('flash-node').drainTime).toBeCloseTo(drainConfiguration('flash-tlc-gen5').drainTime, 6)
    expect(drainConfiguration('disk-rack').drainTime).toBeCloseTo(drainConfiguration('disk-node').drainTime, 6)
  })
  it('a narrow path lengthens it: 24 s instead of 1.7 s for DDR behind one link', () => {
    expect(drainConfiguration('ddr-one-path').drainTime).toBeCloseTo(1536 / 64, 9)
    expect(drainConfiguration('ddr-eight-paths').drainTime).toBeCloseTo(3, 9)
  })
  it('HBM and DDR come out as said, flash and disk only where small or mostly empty', () => {
    const reached = (medium: string) =>
      drainConfigurations().flatMap((each) => (each.medium === medium && each.reaches ? [each.id] : []))
    expect(reached('hbm')).toHaveLength(5)
    expect(reached('ddr')).not.toContain('ddr-one-path')
    expect(reached('flash')).toEqual(['flash-optane', 'flash-tlc-short'])
    expect(reached('disk')).toEqual(['disk-hamr-short'])
  })
  it('says how full a configuration may be to be read in the time said', () => {
    const { at, drainTime, fillForSaid } = drainConfiguration('flash-tlc-gen5')
    expect((drainTime * fillForSaid) / at.fill).toBeCloseTo(60, 9)
  })
  it('refuses an unknown configuration with the nearest', () => {
    expect(() => drainConfiguration('flash-optan')).toThrow('did you mean flash-optane?')
  })
})

describe('the order of tiers', () => {
  it('holds on parts of 2025: dearer to hold is cheaper to retrieve', () => {
    const { tiers, exceptions } = tierOrder({ asOf: '2025-Q3' })
    expect(exceptions).toEqual([])
    expect(tiers.map(({ option }) => option)).toEqual(['ddr5-rdimm-server', 'nvme-tlc-gen5', 'nvme-qlc', 'hdd-hamr'])
  })
  it('breaks in 2026, when a module of DDR5 costs more a byte than HBM does as a part', () => {
    const { exceptions } = tierOrder({ asOf: '2026-Q1' })
    expect(exceptions).toContainEqual({ dearer: 'ddr5-rdimm-server', cheaper: 'hbm' })
  })
  it('breaks between the memories of two hosts: LPDDR is cheaper in both', () => {
    const { exceptions } = tierOrder({ acceleratorId: 'gb200-nvl72', asOf: '2026-Q1' })
    expect(exceptions).toContainEqual({ dearer: 'ddr5-rdimm-server', cheaper: 'grace-lpddr5x' })
  })
})

describe('two rules for a tier', () => {
  it('do not agree: disk is cheapest from minutes on, and read once in more than a day', () => {
    const rows = twoRules({ memory: 'rent' })
    const disk = rows.find(({ option }) => option === 'hdd-hamr')
    expect(disk?.drainTime).toBeGreaterThan(86_400)
    expect(disk?.cheapest?.[0]).toBeLessThan(3600)
    expect(rows.filter(({ agree }) => agree === false).length).toBeGreaterThan(0)
  })
  it('rematerialization has no drain time and is cheapest at the end', () => {
    const remat = twoRules().find(({ option }) => option === 'remat')
    expect(remat?.drainTime).toBeUndefined()
    expect(remat?.cheapest?.[1]).toBeNull()
  })
  it('whether devices wait for a load decides more than either rule', () => {
    const from = (stall: number) =>
      twoRules({ memory: 'rent', stall }).find(({ option }) => option === 'hdd-hamr')?.cheapest
    expect(from(0)).not.toEqual(from(1))
  })
})
