import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accelerator, acceleratorIds, priceHistory, tier, tierIds } from '../../src/catalog'
import { apiPrice, apiPriceIds } from '../../src/catalog/apiPrices'
import { parseUnit } from '../../src/units'

const shared = '../shared/catalog'
const skip = !existsSync(shared)
const title = `the catalogue agrees with the collected facts${skip ? ' (skipped: ../shared is not here)' : ''}`

interface Datum {
  readonly value: number
  readonly unit: string
  readonly as_of?: string
}
interface Collected {
  readonly id: string
  readonly [field: string]: unknown
}

const read = (name: string): Collected[] => JSON.parse(readFileSync(`${shared}/${name}.json`, 'utf8'))

/** What lies at a dotted path, if anything does. */
function at<T>(record: Collected, path: string): T | undefined {
  const walk = (value: unknown, key: string) => (value as Record<string, unknown> | null | undefined)?.[key]
  return (path.split('.').reduce<unknown>(walk, record) ?? undefined) as T | undefined
}

function base({ value, unit }: Datum): number {
  return value * parseUnit(unit.replace('USD/(GB.month)', 'USD/(GB*month)').replace('.h)', '*h)')).scale
}

/** The same number, or nothing on both sides; 1e-9 covers the order of multiplication. */
function expectSame(record: Collected, path: string, found: number | undefined): void {
  const datum = at<Datum>(record, path)
  if (datum === undefined) expect(found, `${record.id} ${path}`).toBeUndefined()
  else expect((found ?? Number.NaN) / base(datum) - 1, `${record.id} ${path}`).toBeCloseTo(0, 9)
}

/** Each number is among ours, to 0.2%: prices per GB were rounded to three digits, the catalogue keeps dollars a part. */
function expectAmong(record: Collected, found: readonly number[], data: readonly Datum[]): void {
  expect(found.length, record.id).toBeGreaterThanOrEqual(data.length)
  for (const wanted of data.map(base)) {
    expect(Math.min(...found.map((value) => Math.abs(value / wanted - 1))), record.id).toBeLessThan(2e-3)
  }
}

describe.skipIf(skip)(title, () => {
  it('on every accelerator', () => {
    const records = read('accelerators')
    expect(acceleratorIds()).toEqual(expect.arrayContaining(records.map(({ id }) => id)))
    for (const record of records) {
      const ours = accelerator(record.id)
      const driver = 'memory_capacity_reported_by_driver'
      expectSame(record, 'memory_capacity', ours.marketedCapacity)
      expectSame(record, at(record, driver) ? driver : 'memory_capacity', ours.memoryCapacity)
      expectSame(record, 'memory_bandwidth', ours.memoryBandwidth)
      expectSame(record, 'host_link', ours.hostBandwidth)
      expectSame(record, 'tdp', ours.tdp)
      expectSame(record, 'scale_up.domain_size', ours.scaleUpDevices)
      expectSame(record, 'scale_up.bandwidth_per_device_bidirectional', ours.scaleUpBandwidth)
      for (const precision of ['bf16', 'fp8', 'fp4'] as const) {
        const path = `peak_dense.${precision}`
        if (at(record, path)) expectSame(record, path, accelerator(record.id, { precision }).flops)
      }
      // One GB200 listing is undated and its size guessed: it cannot be filed by date and is left out.
      const rental = (at<Datum[]>(record, 'rental') ?? []).filter((quote) => quote.as_of !== 'undated')
      const values = (facts: readonly { value: number }[]) => facts.map(({ value }) => value)
      expectAmong(record, values(ours.quotes), rental)
      expectAmong(record, values(ours.purchases), at<Datum[]>(record, 'purchase') ?? [])
    }
  })

  it('on every tier', () => {
    const records = read('memory-tiers')
    expect(records.map(({ id }) => id)).toEqual(tierIds().filter((id) => tier(id, {}).link === undefined))
    for (const record of records) {
      const { facts } = tier(record.id, {})
      expectSame(record, 'capacity', facts.tierCapacity?.value)
      expectSame(record, 'read_bandwidth', facts.tierBandwidth?.value)
      expectSame(record, 'write_bandwidth', facts.writeBandwidth?.value)
      expectSame(record, 'amortization_life', facts.lifetime?.value)
      const one = at<Datum>(record, 'price')
      const all = at<Datum[]>(record, 'prices') ?? (one ? [one] : [])
      // A price in Swiss francs is left out: the catalogue has no exchange rates.
      const dollars = all.filter(({ unit }) => unit.startsWith('USD'))
      expectAmong(
        record,
        priceHistory(record.id).map(({ value }) => value),
        dollars,
      )
    }
  })

  it('on every API price', () => {
    const records = read('api-prices')
    expect(apiPriceIds()).toEqual(expect.arrayContaining(records.map(({ id }) => id)))
    for (const record of records) {
      const ours = apiPrice(record.id)
      expectSame(record, 'input', ours.input)
      expectSame(record, 'cached_input', ours.cachedInput)
      expectSame(record, 'output', ours.output)
      expectSame(record, 'cache_write_5min', ours.cacheWrite5min)
      expectSame(record, 'cache_write_1h', ours.cacheWrite1h)
      expectSame(record, 'cache_write_other.0', ours.cacheWrite)
      expectSame(record, 'cache_storage', ours.storage)
      expectSame(record, 'long_context.threshold', ours.longContext?.threshold)
      expectSame(record, 'long_context.input_multiplier', ours.longContext?.input)
      expectSame(record, 'long_context.cached_multiplier', ours.longContext?.cachedInput)
      expectSame(record, 'long_context.output_multiplier', ours.longContext?.output)
    }
  })
})
