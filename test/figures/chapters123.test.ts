import { describe, expect, it } from 'vitest'
import { accelerator, acceleratorIds, model, priceHistory, tiers } from '../../src/catalog'
import { amortizedPrice, holdPrice, prefillFlops, retrievePrice, tokenCost } from '../../src/derivations'
import {
  attentionShare,
  balanceByMachine,
  bytesByModel,
  type Figure,
  headLadder,
  type PricedTier,
  palette,
  priceSurge,
  roofline,
  tierLadder,
} from '../../src/figures'
import { toMime } from '../../src/notebook'

const llama = model('llama-3.1-70b')
const h100 = accelerator('h100-sxm')
const decode = { ...llama, ...h100, devices: 8, context: 8192 }

const priced = (basis: 'component' | 'rented'): PricedTier[] =>
  tiers({ basis }).flatMap((tier): PricedTier[] => {
    if (!tier.placeable || tier.link !== undefined) return []
    if (tier.kind === 'service') return [tier]
    const tierPrice = amortizedPrice(tier)
    const prices = {
      holdPrice: holdPrice({ ...tier, tierPrice, fill: 1 }),
      retrievePrice: retrievePrice({ ...tier, tierPrice }),
    }
    return [{ ...tier, ...prices }]
  })

const series = (option: string, market: string) => ({
  option,
  prices: priceHistory(option).filter((price) => price.market === market),
})

const figures: Readonly<Record<string, () => Figure>> = {
  bytesByModel: () => bytesByModel(['llama-2-7b', 'llama-3.1-70b', 'deepseek-v3'].map((id) => model(id))),
  headLadder: () => headLadder({ ...llama, latentDim: 512, ropeDim: 64 }),
  attentionShare: () => attentionShare(['llama-3.1-405b', 'deepseek-v3'].map((id) => model(id))),
  balanceByMachine: () => balanceByMachine(['h100-sxm', 'a100-80gb-sxm'].map((id) => accelerator(id))),
  roofline: () => roofline(decode),
  tierLadder: () => tierLadder(priced('component')),
  priceSurge: () => priceSurge([series('ddr5-rdimm-server', 'contract'), series('nvme-tlc-gen5', 'list')]),
}

describe.each(Object.entries(figures))('the figure %s', (_, make) => {
  const made = make()
  const axes = ['xaxis', 'yaxis'].map((axis) => made.layout[axis] as { title: { text: string }; type: string })

  it('has words for its finding, its reading and its look', () => {
    for (const words of [made.title, made.caption, made.alt]) expect(words).toMatch(/^[A-Z\d].{20,}/)
  })

  it('names the quantity and unit of every axis of numbers', () => {
    for (const { title, type } of axes) if (type === 'log') expect(title.text).toMatch(/\w/)
    expect(axes.some(({ title }) => /\(.+\)|heads/.test(title.text))).toBe(true)
  })

  it('holds only finite numbers, and no more series than a reader can tell apart', () => {
    expect(() => toMime(made)).not.toThrow()
    expect(made.data.length).toBeLessThanOrEqual(8)
  })
})

describe('bytes by model', () => {
  it('says how far apart lightest and heaviest are: Llama 2 7B over DeepSeek-V3 is 524,288/70,272 = 7.5', () => {
    expect(bytesByModel([model('deepseek-v3'), model('llama-2-7b')]).title).toContain('weighs 7.5 times')
  })

  it('puts the lightest model on top', () => {
    const { yaxis } = (figures.bytesByModel as () => Figure)().layout as { yaxis: { categoryarray: string[] } }
    expect(yaxis.categoryarray.at(-1)).toBe('DeepSeek-V3')
  })

  it('refuses a model whose cache does not grow, by name', () => {
    expect(() => bytesByModel([model('mistral-7b-v0.1')])).toThrow(/Mistral 7B v0.1 adds no bytes per token/)
  })
})

describe('the ladder of heads', () => {
  it('draws the latent at the heads that weigh as much: (512 + 64)/(2 x 128) = 2.25', () => {
    expect(headLadder({ ...llama, latentDim: 512, ropeDim: 64 }).title).toContain('as much as 2.25 heads')
  })

  it('refuses more key/value heads than query heads', () => {
    expect(() => headLadder({ ...llama, kvHeads: 65, latentDim: 512, ropeDim: 64 })).toThrow(/from 1 to the 64/)
  })
})

