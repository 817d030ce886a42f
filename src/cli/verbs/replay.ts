// servemath replay: what would each TTL, tier and policy have cost on a real trace of requests?
import { replay as replayed } from '../../placement/replay'
import { usualTtls } from '../../placement/replay/replay'
import { intervals, loadRequests, statistics, ttlCounts, unnestAccesses } from '../../placement/replay/sql'
import { refuseOtherThanMooncake } from '../../placement/trace/file/sniff'
import { askingFlags, conversationFlags, deploymentFlags } from '../deployment/flags'
import { type Ask, askIn } from '../replay/ask'
import { readingFlags, readTrace } from '../replay/reading'
import { sizeFlags } from '../replay/sizes'
import { replayText } from '../replay/text'
import type { Answer, Verb } from '../verb'

export const replay: Verb = {
  usage: 'replay TRACE --model MODEL --accelerator ACCELERATOR',
  says: 'Replays a trace of requests (Mooncake, Bailian, aiperf sessions, kv-cache-tester, TraceLab, KV events of vLLM, SGLang and LMCache, libCacheSim CSV and oracleGeneral, compact JSON; plain or gzip; a folder of sessions; - for standard input): what every TTL costs in every tier, the best one, how far it is from knowing the future, and what an LRU cache of each size hits.',
  flags: {
    ...deploymentFlags,
    ...conversationFlags,
    ...askingFlags,
    params: { takes: 'FILE', says: 'numbers of model, machine and tiers, in place of the two and of the catalogue' },
    tier: { takes: 'TIER', repeats: true, says: 'keep here; repeatable (all tiers)' },
    ttl: { takes: 'TIME', repeats: true, says: 'time to live; repeatable (1m 5m 15m 1h)' },
    capacity: {
      takes: 'SIZE',
      repeats: true,
      says: 'hit ratios at this size; repeatable (free HBM, DDR of 0.25 to 8 TB, flash of 30 to 500 TB)',
    },
    charge: { takes: 'full|to-end', says: 'holds never used: the full TTL, or until the trace ends (full)' },
    lru: {
      takes: 'prefix|block',
      says: 'LRU at a size: a prompt finds a prefix and its deepest block is evicted first, or each block for itself (prefix)',
    },
    ...sizeFlags,
    policies: {
      says: 'also what other policies hit at each size, on whole prefixes: LRU of single blocks, a radix tree by its leaves',
    },
    ...readingFlags,
    sql: {
      says: 'print the SQL with which DuckDB counts every TTL of a Mooncake file exactly, and stop',
    },
  },
  examples: [
    'replay trace.jsonl --model llama-3.1-70b --accelerator h100-sxm',
    'replay trace.jsonl.gz --model config.json --accelerator h100-sxm --tier hbm --tier ddr5-rdimm-server --ttl 5m --ttl 1h',
    'replay trace.jsonl --model llama-3.1-70b --accelerator h100-sxm --size ddr5=2TB --size nvme=8x30TB',
    'replay sessions/ --model llama-3.1-70b --accelerator h100-sxm --arrival poisson:0.2/s --policies',
    'replay huge.jsonl.gz --params params.json --sample 0.01 --json',
    'replay huge.jsonl.gz --params params.json --ttl 5m --ttl 1h --sql',
  ],
  run: async (words, io) => {
    const ask = await askIn(words, io)
    if (words.has('sql')) return sqlAnswer(ask)
    const { kind: _, ...answer } = replayed(await readTrace(ask.path, ask.reading, io), ask.prices, ask.counting)
    return { json: answer, text: () => replayText(answer, ask.setting) }
  },
}

// A trace too large for one process: reuse intervals belong to one block, so parts counted anywhere add up.
async function sqlAnswer({ path, counting }: Ask): Promise<Answer> {
  await refuseOtherThanMooncake(path)
  const ttls = counting.ttls ?? usualTtls
  const statements = [loadRequests(path), unnestAccesses, intervals, statistics, ttlCounts(ttls)]
  return {
    json: { statements },
    verbatim: true,
    text: () => statements.map((statement) => `${statement};`).join('\n\n'),
  }
}
