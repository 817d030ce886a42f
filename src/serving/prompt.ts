// How long until the first token? The request, the part of the prompt that was kept comes back, the rest is computed, and the cache may move.
import { call } from '../algebra'
import { link } from '../catalog'
import { type Deployment, type Resolved, resolve } from '../deployment'
import { linksOf } from '../deployment/resolve'
import { holdCost, loadTime, memoryHoldPrice, sequenceBytes } from '../derivations'
import { place } from '../placement'
import { Refusal, unknownName } from '../units'
import { type Pass, passOf } from './pass'
import { passNumbers } from './passNumbers'

export interface Prompt {
  /** tokens found in a cache, and those computed */
  readonly cached: number
  readonly fresh: number
  readonly pass: Pass
  /** s in which what was kept is loaded; USD/token of that; 0 from HBM */
  readonly load: Load
  /** s and USD/token of moving the cache to other devices; absent where prompts are computed where tokens are */
  readonly move?: Load
}

export interface Load {
  readonly time: number
  readonly usdPerToken?: number
}

interface Asked {
  readonly hitRatio?: number
  readonly from?: string
  readonly apart?: string
}

export function promptOf(resolved: Resolved, deployment: Deployment, { hitRatio = 0, from, apart }: Asked): Prompt {
  if (!(hitRatio >= 0 && hitRatio <= 1)) throw new Refusal(`hitRatio is ${hitRatio}: expected a share between 0 and 1.`)
  const { context = 1 } = resolved.numbers
  // The last token is always computed: its logits are the answer's beginning.
  const cached = Math.min(Math.round(hitRatio * context), context - 1)
  const fresh = context - cached
  return {
    ...{ cached, fresh },
    pass: passOf(passNumbers(resolved, deployment, { batch: 1, context: cached, newTokens: fresh })),
    load: loadOf(resolved, deployment, cached, from),
    ...(apart !== undefined && { move: moveOver(apart, resolved) }),
  }
}

/** As a placement loads it: the same wait, the same price of its bandwidth and of the room it lands in. */
function loadOf(resolved: Resolved, deployment: Deployment, cached: number, from = 'hbm'): Load {
  const { devices, layout, tiers, accelerator } = resolved
  const known = ['hbm', ...tiers.map(({ id }) => id)]
  if (!known.includes(from)) throw unknownName(`tier of ${accelerator}`, from, known)
  if (from === 'hbm' || cached === 0) return { time: 0, usdPerToken: 0 }
  const kept = resolve({ ...deployment, devices, layout }, { context: cached, acceptContext: true })
  const { perToken } = place({ deployment: kept, holdTime: 0 })
  const { loadTime: time, retrieve = 0, residency = 0 } = perToken.find(({ option }) => option === from) ?? {}
  if (time === undefined) throw new Refusal(`How fast ${from} is read is not known: give --set pathBandwidth=…GB/s.`)
  return { time, usdPerToken: retrieve + residency }
}

/** Each device sends its part over its own link; meanwhile the cache takes room on both sides, of which one is new. */
function moveOver(id: string, { numbers, devices, layout, operating }: Resolved): Load {
  const pathBandwidth = linksOf(layout, operating?.step.copies ?? 1) * link(id).pathBandwidth
  const time = call(loadTime, { ...numbers, tierBandwidth: Number.POSITIVE_INFINITY, pathBandwidth })
  if (numbers.devicePrice === undefined || devices === 0) return { time }
  const { context = 1 } = numbers
  const at = { ...numbers, bytesPerToken: call(sequenceBytes, numbers) / context }
  return { time, usdPerToken: call(holdCost, { ...at, holdPrice: call(memoryHoldPrice, numbers), holdTime: time }) }
}