describe('the share of attention', () => {
  it('is half where prefill costs twice the weights, which the title rounds', () => {
    const v3 = model('deepseek-v3')
    expect(prefillFlops({ ...v3, context: 30_059 }) / (2 * v3.activeParams)).toBeCloseTo(2, 3)
    expect(attentionShare([v3]).title).toBe('In DeepSeek-V3 attention is half of the work of a prompt of 30,000 tokens')
  })

  it('rises with the prompt, from near none to near all', () => {
    const [{ y = [] } = {}] = attentionShare([llama]).data as readonly { y?: number[] }[]
    expect(y.every((share, i) => i === 0 || share > (y[i - 1] ?? 0))).toBe(true)
    expect(y[0]).toBeLessThan(1)
    expect(y.at(-1)).toBeGreaterThan(95)
  })

  it('refuses more curves than it has dashes', () => {
    expect(() => attentionShare(Array.from({ length: 5 }, () => llama))).toThrow(/5 models in one figure/)
  })
})

describe('machine balances', () => {
  it('puts H100 at 295 FLOP/B in bf16', () => {
    expect(balanceByMachine([h100]).title).toContain('295')
  })

  it('refuses to mix number formats', () => {
    const mixed = [h100, accelerator('h100-sxm', { precision: 'fp8' })]
    expect(() => balanceByMachine(mixed)).toThrow(/Peaks of 2 number formats/)
  })

  it('refuses a device without a known peak, by id', () => {
    const unknown = acceleratorIds().find((id) => accelerator(id).flops === undefined) ?? ''
    expect(() => balanceByMachine([accelerator(unknown)])).toThrow(new RegExp(`${unknown} has no bf16 peak`))
  })
})

describe('the roofline of a decode step', () => {
  it('ends the total where HBM is full, at the cost of that batch', () => {
    const total = roofline(decode).data.find(({ name }) => name === 'total') as { x: number[]; y: number[] }
    const batch = total.x.at(-1) ?? 0
    const bytes = decode.totalParams * decode.bytesPerParam + batch * decode.context * decode.bytesPerToken
    expect(bytes).toBeLessThanOrEqual(8 * decode.memoryCapacity)
    expect(bytes + decode.context * decode.bytesPerToken).toBeGreaterThan(8 * decode.memoryCapacity)
    expect(total.y.at(-1)).toBeCloseTo(1e6 * tokenCost({ ...decode, passLength: 1, batch }), 9)
  })

  it('names the resource that sets the price: KV at a long context, weights at the shortest on one node', () => {
    expect(roofline(decode).title).toContain('reading KV sets the price')
    expect(roofline({ ...decode, context: 1, flops: 1e20 }).title).toContain('reading weights sets the price')
    expect(roofline({ ...decode, context: 1 }).title).toContain('arithmetic sets the price')
  })

  it('refuses devices too few for the weights', () => {
    expect(() => roofline({ ...decode, devices: 1 })).toThrow(/have no room for the weights/)
  })
})

describe('the ladder of tiers', () => {
  it('gives a medium its colour wherever it stands', () => {
    const disk = tierLadder(priced('component')).data.find(({ name }) => name === 'disk')
    expect(disk).toMatchObject({ marker: { color: palette.disk } })
  })

  it('draws points of low confidence open', () => {
    const named = (name: string) => tierLadder(priced('component')).data.find((trace) => trace.name === name)
    expect(named('NVMe QLC')).toMatchObject({ marker: { symbol: 'circle-open' } })
    expect(named('NVMe TLC')).toMatchObject({ marker: { symbol: 'circle' } })
  })

  it('says which services charge nothing for reading and so have no point', () => {
    expect(tierLadder(priced('rented')).caption).toContain('Reading rented DRAM is not charged')
  })

  it('refuses to mix bases', () => {
    expect(() => tierLadder([...priced('component'), ...priced('rented')])).toThrow(
      /the bases component and rented cannot share a ladder/,
    )
  })
})

describe('the price surge', () => {
  it('names the rise from the first quote to the last that was no forecast: DDR5 255 to 900 USD a module', () => {
    expect(priceSurge([series('ddr5-rdimm-server', 'contract')]).title).toContain('3.5 (DDR5)')
  })

  it('refuses a series of two markets', () => {
    const mixed = { option: 'ddr5-rdimm-server', prices: priceHistory('ddr5-rdimm-server') }
    expect(() => priceSurge([mixed])).toThrow(/are not one series: choose a market/)
  })

  it('refuses a single quote', () => {
    expect(() => priceSurge([series('nvme-qlc', 'list')])).toThrow(/has 1 dated prices/)
  })
})
