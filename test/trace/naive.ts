// The same answers as slowly and plainly as possible: each block's accesses in a list, each policy by its own words.
import type { Prices, ReuseOptions, Stage } from '../../src/placement/replay'
import type { Written } from './traces'

interface Access {
  readonly time: number
  readonly tokens: number
  readonly pairs: number
}

/** By block, its accesses in order; size and depth of a block are those of its first access. */
export function accessesOf(requests: readonly Written[], exact: boolean): Map<number, Access[]> {
  const all = new Map<number, Access[]>()
  for (const { timestamp, input_length, hash_ids } of requests) {
    hash_ids.forEach((id, i) => {
      const tokens = exact ? Math.min(512, input_length - 512 * i) : 512
      const start = 512 * i
      const first = all.get(id)?.[0]
      const pairs = ((start + tokens) ** 2 - start ** 2) / 2
      all.set(id, [...(all.get(id) ?? []), { tokens, pairs, ...first, time: timestamp / 1000 }])
    })
  }
  return all
}

const endOf = (requests: readonly Written[]): number => (requests.at(-1)?.timestamp ?? 0) / 1000

/** Total of a schedule, one access after another. */
export function scheduleTotal(
  requests: readonly Written[],
  prices: Prices,
  stages: readonly Stage[],
  { tokens = 'whole', charge = 'full' }: ReuseOptions = {},
  counts: (id: number) => boolean = () => true,
): number {
  const end = endOf(requests)
  let total = 0
  for (const [id, accesses] of accessesOf(requests, tokens === 'exact')) {
    if (!counts(id)) continue
    let foundIn: string | undefined
    accesses.forEach(({ time, tokens, pairs }, i) => {
      const remat = tokens * prices.remat + pairs * prices.attention
      if (foundIn === undefined) total += remat
      // The hold that starts here: through the stages until it is used, or they or the charge end.
      const next = accesses[i + 1]
      const age = next === undefined ? Number.POSITIVE_INFINITY : next.time - time
      const charged = next === undefined && charge === 'to-end' ? end - time : Number.POSITIVE_INFINITY
      let from = 0
      const before = foundIn
      foundIn = undefined
      stages.forEach(({ tier, untilS: until }, stage) => {
        const price = prices.tiers.find((one) => one.tier === tier)
        if (price === undefined) throw new Error(tier)
        const arrives = stage === 0 || (age > from && charged > from)
        if (!arrives) return
        if (stage > 0 || before !== tier) total += tokens * price.write
        total += tokens * price.hold * Math.max(0, Math.min(until, age, charged) - from)
        if (age <= until && (stage === 0 || age > from)) {
          total += tokens * price.retrieve
          foundIn = tier
        }
        from = until
      })
    })
  }
  return total
}

/** Every interval at its cheapest. */
export function foresightTotal(requests: readonly Written[], prices: Prices): number {
  let total = 0
  for (const accesses of accessesOf(requests, false).values()) {
    accesses.forEach(({ time, tokens, pairs }, i) => {
      const remat = tokens * prices.remat + pairs * prices.attention
      const before = accesses[i - 1]
      const kept = prices.tiers.map(({ hold, retrieve }) =>
        before === undefined ? Number.POSITIVE_INFINITY : tokens * (hold * (time - before.time) + retrieve),
      )
      total += Math.min(remat, ...kept)
    })
  }
  return total
}

/** Hits of a cache that evicts the least recently used block. */
export function lruHits(blocks: readonly number[], size: number): number {
  let cache: number[] = []
  let hits = 0
  for (const block of blocks) {
    if (cache.includes(block)) hits++
    cache = [...cache.filter((other) => other !== block), block].slice(-Math.max(1, size))
    if (size === 0) cache = []
  }
  return hits
}

/**
 * Hits of an engine's cache, block by block: what is not in use waits in the order in which it will be evicted. A prompt
 * takes its prefix out of there, then makes room for the rest until all is in use, and hands everything back tail first.
 */
export function engineHits(prompts: readonly (readonly number[])[], size: number): number {
  const idle = new Set<number>()
  let hits = 0
  for (const prompt of prompts) {
    const gap = prompt.findIndex((block) => !idle.has(block))
    hits += gap < 0 ? prompt.length : gap
    const busy = new Set<number>()
    for (const block of prompt) {
      if (busy.has(block)) continue
      if (!idle.delete(block) && busy.size + idle.size === size) {
        const [oldest] = idle
        if (oldest === undefined) continue
        idle.delete(oldest)
      }
      busy.add(block)
    }
    for (const block of [...busy].reverse()) idle.add(block)
  }
  return hits
}

/** Hits of a cache that evicts the block whose next use is farthest; the one just missed too, where it need not enter. */
export function optimalHits(blocks: readonly number[], size: number, mustEnter = true): number {
  const cache = new Set<number>()
  let hits = 0
  blocks.forEach((block, now) => {
    if (cache.has(block)) {
      hits++
      return
    }
    if (size === 0) return
    if (cache.size === size) {
      const nextUse = (other: number): number => {
        const found = blocks.indexOf(other, now + 1)
        return found < 0 ? Number.POSITIVE_INFINITY : found
      }
      const victim = [...cache].reduce((far, other) => (nextUse(other) > nextUse(far) ? other : far))
      if (!mustEnter && nextUse(block) >= nextUse(victim)) return
      cache.delete(victim)
    }
    cache.add(block)
  })
  return hits
}

/** Usable hits of single blocks by recency: found, with all before them in the prompt found as well. */
export function usableBlockHits(prompts: readonly (readonly number[])[], size: number): number {
  let cache: number[] = []
  let hits = 0
  for (const prompt of prompts) {
    let whole = true
    for (const block of prompt) {
      whole &&= cache.includes(block)
      if (whole) hits++
      cache = size === 0 ? [] : [...cache.filter((other) => other !== block), block].slice(-size)
    }
  }
  return hits
}

/** Hits of a tree of prefixes that evicts, of its leaves not in use, the one that was used longest ago. */
export function radixTreeHits(prompts: readonly (readonly number[])[], size: number): number {
  const used = new Map<string, number>()
  let hits = 0
  prompts.forEach((prompt, now) => {
    const nodes = prompt.map((_, i) => prompt.slice(0, i + 1).join('/'))
    const gap = nodes.findIndex((node) => !used.has(node))
    hits += gap < 0 ? nodes.length : gap
    for (const node of nodes) if (used.has(node)) used.set(node, now)
    for (const node of nodes) {
      if (used.has(node)) continue
      if (used.size === size) {
        const names = [...used.keys()]
        const leaves = names.filter(
          (one) => used.get(one) !== now && !names.some((other) => other.startsWith(`${one}/`)),
        )
        const [oldest] = leaves.sort((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0))
        if (oldest === undefined) return
        used.delete(oldest)
      }
      used.set(node, now)
    }
  })
  return hits
}
