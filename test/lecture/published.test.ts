// Errors in published works on the same lecture and subject: our equations give the right number, and not the printed one.
import { describe, expect, it } from 'vitest'
import {
  drainTime,
  groupedQueryBytes,
  inferredBytesPerToken,
  kvTime,
  rematTime,
  weightTime,
} from '../../src/derivations'
import { provedTheorem } from '../../src/lecture'

describe('a public page on what API prices reveal', () => {
  it('prints 60 x 4 x 128 x 2 x 2 bytes as 1.2 KB: it is 123 kB', () => {
    const bytes = groupedQueryBytes({ layers: 60, kvHeads: 4, headDim: 128, bytesPerElement: 2 })
    expect(bytes).toBe(122_880)
    expect(bytes / 1200).toBeGreaterThan(100)
  })
  it('says 8 heads land on 2 KB: they make 246 kB', () => {
    expect(groupedQueryBytes({ layers: 60, kvHeads: 8, headDim: 128, bytesPerElement: 2 })).toBe(245_760)
  })
  it('chooses a batch of 500 to reach 2 KB: the equation has no batch', () => {
    expect(inferredBytesPerToken.leaves).not.toContain('batch')
  })
  it('matches flash of 30 TB at 10 GB/s with five minutes: it takes 50', () => {
    expect(drainTime({ tierCapacity: 30e12, tierBandwidth: 10e9 })).toBe(50 * 60)
  })
  it('matches disk of 500 TB at 150 MB/s with an hour: it takes 38 days', () => {
    expect(drainTime({ tierCapacity: 500e12, tierBandwidth: 150e6 }) / 86_400).toBeCloseTo(38.6, 1)
  })
  it('lets the cost of prefill fall as 1/length while calling it compute-bound: its arithmetic per token does not fall', () => {
    expect(provedTheorem('arithmetic-stays').proof.verdict).toBe('proved')
  })
})

describe('a public book on scaling', () => {
  it('prints 52 sequences for int8 and 67 for int4: like bf16 they are 43.7, since weights, caches and chips all halve', () => {
    const sequences = (bytesPerParam: number, chips: number) =>
      (chips * 16e9 - 70e9 * bytesPerParam) / (162e3 * bytesPerParam * 8192)
    expect([2, 1, 0.5].map((bytes) => sequences(bytes, 8 * bytes))).toEqual(
      [43.7, 43.7, 43.7].map((n) => expect.closeTo(n, 1)),
    )
  })
  it('heads gigabytes as GiB: a cache of 8,192 tokens of LLaMA-13B is 6.71 GB, which is 6.25 GiB', () => {
    const bytes = 8192 * groupedQueryBytes({ layers: 40, kvHeads: 40, headDim: 128, bytesPerElement: 2 })
    expect(bytes).toBe(6_710_886_400)
    expect(bytes / 2 ** 30).toBe(6.25)
  })
  it('its step times for LLaMA-13B come out once gigabytes are read as decimal, to the digits printed', () => {
    const at = {
      totalParams: 13e9,
      bytesPerParam: 2,
      bytesPerToken: 819_200,
      context: 8192,
      devices: 8,
      memoryBandwidth: 820e9,
    }
    const printed = [4.98, 12.13, 20.3, 36.65, 69.33, 249.09]
    const computed = [1, 8, 16, 32, 64, 240].map((batch) => (weightTime(at) + kvTime({ ...at, batch })) * 1e3)
    // It rounds one cache to 6.7 GB, 0.16 % low.
    for (const [i, value] of computed.entries()) expect(Math.abs(value / (printed[i] ?? 0) - 1)).toBeLessThan(0.003)
  })
  it('drops a factor in an intensity for one line: at its witness 1,630 and not 2,090', () => {
    const [b, d, f] = [7434, 3709, 4780] as const
    const intensity = (last: number) => (2 * b * d * f) / (2 * b * d + 2 * d * f + last * b * f)
    expect(intensity(2)).toBeCloseTo(1630.4, 1)
    expect(intensity(1)).toBeCloseTo(2089.7, 1)
  })
})

describe('errors in public issues', () => {
  it('query heads for key/value heads: eight times too large for Llama 3.1 70B', () => {
    const at = { layers: 80, headDim: 128, bytesPerElement: 2 }
    expect(groupedQueryBytes({ ...at, kvHeads: 64 }) / groupedQueryBytes({ ...at, kvHeads: 8 })).toBe(8)
  })
  it('989 TFLOP/s taken for the fp8 peak of an H100: rematerialization comes out twice too slow', () => {
    const at = { activeParams: 37e9, mfu: 0.4 }
    expect(rematTime({ ...at, flops: 989e12 }) / rematTime({ ...at, flops: 1979e12 })).toBeCloseTo(2, 2)
  })
  it('325 GB/s "retrieved" over one PCIe 5 link of 64 GB/s is five times what the link carries', () => {
    expect((4.5831 * 2 ** 30) / 14.0659e-3 / 64e9).toBeGreaterThan(5)
  })
  it('a loader at 4 ms a layer against 16 ms for a smaller model: 32 key/value heads against 8', () => {
    const layer = (kvHeads: number) => groupedQueryBytes({ layers: 1, kvHeads, headDim: 128, bytesPerElement: 2 })
    expect(layer(32) / layer(8)).toBe(4)
  })
})

describe('a text that closes: DeepSeek on one day of serving', () => {
  it('226.75 nodes of 8 for 24 hours at 2 USD are 87,072 USD', () => {
    expect(226.75 * 8 * 24 * 2).toBe(87_072)
  })
  it('its prices times its tokens are 562,100 USD against 562,027 printed', () => {
    const income = 342e9 * 0.14e-6 + 266e9 * 0.55e-6 + 168e9 * 2.19e-6
    expect(income).toBeCloseTo(562_100, 3)
    expect(Math.abs(income / 562_027 - 1)).toBeLessThan(0.0002)
  })
  it('its rates make 226.9 node-days of its tokens, against 226.75 used', () => {
    const nodes = 608e9 / 86_400 / 73_700 + 168e9 / 86_400 / 14_800
    expect(Math.abs(nodes / 226.75 - 1)).toBeLessThan(0.001)
  })
})
