import { describe, expect, it } from 'vitest'
import { type Certificate, checkCertificate, type Robustness, robustnessOf, settled } from '../../src/placement'
import { answer, servemath, text } from './program'

const asked = 'place llama-3.1-70b --accelerator h100-sxm --hold 5m'
const question = { model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 300 } as const

describe('servemath place --flips', () => {
  it('is what the library says of both payers, and its certificate is proved', async () => {
    const { flips } = await answer<{ flips: { server: Robustness; fleet: Robustness } }>(`${asked} --within 1.5`)
    for (const payer of ['server', 'fleet'] as const) {
      expect(flips[payer]).toEqual(JSON.parse(JSON.stringify(robustnessOf(question, payer, { within: 1.5 }))))
      const proved = checkCertificate(flips[payer].within as Certificate, settled(question))
      expect(proved).toEqual({ verdict: 'proved' })
    }
  })
  it('says in words, within 80 columns, which factor of which number makes whom win', async () => {
    const said = await text(`${asked} --flips --within 100`)
    const lines = said.slice(said.indexOf('What would flip it')).trimEnd().split('\n')
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(80)
    const words = lines.join('\n')
    expect(words).toMatch(/price of DDR5 +x [\d.]+ +\$[\d.]+\/h +NVMe/)
    expect(words).toMatch(/holdTime +x .* min .*\n +\/ .* ms +HBM/)
    expect(words).toMatch(/The best pair: /)
    expect(words).toMatch(/For every price within x [\d.]+ DDR5 wins: proved/)
    expect(words).toMatch(/Within x 100: not at every price/)
    expect(words).toMatch(/In a fleet DDR5 wins\.\n {2}Nearest alone: /)
  })
  it('is left out where it is not asked for', async () => {
    expect(await answer(asked)).not.toHaveProperty('flips')
  })
  it('says what it means where nothing flips', async () => {
    const said = await text('place llama-3.1-70b --accelerator h100-sxm --hold 10ms --tiers hdd-hamr --flips')
    expect(said).toMatch(/What would flip it: HBM wins/)
  })
  it('refuses a factor below 1, and one that is none', async () => {
    expect((await servemath([...asked.split(' '), '--within', '0.5'])).err).toMatch(/from 1 on/)
    expect((await servemath([...asked.split(' '), '--within', '2s'])).code).not.toBe(0)
  })
})
