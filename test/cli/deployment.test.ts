// Are flags edits of a deployment, whichever verb takes them, and does a file say the same as the flags that made it?
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { modelIds } from '../../src/catalog'
import { readDeployment, resolve } from '../../src/deployment'
import type { Placement } from '../../src/placement'
import { dense, folderWith } from './configs'
import { answer, servemath } from './program'

const ours = {
  model: 'llama-3.1-70b',
  accelerator: { like: 'h100-sxm', devicePrice: '$1.89/h' },
  tiers: ['ddr5-rdimm-server', { id: 'our-nvme', like: 'nvme-tlc-gen5', drives: 8, purchasePrice: '$3,900' }],
}
const folder = folderWith({ 'ours.json': ours, 'config.json': dense, 'beside.json': { ...ours, model: 'config.json' } })
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'ours.json')

interface Answer extends Omit<Placement, 'inputs'> {
  readonly model: string
  readonly devices: number
  readonly layout: object
  readonly inputs: Readonly<Record<string, { value: number; source: string }>>
}

describe('a deployment in a file', () => {
  it('places what it says: its prices, its tiers under their names', async () => {
    const { perToken, inputs } = await answer<Answer>(`place --deployment ${file} --hold 5m`)
    expect(perToken.map(({ option }) => option)).toEqual(['hbm', 'ddr5-rdimm-server', 'our-nvme', 'remat'])
    expect(inputs.devicePrice).toEqual({ value: 1.89 / 3600, unit: 'USD/s', source: 'given' })
  })
  it('may name the config.json beside it', async () => {
    const { model, inputs } = await answer<Answer>(`place --deployment ${join(folder, 'beside.json')} --hold 5m`)
    expect(model).toBe('config')
    expect(inputs.totalParams?.source).toBe(join(folder, 'config.json'))
  })
  it('is what the library reads from the same text', async () => {
    const { layout, devices } = resolve(readDeployment(readFileSync(file, 'utf8')))
    expect(await answer<Answer>(`place --deployment ${file} --hold 5m`)).toMatchObject({ layout, devices })
  })
  it('is changed by every flag', async () => {
    const place = (more: string) => answer<Answer>(`place --deployment ${file} --hold 5m ${more}`)
    expect((await place('--accelerator b200-hgx')).inputs.devicePrice?.source).not.toBe('given')
    expect((await place('--tp 4 --pp 2')).layout).toMatchObject({ tensorParallel: 4, pipelineStages: 2 })
    expect((await place('--tp 8 --dcp')).layout).toMatchObject({ attention: 'context' })
    expect((await place('--dp-attention')).layout).toMatchObject({ attention: 'data' })
    expect((await place('--kv-dtype fp8')).inputs.bytesPerToken?.value).toBe(163_840)
    expect((await place('--weights fp8')).inputs.bytesPerParam?.value).toBe(1)
    expect((await place('--ideal')).inputs.mfu?.value).toBe(1)
    expect((await place('--tiers our-nvme')).perToken.map(({ option }) => option)).toEqual(['hbm', 'our-nvme', 'remat'])
    expect((await place('--drives our-nvme=2')).perToken[2]?.drives).toBe(2)
    expect((await place('--set lifetime=1y')).perToken[2]?.hold).not.toBe((await place('')).perToken[2]?.hold)
    expect((await answer<Answer>(`place qwen3-8b --deployment ${file} --hold 5m`)).model).toBe('qwen3-8b')
  })
})

