// Is what people write read as they mean it: counts, times, links, machines, tiers, models, precisions?
import { describe, expect, it } from 'vitest'
import { spelled } from '../../src/catalog'
import { type Fit, fit as fits } from '../../src/serving'
import { parseQuantity } from '../../src/units'
import { answer } from './program'

describe('a quantity', () => {
  it.each([
    ['128k', 'token', 128_000],
    ['128Ki', 'token', 131_072],
    ['131,072', 'token', 131_072],
    ['1M', 'token', 1e6],
    ['70G', '1', 70e9],
    ['5 minutes', 's', 300],
    ['2 hours', 's', 7200],
    ['1 week', 's', 604_800],
    ['400Gbps', 'B/s', 50e9],
    ['$1.89/h', 'USD/s', 1.89 / 3600],
  ])('%s is so many %s', (text, unit, value) => {
    expect(parseQuantity(text, unit)).toBeCloseTo(value, 9)
  })
  it.each(['€1.89/h', '1.89 EUR/h', '£2'])('%s is refused: no rate of exchange is known', (text) => {
    expect(() => parseQuantity(text, 'USD/s', 'devicePrice')).toThrow('no rate of exchange is known here')
  })
  it('k is a thousand of tokens only: 3k of bytes or seconds is no unit', () => {
    expect(() => parseQuantity('3k', 'B')).toThrow('Unknown unit "k"')
  })
})

describe('a context', () => {
  it('of 131,072 is one number, of 1024,131072 two', async () => {
    const lengths = async (context: string) =>
      Object.keys((await answer<{ kv: { bytesAt: object } }>(`kv llama-3.1-8b --context ${context}`)).kv.bytesAt)
    expect(await lengths('131,072')).toEqual(['131072'])
    expect(await lengths('1024,131072')).toEqual(['1024', '131072'])
    expect(await lengths('1k,128Ki')).toEqual(['1000', '131072'])
  })
})

describe('a machine', () => {
  const ids = ['h100-sxm', 'h100-pcie', 'h100-nvl', 'b200-hgx', 'gb200-nvl72', 'mi300x', 'tpu-v5e', 'tpu-v5p', 'h20']
  it.each([
    ['H100', 'h100-sxm'],
    ['h100 PCIe', 'h100-pcie'],
    ['NVIDIA H100', 'h100-sxm'],
    ['b200', 'b200-hgx'],
    ['GB200', 'gb200-nvl72'],
    ['MI300X', 'mi300x'],
    ['tpu', undefined],
    ['h1', undefined],
  ])('called %s is %s', (asked, id) => {
    expect(spelled(asked, ids)).toBe(id)
  })
  it('8xH100 is eight of them', async () => {
    const { devices, accelerator, sequences } = await answer<Fit>('fit llama-3.1-70b --accelerator 8xH100')
    expect([devices, accelerator, sequences]).toEqual([8, 'h100-sxm', 50])
  })
})

describe('a tier', () => {
  it('called ddr5 is the module of a server', async () => {
    const full = await answer('eval drainTime --tier ddr5-rdimm-server')
    expect((await answer('eval drainTime --tier DDR5')).value).toBe(full.value)
    const { perToken } = await answer<{ perToken: { option: string }[] }>(
      'place llama-3.1-8b --accelerator h100 --hold 5m --tiers ddr5,hdd',
    )
    expect(perToken.map(({ option }) => option)).toEqual(['hbm', 'ddr5-rdimm-server', 'hdd-hamr', 'remat'])
  })
})

describe('a model', () => {
  it.each(['meta-llama/Llama-3.1-8B', 'Llama-3.1-8B', 'meta-llama/llama-3.1-8b'])(
    '%s is llama-3.1-8b',
    async (name) => {
      expect((await answer<Fit>(`fit ${name} --accelerator h100`)).model).toBe('llama-3.1-8b')
    },
  )
})

describe('a precision', () => {
  const eight = { model: 'llama-3.1-70b', accelerator: 'h100-sxm', devices: 8 } as const
  const found = async (more: string) =>
    answer<Fit & { stepTime: number }>(`fit llama-3.1-70b --accelerator 8xH100 ${more}`)
  it('fp8 is of weights and arithmetic: half the bytes, and twice the peak', async () => {
    expect((await found('--precision fp8')).weightsPerDevice).toBe((await found('')).weightsPerDevice / 2)
    const arms = async (more: string) =>
      (await answer<{ arms: { compute: number } }>(`serve llama-3.1-70b --accelerator 8xH100 --batch 8 ${more}`)).arms
    expect((await arms('--precision fp8')).compute / (await arms('')).compute).toBeCloseTo(0.5, 2)
  })
  it('fp8+kv is of the cache too: twice as many on what is left', async () => {
    const { bytesPerSequence, sequences } = await found('--precision fp8+kv')
    expect(bytesPerSequence).toBe((await found('')).bytesPerSequence / 2)
    expect(sequences).toBe(fits({ ...eight, precision: { weights: 'fp8', kv: 'fp8' } }).sequences)
  })
  it.each([
    ['bfloat16', 'bf16'],
    ['fp8_e4m3', 'fp8'],
  ])('--weights %s is %s', async (name, format) => {
    expect(await found(`--weights ${name}`)).toEqual(await found(`--weights ${format}`))
  })
  it('auto is what the checkpoint declares', async () => {
    expect(await found('--weights auto')).toEqual(await found(''))
  })
})
