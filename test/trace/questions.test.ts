import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pricesOf, reuseOf, sizingOf, ttlFlows } from '../../src/placement/replay'
import { nextAccesses } from '../../src/placement/replay/next'
import { readTraceFile } from '../../src/placement/trace/file/read'

const cases = '../shared/cases/traffic.json'
const published = '../shared/traces/mooncake_conversation_trace.jsonl'
const text = readFileSync('notebooks/questions-about-traffic.md', 'utf8')

describe.skipIf(!existsSync(cases))('notebooks/questions-about-traffic.md (skipped where ../shared is absent)', () => {
  const asked: readonly { readonly id: string }[] = existsSync(cases) ? JSON.parse(readFileSync(cases, 'utf8')) : []
  it('every question is listed with its command, or as not answered', () => {
    expect(
      asked.map(({ id }) => id).filter((id) => !text.includes(`| ${id} |`) && !text.includes(`\`${id}\``)),
    ).toEqual([])
  })
  it('four in five have a command', () => {
    const answered = asked.filter(({ id }) => text.includes(`| ${id} |`))
    expect(answered.length / asked.length).toBeGreaterThanOrEqual(0.8)
  })
})

describe.skipIf(!existsSync(published))('a published hour of conversations (skipped where ../shared is absent)', () => {
  const prices = pricesOf({ model: 'llama-3.1-70b', accelerator: 'h100-sxm' })
  it('at five minutes 9.75 GB/s are written and 3.94 GB/s read: 27.4 drive writes a day on one drive of 30.72 TB', async () => {
    const trace = await readTraceFile(published)
    const next = nextAccesses(trace)
    const [flow] = ttlFlows(trace, reuseOf(trace, {}, next), prices, [300], next)
    expect((flow?.written ?? 0) / 1e9).toBeCloseTo(9.75, 2)
    expect((flow?.read ?? 0) / 1e9).toBeCloseTo(3.94, 2)
    expect(((flow?.written ?? 0) * 86_400) / 30.72e12).toBeCloseTo(27.4, 1)
  })
  it('2 TB of DDR5 find 22.95 % of the blocks, and save as much prefill', async () => {
    const trace = await readTraceFile(published)
    const { tiers, saved } = sizingOf(trace, prices, [{ tier: 'ddr5', parts: 1, part: { capacity: 2e12 } }])
    expect(tiers[0]?.hitRatio).toBeCloseTo(0.2295, 4)
    const linear = (0.2295 * 288_500 * 512 * prices.remat * 86_400) / trace.duration
    // Attention comes on top.
    expect(saved.usdPerDay).toBeGreaterThan(linear)
    expect(saved.usdPerDay).toBeLessThan(1.5 * linear)
  })
})
