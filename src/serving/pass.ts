// How long does one pass take and what does a token of it cost, at the shares of the peaks that a deployment reaches?
import { call } from '../algebra'
import type { Numbers } from '../deployment'
import { computeTime, kvTime, stepTime, tokenCost, weightTime } from '../derivations'

/** s, and USD/token where the rent is known */
export interface Pass {
  readonly time: number
  readonly arms: Arms
  readonly usdPerToken?: number
  /** what the equations saw: its roofline is `explain(given(stepTime, Object.keys(at)), at)` */
  readonly at: Numbers
}

/** s. Compute overlaps with weights and kv, which add up; network and overhead come on top. */
export interface Arms {
  readonly compute: number
  readonly weights: number
  readonly kv: number
  /** in which devices wait for one another */
  readonly network: number
  /** of the engine, however little a pass reads and computes */
  readonly overhead: number
}

/** Of the deployment's numbers with those of the pass. What a machine does not reach is in them; what is absent costs nothing. */
export function passOf(numbers: Numbers): Pass {
  const { mfu = 1, bandwidthEfficiency = 1, exchangeTime: network = 0, launchTime: overhead = 0 } = numbers
  const reached: Record<string, number> = { ...numbers }
  if (numbers.flops !== undefined) reached.flops = numbers.flops * mfu
  if (numbers.memoryBandwidth !== undefined) reached.memoryBandwidth = numbers.memoryBandwidth * bandwidthEfficiency
  const time = call(stepTime, reached) + network + overhead
  const arms = {
    compute: call(computeTime, reached),
    weights: call(weightTime, reached),
    kv: call(kvTime, reached),
    ...{ network, overhead },
  }
  return {
    time,
    arms,
    ...(numbers.devicePrice !== undefined && { usdPerToken: call(tokenCost, { ...reached, stepTime: time }) }),
    at: reached,
  }
}
