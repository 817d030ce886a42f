// Does the command line give odds, bounds and what matters as the library does, in eighty columns, and refuse nonsense?
import { describe, expect, it } from 'vitest'
import { placeUncertain } from '../../src/placement'
import { answer, servemath, text } from './program'

const placed = 'place llama-3.1-70b --accelerator h100-sxm --hold 1h --uncertain'
const remat = 'rematCost --model llama-3.1-70b --accelerator h100-sxm'

interface Odds {
  readonly best: string
  readonly uncertain: ReturnType<typeof placeUncertain>
}

describe('servemath place --uncertain', () => {
  it('is the answer of the library: odds, bounds and what decides', async () => {
    const { uncertain } = await answer<Odds>(`${placed} --samples 2000 --seed 4 --range mfu=0.3..0.6`)
    const library = placeUncertain(
      { model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 3600 },
      { samples: 2000, seed: 4, ranges: { mfu: { kind: 'lognormal', low: 0.3, high: 0.6 } } },
    )
    const shares = ({ options }: Pick<Odds['uncertain'], 'options'>) =>
      options.map(({ option, best, cheapest, low, high }) => ({ option, best, cheapest, low, high }))
    expect(shares(uncertain)).toEqual(shares(library))
    expect(uncertain.matters).toEqual(library.matters)
    expect(uncertain.best).toBe(library.best)
    expect(uncertain.ranges.mfu).toEqual({ kind: 'lognormal', low: 0.3, high: 0.6, most: 1, origin: 'given' })
    expect(uncertain.ranges.requestTime?.origin).toBe('usual')
  })
  it('a number that was set is known: it has no range', async () => {
    const { uncertain } = await answer<Odds>(`${placed} --samples 200 --set mfu=0.4`)
    expect(Object.keys(uncertain.ranges)).not.toContain('mfu')
    expect(Object.keys(uncertain.ranges)).toContain('devicePrice')
  })
  it('takes a range of one tier, and one of every tier', async () => {
    const { uncertain } = await answer<Odds>(
      `${placed} --samples 200 --range hdd-hamr.purchasePrice=$300..$900 lifetime=uniform:3y:6y`,
    )
    expect(uncertain.ranges['hdd-hamr.purchasePrice']).toMatchObject({ low: 300, high: 900 })
    expect(uncertain.ranges.lifetime).toMatchObject({ kind: 'uniform', low: 3 * 31_557_600 })
    expect(Object.keys(uncertain.ranges).filter((name) => name.endsWith('.lifetime'))).toEqual([])
  })
  it('says the likeliest, its odds, whose ranges they are and what is assumed, in eighty columns', async () => {
    const said = await text(`${placed} --samples 1000`)
    expect(said).toMatch(/is the cheapest in time in \d+ % of 1000 draws\./)
    expect(said).toContain('Both the number and its range are assumed: mfu, requestTime')
    expect(said).toContain('What decides: the lead of')
    expect(said.split('\n').filter((line) => [...line].length > 80)).toEqual([])
  })
})

describe('servemath eval --uncertain', () => {
  it('gives the value as before, and beside it what nine draws of ten lie between', async () => {
    const plain = await answer(`eval ${remat}`)
    const found = await answer<typeof plain & { uncertain: { low: number; middle: number; high: number } }>(
      `eval ${remat} --uncertain`,
    )
    expect(found.value).toBe(plain.value)
    const { low, middle, high } = found.uncertain
    expect(low).toBeLessThan(plain.value)
    expect(high).toBeGreaterThan(plain.value)
    expect(middle / plain.value).toBeCloseTo(1, 1)
    expect(await text(`eval ${remat} --uncertain`)).toMatch(
      /Nine of ten of 10000 draws lie from \S+ to \S+, half below/,
    )
  })
  it('a range stands for a number that is not known otherwise', async () => {
    const { value } = await answer(
      'eval drainTime --uncertain --range tierCapacity=uniform:1TB:3TB tierBandwidth=uniform:1TB/s:3TB/s',
    )
    expect(value).toBeCloseTo(1, 12)
  })
})

describe('servemath sensitivity', () => {
  it('of a product of two equally wide numbers: both swing alike, and share the variance', async () => {
    const { swings, indices } = await answer<{
      swings: { name: string; atLow: number; atHigh: number }[]
      indices: { first: { value: number } }[]
    }>('sensitivity drainTime --range tierCapacity=1TB..2TB tierBandwidth=1TB/s..2TB/s')
    const [one, other] = swings
    expect((one?.atHigh ?? 0) / (one?.atLow ?? 1)).toBeCloseTo((other?.atLow ?? 0) / (other?.atHigh ?? 1), 9)
    for (const { first } of indices) expect(first.value).toBeCloseTo(0.49, 1)
  })
  it("goes behind a tier's price, to its purchase and its life", async () => {
    const { ranges } = await answer<{ ranges: object }>('sensitivity holdPrice --tier ddr5-rdimm-server --set fill=0.9')
    expect(Object.keys(ranges)).toEqual(['purchasePrice', 'lifetime'])
  })
  it('fits in eighty columns', async () => {
    const said = await text(
      'sensitivity rematCrossover --model llama-3.1-70b --accelerator h100-sxm --tier nvme-tlc-gen5',
    )
    expect(said).toContain('Share of the variance')
    expect(
      said
        .split('\n')
        .slice(3)
        .filter((line) => [...line].length > 80),
    ).toEqual([])
  })
})

describe('refused, with the reason', () => {
  it.each([
    [`eval ${remat} --range mfu=0.3..0.6`, '--range is read together with --uncertain only'],
    [`${placed} --samples 0`, '0 samples cannot be drawn: expected a whole number, 1 or more.'],
    [`${placed} --samples 1e12`, '1000000000000 samples are more than are drawn: expected at most 5000000.'],
    [`${placed} --samples many`, '--samples is many: expected a whole number.'],
    [`${placed} --sampling quasi`, 'Unknown value of --sampling "quasi"'],
    [`${placed} --range mfu=0.6..0.3`, 'The range of mfu has low 0.6 above high 0.3: give the lower one first.'],
    [`${placed} --range mfu=uniform:0:0.3`, 'mfu is 0: expected a positive number.'],
    [
      `${placed} --range stall=0..0.3`,
      'The range of stall is log-normal from 0: expected a positive number, or a uniform or triangular range.',
    ],
    [
      `${placed} --range devicePrice=1..3`,
      'The range of devicePrice has 1 without a unit, which a price needs: write $1/h.',
    ],
    [`${placed} --range mfu=about:0.5`, 'The range of mfu is "about:0.5": expected LOW..HIGH, uniform:LOW:HIGH'],
    [`${placed} --range mfu=0.3..0.6 mfu=0.2..0.3`, 'mfu was given two ranges: give one.'],
    [`${placed} --range context=1000..2000`, 'Unknown number that may have a range "context"'],
    [`${placed} --stage ddr5-rdimm-server`, 'stage is not counted where numbers have ranges'],
    ['sensitivity drainTime --tier nvme-tlc-gen5', 'Nothing that drainTime depends on has a range here: give --range'],
    [`sensitivity ${remat} --range stall=0.1..0.2`, 'Unknown input of rematCost "stall"'],
    [`sensitivity ${remat} --set mfu=0.4 --range mfu=0.3..0.6`, 'mfu was set and given a range: give one of the two.'],
    [`sensitivity ${remat} --samples 50`, 'Shares of the variance need 100 samples or more, not 50.'],
  ])('%s', async (command, message) => {
    const { code, out, err } = await servemath(command.split(' '))
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})