describe('--save', () => {
  it('writes what was typed, and read again it gives the same answer', async () => {
    const saved = join(folder, 'saved.json')
    const flags =
      'qwen3-30b-a3b --accelerator h200-sxm --devices 2 --ep 2 --kv-dtype fp8 --drives nvme-qlc=4 --basis owned --as-of 2026-06 --ideal --set devicePrice=$2.10/h mfu=0.6'
    const first = await answer<Answer>(`place ${flags} --hold 5m --save ${saved}`)
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toEqual({
      model: 'qwen3-30b-a3b',
      accelerator: 'h200-sxm',
      devices: 2,
      layout: { expertParallel: 2 },
      precision: { kv: 'fp8' },
      drives: { 'nvme-qlc': 4 },
      basis: 'owned',
      asOf: '2026-06',
      efficiency: 'ideal',
      set: { devicePrice: '$2.10/h', mfu: '0.6' },
    })
    const { perToken, best } = await answer<Answer>(`place --deployment ${saved} --hold 5m`)
    expect({ perToken, best }).toEqual({ perToken: first.perToken, best: first.best })
  })
  it('names a config.json as seen from the file it writes', async () => {
    mkdirSync(join(folder, 'deep'))
    const saved = join(folder, 'deep', 'saved.json')
    await answer(`place ${join(folder, 'config.json')} --accelerator h100-sxm --hold 5m --save ${saved}`)
    expect(JSON.parse(readFileSync(saved, 'utf8')).model).toBe('../config.json')
    expect((await answer<Answer>(`place --deployment ${saved} --hold 5m`)).model).toBe('config')
  })
})

describe('every verb that asks about a deployment', () => {
  const trace = join(folder, 'trace.jsonl')
  writeFileSync(
    trace,
    [0, 1000]
      .map((timestamp) => JSON.stringify({ timestamp, input_length: 512, output_length: 1, hash_ids: [1] }))
      .join('\n'),
  )
  it.each(['place --hold 5m', `replay ${trace}`, 'kv', 'eval rematCost', 'explain rematCost', 'tiers'])(
    '%s takes the same file and flags',
    async (command) => {
      const flags = `--deployment ${file} --tp 8 --pp 1 --dcp --kv-dtype fp8 --basis component --calibrated`
      const { code, err } = await servemath(`${command} ${flags} --json`.split(' '))
      expect([code, err]).toEqual([0, ''])
    },
  )
  it('eval knows what the placement knows: rematCostAt is its remat, loadTime its wait, for a few models', async () => {
    for (const id of ['llama-3.1-70b', 'gemma-3-27b', 'deepseek-v3.2', 'mamba-codestral-7b']) {
      expect(modelIds()).toContain(id)
      const named = `--model ${id} --accelerator h100-sxm`
      const { perToken } = await answer<Answer>(`place ${named} --hold 5m`)
      expect((await answer(`eval rematCostAt ${named}`)).value).toBe(perToken.at(-1)?.total)
      expect((await answer(`eval rematWait ${named}`)).value).toBe(perToken.at(-1)?.loadTime)
      const nvme = perToken.find(({ option }) => option === 'nvme-tlc-gen5')
      expect((await answer(`eval loadTime ${named} --tier nvme-tlc-gen5`)).value).toBe(nvme?.loadTime)
    }
  })
  it('eval rematCost needs nothing more than a model and an accelerator', async () => {
    expect((await answer('eval rematCost --model llama-3.1-70b --accelerator h100-sxm')).inputs.mfu).toBe(0.5)
  })
  it('a step is evaluated at the batch that was asked for', async () => {
    const step = async (batch: number) =>
      (await answer(`eval kvTime --model llama-3.1-70b --accelerator h100-sxm --devices 8 --set batch=${batch}`)).value
    expect((await step(8)) / (await step(1))).toBeCloseTo(8, 12)
  })
  it('kv says how many conversations fit: none of a million tokens of Llama 3.1 70B on four H100', async () => {
    const { deployment } = await answer<{ deployment: { at: Record<string, { fit: number; copies: number }> } }>(
      'kv llama-3.1-70b --accelerator h100-sxm --context 1024,32768,1048576',
    )
    expect(deployment.at['1048576']?.fit).toBe(0)
    expect(deployment.at['32768']?.fit).toBe(Math.floor((4 * 81_559 * 2 ** 20 - 141_107_412_992) / (32_768 * 327_680)))
  })
})
