import { describe, expect, it } from 'vitest'
import { accelerator, model, part } from '../../src/catalog'
import { amortizedPrice, equations } from '../../src/derivations'
import { answer, servemath, text } from './program'

const llama = 'layers=126 kvHeads=8 headDim=128 bytesPerElement=2'

describe('servemath eval', () => {
  it('gives 516096 B/token for the cache of Llama 3.1 405B, and the numbers it used', async () => {
    expect(await answer(`eval groupedQueryBytes --set ${llama}`)).toEqual({
      equation: 'groupedQueryBytes',
      value: 516096,
      unit: 'B/token',
      inputs: { layers: 126, kvHeads: 8, headDim: 128, bytesPerElement: 2 },
    })
  })
  it('reads units: 1 TB over 10 GB/s drains in 100 s', async () => {
    expect((await answer('eval drainTime --set tierCapacity=1TB tierBandwidth=10GB/s')).value).toBe(100)
  })
  it('takes the value of an equation as given, and then needs nothing under it', async () => {
    const given = await answer('eval rematCost --set rematTime=2ms/token devicePrice=3.6USD/h')
    expect(given).toMatchObject({ value: 2e-3 * 1e-3, inputs: { rematTime: 2e-3, devicePrice: 1e-3 } })
    expect((await answer('eval rematCost --set rematCost=7USD/token')).value).toBe(7)
  })
  it('spreads catalogue records under what was set', async () => {
    const { value, inputs } = await answer(
      'eval rematCost --model llama-3.1-70b --accelerator h100-sxm --set mfu=0.4 devicePrice=2USD/h',
    )
    const { activeParams } = model('llama-3.1-70b')
    const { flops = 0 } = accelerator('h100-sxm')
    expect(inputs).toEqual({ activeParams, flops, mfu: 0.4, devicePrice: 2 / 3600 })
    expect(value).toBeCloseTo(((2 * activeParams) / (flops * 0.4)) * (2 / 3600), 20)
  })
  it('prices a tier by its amortized price, with what was set of its parts', async () => {
    const drive = part('nvme-tlc-gen5')
    const { value, inputs } = await answer('eval holdPrice --tier nvme-tlc-gen5 --set fill=0.5')
    const stripe = { price: 8 * amortizedPrice(drive), capacity: 8 * drive.tierCapacity }
    expect(inputs).toMatchObject({ tierPrice: stripe.price, tierCapacity: stripe.capacity, fill: 0.5 })
    expect(value).toBe(amortizedPrice(drive) / (drive.tierCapacity * 0.5))
    const shorter = await answer('eval holdPrice --tier nvme-tlc-gen5 --set fill=0.5 lifetime=1y')
    expect(shorter.value / value).toBeCloseTo(drive.lifetime / 31_557_600, 12)
  })
  it('says in text what the equation means, its value for a reader and in base units', async () => {
    expect(await text(`eval groupedQueryBytes --set ${llama}`)).toBe(
      [
        'groupedQueryBytes = 516 kB/token   (516096 B/token)',
        equations.groupedQueryBytes?.says,
        '  layers           126',
        '  kvHeads            8',
        '  headDim          128',
        '  bytesPerElement  2 B',
        '',
      ].join('\n'),
    )
  })
})

describe('servemath explain', () => {
  it('ends at the value that eval gives, every step after those it rests on', async () => {
    const command = 'rematCost --model llama-3.1-70b --accelerator h100-sxm --set mfu=0.4'
    const [explained, evaluated] = await Promise.all([
      answer<{ steps: { name: string; value: number }[] }>(`explain ${command}`),
      answer(`eval ${command}`),
    ])
    const { steps } = explained
    expect(steps.map(({ name }) => name)).toEqual(['forwardFlops', 'rematTime', 'rematCost'])
    expect(steps.at(-1)?.value).toBe(evaluated.value)
  })
  it('writes the formula, the numbers in it, and the value', async () => {
    const said = await text('explain drainTime --set tierCapacity=1TB tierBandwidth=10GB/s')
    expect(said).toContain(
      '  drainTime = tierCapacity / tierBandwidth\n            = 1 TB / 10 GB/s\n            = 1.67 min   (100 s)',
    )
  })
  it('puts the derivation first where it is asked for, and says by what an equation is derived', async () => {
    const command = 'explain drainTime --set tierCapacity=1TB tierBandwidth=10GB/s'
    expect(await text(command)).toContain('  derived by reading at full rate until everything is read\n')
    const said = await text(`${command} --derivation`)
    expect(said.indexOf('isolate drainTime [proved')).toBeGreaterThan(0)
    expect(said.indexOf('isolate drainTime [proved')).toBeLessThan(said.indexOf('100 s'))
    const { derivation } = await answer<{ derivation: { lines: unknown[] } }>(`${command} --derivation`)
    expect(derivation.lines).toHaveLength(2)
  })
  it('has nothing to explain about a value that was given', async () => {
    expect(await text('explain drainTime --set drainTime=5m')).toBe('drainTime = 300 s, as given\n')
  })
})

describe('servemath check', () => {
  const verdict = async (left: string, right: string) => {
    const { code, out } = await servemath(['check', left, right, '--json'])
    return { code, ...JSON.parse(out) }
  }
  it('prints each verdict with exit code 0', async () => {
    expect(await verdict('(a + b)^2', 'a^2 + 2*a*b + b^2')).toMatchObject({ code: 0, verdict: 'proved' })
    expect(await verdict('max(a, b)', '(a + b + abs(a - b)) / 2')).toMatchObject({ verdict: 'proved', cases: 2 })
    expect(await verdict('exp(a + b)', 'exp(a) * exp(b)')).toMatchObject({ code: 0, verdict: 'numerically-equal' })
    expect(await verdict('a + b', 'a * b')).toMatchObject({ code: 0, verdict: 'different' })
    expect(await verdict('((a^64)^64)^64', 'a')).toMatchObject({ code: 0, verdict: 'unknown' })
  })
  it('lets names of equations stand for their formulas: the drain time is a ratio of prices', async () => {
    expect(await verdict('retrievePrice / holdPrice', 'drainTime * fill')).toMatchObject({ verdict: 'proved' })
  })
  it('takes assumptions, and says where each verdict holds', async () => {
    expect(await text(['check', 'max(a, b)', 'a', '--assume', 'a > c', '--assume', 'c >= b'])).toMatch(
      /^proved on positive reals with a > c and c >= b: equal in the one case of max, min and abs, at \d+ exact random points;/,
    )
    expect(await text(['check', 'max(drainTime, a)', 'a', '--assume', 'a > drainTime'])).toMatch(
      /^proved on positive reals with a > tierCapacity \/ tierBandwidth: /,
    )
    expect(await text(['check', 'exp(a + b)', 'exp(a) * exp(b)'])).toMatch(
      /^numerically-equal on positive reals: to 60 digits/,
    )
    expect(await text(['check', 'floor(a + 1)', 'floor(a) + 1'])).toBe(
      'unknown on positive reals: no difference was found, but floor and ceil are not decided.\n',
    )
  })
  it('names the point where two formulas differ', async () => {
    expect(await text('check 2*a 3*a')).toMatch(/^different on positive reals: \S+ against \S+ at\n {2}a {2}\d/)
  })
})
