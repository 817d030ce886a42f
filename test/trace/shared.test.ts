import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  bestTtl,
  capacityPoints,
  clairvoyant,
  foresightOccupancy,
  gapsWithoutHottest,
  type Lru,
  neverCost,
  perBlockBest,
  quantile,
  type Reuse,
  reuseOf,
  scheduleCost,
  skiRental,
  survival,
  traceHitRatios,
  ttlCost,
  ttlOccupancy,
  usedWithin,
} from '../../src/placement/replay'
import { brokenPrefixes } from '../../src/placement/replay/brokenPrefixes'
import { hitsBySize, stackDepths } from '../../src/placement/replay/stackDistance'
import { readTrace, type Trace } from '../../src/placement/trace'
import { readTraceFile } from '../../src/placement/trace/file/read'
import { engineHits } from './naive'
import { lecturePrices } from './traces'

const folder = '../shared/traces'
const truthFile = '../shared/truth/placement.json'
const here = existsSync(folder) && existsSync(truthFile)
const close = (a: number, b: number): void =>
  expect(b === 0 ? Math.abs(a) : Math.abs(a / b - 1)).toBeLessThanOrEqual(1e-9)

describe.skipIf(!here)(
  'a published hour of conversations against independent results (skipped where ../shared is absent)',
  () => {
    const truth = here ? JSON.parse(readFileSync(truthFile, 'utf8')).mooncake_conversation : {}
    const { stats, cost_sigma0: costs } = truth
    const prices = lecturePrices()
    let trace: Trace
    let reuse: Reuse
    beforeAll(async () => {
      trace = await readTraceFile(`${folder}/mooncake_conversation_trace.jsonl`)
      reuse = reuseOf(trace)
    })

    it('requests, accesses, blocks, tokens, duration and hit ratios', () => {
      expect({
        requests: trace.totals.requests,
        block_accesses: trace.totals.accesses,
        unique_blocks: trace.uniqueBlocks,
        input_tokens: trace.totals.inputTokens,
        output_tokens: trace.totals.outputTokens,
        duration_s: trace.duration,
        block_tokens: trace.blockTokens,
        reuse_intervals: reuse.gaps.length,
      }).toEqual(
        Object.fromEntries(
          Object.entries(stats).filter(
            ([name]) =>
              name in
              {
                requests: 1,
                block_accesses: 1,
                unique_blocks: 1,
                input_tokens: 1,
                output_tokens: 1,
                duration_s: 1,
                block_tokens: 1,
                reuse_intervals: 1,
              },
          ),
        ),
      )
      const ratios = traceHitRatios(trace)
      close(ratios.block, stats.hit_ratio_infinite_blocks)
      close(ratios.token, stats.hit_ratio_infinite_tokens)
    })
    it('percentiles of the reuse intervals, with and without the system prompt', () => {
      for (const [p, value] of Object.entries<number>(stats.reuse_interval_s))
        close(quantile(reuse.gaps, Number(p.slice(1)) / 100), value)
      const others = gapsWithoutHottest(reuse)
      for (const [p, value] of Object.entries<number>(stats.reuse_interval_s_blocks_lt100_accesses))
        close(quantile(others, Number(p.slice(1)) / 100), value)
    })
    it('Kaplan and Meier, to 8e-5: stamps 3 s apart tie, and the reference breaks ties by the rounding of its seconds', () => {
      const curve = survival(reuse)
      for (const [seconds, value] of Object.entries<number>(stats.km_prob_reused_within_s)) {
        expect(Math.abs(usedWithin(curve, Number(seconds)) - value)).toBeLessThan(8e-5)
      }
    })
    it('what never caching costs, and the first accesses', () => {
      close(neverCost(reuse, prices), costs.never_cache_usd)
      close(ttlCost(reuse, prices, 'hbm', 0).compulsory, costs.compulsory_usd)
    })
    it('every TTL in every tier, part by part, charged in full and to the end', () => {
      const truncated = reuseOf(trace, { charge: 'to-end' })
      const rows = Object.entries<Record<string, number>>(costs.ttl)
      expect(rows.length).toBe(16)
      for (const [name, expected] of rows) {
        const [minutes = '', tier = ''] = name.split('/')
        const cost = ttlCost(reuse, prices, tier, 60 * Number.parseInt(minutes, 10))
        close(cost.hold, expected.hold_usd ?? Number.NaN)
        close(cost.retrieve, expected.retrieve_usd ?? Number.NaN)
        close(cost.remat, expected.remat_usd ?? Number.NaN)
        close(cost.total, expected.total_usd ?? Number.NaN)
        close(
          ttlCost(truncated, prices, tier, 60 * Number.parseInt(minutes, 10)).total,
          expected.total_truncated_usd ?? Number.NaN,
        )
      }
    })
    it.each(['hbm', 'ddr', 'nvme', 'hdd'])(
      'best TTL, break-even, foresight and hindsight per block in %s alone',
      (tier) => {
        const best = bestTtl(reuse, prices, tier)
        close(best.ttlS ?? Number.NaN, costs.best_global_ttl[tier].ttl_s)
        close(best.total, costs.best_global_ttl[tier].total_usd)
        const rental = skiRental(reuse, prices, tier)
        close(rental?.ttlS ?? Number.NaN, costs.breakeven_ttl[tier].ttl_s)
        close(rental?.total ?? Number.NaN, costs.breakeven_ttl[tier].total_usd)
        close(rental?.clairvoyant ?? Number.NaN, costs.clairvoyant_single[tier].total_usd)
        const alone = { ...prices, tiers: prices.tiers.filter((one) => one.tier === tier) }
        close(perBlockBest(reuse, alone).total, costs.per_block_best_ttl_tier[`${tier}_only_total_usd`])
      },
    )
    it('foresight over several tiers, and which of them it picks', () => {
      close(clairvoyant(reuse, prices).total, costs.clairvoyant_all.total_usd)
      close(clairvoyant(reuse, prices, ['hbm', 'ddr']).total, costs['clairvoyant_hbm+ddr'].total_usd)
      close(clairvoyant(reuse, prices, ['hbm', 'ddr', 'nvme']).total, costs['clairvoyant_hbm+ddr+nvme'].total_usd)
      expect(clairvoyant(reuse, prices).shares).toEqual(costs.clairvoyant_all.choice_interval_fraction)
    })
    it('the best tier and TTL per block, and how many blocks each tier gets', () => {
      const { total, blocks } = perBlockBest(reuse, prices)
      close(total, costs.per_block_best_ttl_tier.total_usd)
      expect(blocks).toEqual(costs.per_block_best_ttl_tier.tier_mix_blocks)
    })
    it('the schedule that follows the lower envelope', () => {
      const stages = [
        { tier: 'hbm', untilS: 0.03056001222400488 },
        { tier: 'ddr', untilS: 2.981029810298102 },
        { tier: 'nvme', untilS: 16235.294117647056 },
        { tier: 'hdd', untilS: 6265416.326086957 },
      ]
      const cost = scheduleCost(reuse, prices, stages)
      close(cost.total, costs.envelope_cascade_online.total_usd)
      close(cost.retrieve, costs.envelope_cascade_online.retrieve_usd)
    })
    it('bytes held at the most and on average', () => {
      for (const minutes of [1, 5, 15, 60]) {
        const { peak, mean } = ttlOccupancy(trace, prices.bytesPerToken, 60 * minutes)
        close(peak, costs.capacity[`ttl_${minutes}min`].peak_bytes)
        close(mean, costs.capacity[`ttl_${minutes}min`].mean_bytes)
      }
      const { peak, mean } = foresightOccupancy(trace, prices.bytesPerToken, 1e9)
      close(peak, costs.capacity.clairvoyant_nvme.peak_bytes)
      close(mean, costs.capacity.clairvoyant_nvme.mean_bytes)
    })
    it('LRU and Belady at 2 TB: 22.95 % and 36.64 %, as three other programs have it', () => {
      const [at] = capacityPoints(trace, prices.bytesPerToken, [2e12], { lru: 'block' })
      expect([at?.lru.toFixed(4), at?.belady.toFixed(4)]).toEqual(['0.2295', '0.3664'])
    })
    it('LRU by prefix and by block differ by less than 0.1 points, and no prefix is broken', () => {
      expect(brokenPrefixes(trace)).toBe(0)
      const of = (lru: Lru): number[] =>
        capacityPoints(trace, prices.bytesPerToken, [1e11, 5e11, 1e12, 2e12, 8e12], { lru }).map((at) => at.lru)
      const byBlock = of('block')
      of('prefix').forEach((hits, i) => {
        expect(Math.abs(hits - (byBlock[i] as number))).toBeLessThan(0.001)
      })
    })
    it('with attention, never caching costs $38.145 (+30.3 %)', () => {
      const attending = lecturePrices({ attention: 'attend' })
      const cost = neverCost(reuseOf(trace, { attention: true }), attending)
      expect(cost.toFixed(3)).toBe('38.145')
      expect((cost / costs.never_cache_usd - 1).toFixed(3)).toBe('0.303')
    })
    it('token-exact costs are 2.0 % lower than those of whole blocks', () => {
      const cost = neverCost(reuseOf(trace, { tokens: 'exact' }), prices)
      close(cost, trace.totals.inputTokens * prices.remat)
      expect((costs.never_cache_usd / cost - 1).toFixed(3)).toBe('0.020')
    })
    it('a flash drive of one write a day makes the hour in flash cost $1.68 more', () => {
      const worn = lecturePrices({
        writes: 'wear',
        tiers: [
          {
            id: 'nvme',
            tierCapacity: 30e12,
            tierBandwidth: 50e9,
            purchasePrice: 3000,
            lifetime: 5 * 31_557_600,
            driveWritesPerDay: 1 / 86_400,
          },
        ],
      })
      expect(ttlCost(reuse, worn, 'nvme', 3600).total.toFixed(2)).toBe('20.30')
    })
  },
)

