import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Demotion, demote } from '../../src/placement'
import { folderWith } from './configs'
import { answer, servemath, text } from './program'

const folder = folderWith({
  'pauses.json': [
    { time: '1m', share: 0.4 },
    { time: '1d', share: '5%' },
  ],
})
afterAll(() => rmSync(folder, { recursive: true }))
const asked = 'place llama-3.1-70b --accelerator h100-sxm --hold 10m --returns'

describe('servemath place --returns', () => {
  it('is the schedule of the library', async () => {
    const { demotion } = await answer<{ demotion: Demotion }>(`${asked} lognormal:10m:2:10%`)
    const returns = { kind: 'lognormal', median: 600, sigma: 2, never: 0.1 } as const
    expect(demotion).toEqual(demote({ model: 'llama-3.1-70b', accelerator: 'h100-sxm' }, returns))
  })
  it('reads points from a file', async () => {
    const { demotion } = await answer<{ demotion: Demotion }>(`${asked} ${join(folder, 'pauses.json')}`)
    expect(demotion.never).toBe(0.05)
    expect(demotion.steps.at(-1)?.option).toBe('remat')
  })
  it('says in words, within 80 columns, where to wait from when on and what else it might cost', async () => {
    const said = await text(`${asked} lognormal:10m:2:10%`)
    const lines = said.slice(said.indexOf('Pauses of')).trimEnd().split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(lines.join('\n')).toMatch(/the start {2}DDR5 .*\n.* min {2}NVMe QLC .*\n.* d {2}nowhere: deleted/)
    expect(lines.join('\n')).toMatch(/the best single place: NVMe QLC, deleted after/)
  })
  it('is left out where nothing is said of returns', async () => {
    expect(await answer(asked.replace(' --returns', ''))).not.toHaveProperty('demotion')
  })
  it('refuses what is no distribution', async () => {
    expect((await servemath([...asked.split(' '), 'exp:'])).err).toMatch(/mean of the pause/)
    expect((await servemath([...asked.split(' '), 'lognormal:10m'])).err).toMatch(/expected exp:MEAN/)
    expect((await servemath([...asked.split(' '), 'weibull:10m'])).code).not.toBe(0)
  })
})

describe('servemath tiers', () => {
  it('drains the memory of another server through its port', async () => {
    const { tiers } = await answer<{ tiers: { tier: string; drainTime: number; pathBandwidth: number | null }[] }>(
      'tiers',
    )
    const of = (id: string) => tiers.find(({ tier }) => tier === id)
    expect(of('ddr5-rdimm-server')).toMatchObject({ pathBandwidth: null })
    expect(of('rdma-pool-ddr5-rdimm')?.drainTime).toBeCloseTo(1536 / 50, 9)
    expect(of('rdma-pool-ddr5-rdimm')?.pathBandwidth).toBe(50e9)
  })
})
