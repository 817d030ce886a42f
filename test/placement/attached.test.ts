import { describe, expect, it } from 'vitest'
import { accelerator, model } from '../../src/catalog'
import { memoryPart, tiersFor, unplacedFor } from '../../src/deployment'
import { place } from '../../src/placement'

const ids = (accelerator: string, options = {}) => tiersFor(accelerator, options).map(({ id }) => id)

describe('the tiers of an accelerator', () => {
  it('an H100 host has DIMMs, flash and disk, but not the memory soldered to a Grace', () => {
    expect(ids('h100-sxm')).toEqual(['ddr5-rdimm-server', 'nvme-tlc-gen5', 'nvme-qlc', 'hdd-hamr'])
    expect(unplacedFor('h100-sxm').find(({ option }) => option === 'grace-lpddr5x')?.because).toBe(
      'grace-lpddr5x is the memory of another host than that of h100-sxm.',
    )
  })
  it('a GB200 has its Grace memory', () => {
    expect(ids('gb200-nvl72')).toContain('grace-lpddr5x')
    expect(ids('gb200-nvl72')).not.toContain('vera-lpddr5x')
  })
  it('bases are never mixed: services are rented, bare parts are not', () => {
    expect(
      tiersFor('h100-sxm', { basis: 'rented' }).every((tier) => tier.basis === 'rented' && tier.kind === 'service'),
    ).toBe(true)
    expect(tiersFor('h100-sxm').every((tier) => tier.basis === 'component')).toBe(true)
  })
  it('every tier left out comes with a reason', () => {
    for (const basis of ['component', 'owned', 'rented'] as const) {
      for (const { because } of unplacedFor('h100-sxm', { basis })) expect(because).toMatch(/\.$/)
    }
  })
  it('eight devices load over eight host links', () => {
    const path = (devices: number) => tiersFor('h100-sxm', { devices })[0]?.pathBandwidth
    expect(path(8)).toBe(8 * 64e9)
  })
  it('a catalogue model and accelerator spread into a placement, on every basis', () => {
    const question = { model: model('llama-3.1-70b'), accelerator: accelerator('h100-sxm'), holdTime: 300 }
    for (const basis of ['component', 'owned', 'rented'] as const) {
      const { perToken, envelope } = place({ ...question, tiers: tiersFor('h100-sxm', { basis }) })
      expect(perToken.length).toBeGreaterThan(3)
      expect(envelope.at(-1)).toMatchObject({ option: 'remat', to: null })
    }
  })
  it('HBM priced as a part is far cheaper to hold in than HBM priced by rent', () => {
    const question = {
      model: model('llama-3.1-70b'),
      accelerator: accelerator('h100-sxm'),
      tiers: tiersFor('h100-sxm'),
      holdTime: 300,
    }
    const [rented, component] = [place(question), place({ ...question, memory: memoryPart() })].map(
      ({ perToken }) => perToken[0],
    )
    expect(component).toMatchObject({ option: 'hbm', basis: 'component' })
    expect((rented?.hold ?? 0) / (component?.hold ?? 1)).toBeGreaterThan(10)
  })
})