describe.skipIf(!here)('sessions of coding agents, each alone (skipped where ../shared is absent)', () => {
  const sessions = here
    ? gunzipSync(readFileSync(`${folder}/kvcachetester_claudecode_compact.jsonl.gz`))
        .toString()
        .trim()
        .split('\n')
    : []
  const { bytesPerToken } = lecturePrices()

  it('10, 20 and 40 GB hit 42, 72 and 96 % as engines evict, and 4.9, 27 and 84 % block by block', () => {
    const of = (lru: Lru): string[] =>
      capacityPoints(readTrace(sessions[503] as string), bytesPerToken, [10e9, 20e9, 40e9], { lru }).map((at) =>
        (100 * at.lru).toFixed(1),
      )
    expect(of('prefix')).toEqual(['42.4', '72.3', '95.5'])
    expect(of('block')).toEqual(['4.9', '27.2', '84.2'])
  })
  it('every 20th of the short sessions hits what an engine hits, from one block in 100 to all', () => {
    const short = sessions.filter((line) => line.length < 1500)
    expect(short.length).toBeGreaterThan(100)
    for (const trace of short.filter((_, i) => i % 20 === 0).map((line) => readTrace(line))) {
      const hits = hitsBySize(stackDepths(trace), trace.uniqueBlocks)
      const prompts = Array.from({ length: trace.time.length }, (): number[] => [])
      trace.block.forEach((block, i) => {
        prompts[trace.request[i] as number]?.push(block)
      })
      for (const share of [0.01, 0.1, 0.3, 0.6, 0.9, 1]) {
        const size = Math.floor(share * trace.uniqueBlocks)
        expect(hits[size]).toBe(engineHits(prompts, size))
      }
    }
  })
})

