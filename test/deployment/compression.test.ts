import { describe, expect, it } from 'vitest'
import { resolve } from '../../src/deployment'
import { place } from '../../src/placement'
import { pricesOf } from '../../src/placement/replay'

const base = { model: 'llama-3.1-70b', accelerator: 'h100-sxm' } as const
const packed = { id: 'ours', like: 'nvme-tlc-gen5', compression: 4 } as const

describe('a tier that compresses', () => {
  const [plain, four] = [{ ...packed, compression: 1 }, packed].map((tier) => resolve({ ...base, tiers: [tier] }))
  it('is four times larger and faster for a cache, its host link too', () => {
    for (const name of ['tierCapacity', 'tierBandwidth', 'pathBandwidth'] as const) {
      expect(four?.tiers[0]?.[name]).toBe(4 * (plain?.tiers[0]?.[name] ?? Number.NaN))
    }
    expect(four?.notes.join(' ')).toContain('ours keeps 4 bytes of a cache in one')
  })
  it('costs a quarter to hold, to load and to wear, and the wait is a quarter', () => {
    const at = (compression: number) =>
      place({ ...base, tiers: [{ ...packed, compression }], holdTime: 900, requestTime: 0, landing: 0 })
    const line = (compression: number) => at(compression).lines.find(({ option }) => option === 'ours')
    expect(line(4)?.rate).toBeCloseTo((line(1)?.rate ?? 0) / 4, 20)
    expect(line(4)?.once).toBeCloseTo((line(1)?.once ?? 0) / 4, 15)
  })
  it('is not compressed twice where a resolved tier is given again', () => {
    const again = resolve({ ...base, tiers: four?.tiers ?? [] })
    expect(again.tiers[0]?.tierCapacity).toBe(four?.tiers[0]?.tierCapacity)
  })
  it('is the same for a replay: a part has room for four times as much', () => {
    const { parts = {} } = pricesOf({ ...base, tiers: [packed] })
    expect(parts.ours?.capacity).toBe(4 * 30.72e12)
  })
  it('to more bytes than before, or to nothing, is refused', () => {
    for (const compression of [0.5, 0]) {
      expect(() => resolve({ ...base, tiers: [{ ...packed, compression }] })).toThrow(
        `compression of ours is ${compression}: expected bytes before over bytes after, 1 or more.`,
      )
    }
  })
  it('a drive of 0 bytes is refused by name', () => {
    expect(() => place({ ...base, tiers: [{ ...packed, tierCapacity: 0 }], holdTime: 1 })).toThrow(
      'ours has a capacity of 0 B: expected one above that.',
    )
  })
})