describe.skipIf(!here)('other published traces (skipped where ../shared is absent)', () => {
  it('Mooncake synthetic: counts, hit ratios and intervals as published beside it', async () => {
    const trace = await readTraceFile(`${folder}/mooncake_synthetic_trace.jsonl`)
    const { gaps } = reuseOf(trace)
    expect([trace.totals.requests, trace.totals.accesses, trace.uniqueBlocks]).toEqual([3993, 121_877, 43_924])
    expect([traceHitRatios(trace).block.toFixed(4), traceHitRatios(trace).token.toFixed(4)]).toEqual([
      '0.6396',
      '0.6512',
    ])
    expect([0.1, 0.5, 0.9, 0.99].map((q) => quantile(gaps, q).toFixed(1))).toEqual(['4.8', '59.4', '281.8', '582.9'])
  })
  it('Claude Code sessions, 94 million accesses, from 1 block in 100: hit ratio and intervals of the whole', async () => {
    const trace = await readTraceFile(`${folder}/kvcachetester_claudecode_compact.jsonl.gz`, { sample: 0.01 })
    expect([trace.totals.requests, trace.clocks, trace.totals.accesses]).toEqual([49_334, 710, 94_310_647])
    // 3,450,959 blocks, counted to a relative standard error of 0.4 %: three of those.
    expect(Math.abs(trace.uniqueBlocks / trace.rate / 3_450_959 - 1)).toBeLessThan(0.012)
    expect(traceHitRatios(trace).block.toFixed(3)).toBe('0.963')
    expect([0.1, 0.5, 0.9].map((q) => quantile(reuseOf(trace).gaps, q))).toEqual([9, 20, 129])
  })
  it('a table of times and lengths is refused', async () => {
    await expect(readTraceFile(`${folder}/AzureLLMInferenceTrace_code.csv`)).rejects.toThrow(
      'without block ids no reuse can be told',
    )
  })
})
