// How fast are tokens made, and how dear are they? A step of decode and a prompt, at the shares of the peaks that are reached.
import { call } from '../algebra'
import { type Deployment, type Numbers, type Resolved, resolve } from '../deployment'
import { tokensPerSecond } from '../derivations'
import type { Layout } from '../model'
import { formatQuantity } from '../units'
import { type Batch, batchOf } from './batch'
import { type Arms, type Pass, passOf } from './pass'
import { passNumbers } from './passNumbers'
import { type Prompt, promptOf } from './prompt'
import { type ServeQuestion, splitServe } from './question'
import { wholeSequences } from './room'

export interface Served {
  readonly kind: 'served'
  /** `ideal`: every rate at its peak, a bound. `calibrated`: at the shares of the peaks that the deployment reaches */
  readonly mode: 'ideal' | 'calibrated'
  readonly model: string
  readonly accelerator: string
  readonly devices: number
  readonly layout: Layout
  /** sequences in a step */
  readonly batch: number
  /** token */
  readonly context: number
  /** s of a decode step: one token of every sequence */
  readonly stepTime: number
  readonly arms: Arms
  /** the arm that makes the step as long as it is */
  readonly binding: 'compute' | 'memory'
  /** token/s */
  readonly tokensPerSecondPerUser: number
  readonly tokensPerSecond: number
  /** s from a request on devices that wait for it */
  readonly timeToFirstToken: number
  /** s of that in which kept cache is loaded, and in which the cache moves to other devices */
  readonly loadTime: number
  readonly moveTime: number
  /** USD; null where the rent is not known */
  readonly usdPerMillion: {
    readonly output: number | null
    /** of a token of the prompt that is computed, after those that are cached; with its move, where it moves */
    readonly input: number | null
    /** of a token of the prompt whose cache was kept: bringing it back, not keeping it */
    readonly cachedInput: number | null
  }
  /** what `explain(given(stepTime, Object.keys(at)), at)` takes: flops and memoryBandwidth at the shares reached */
  readonly inputs: { readonly decode: Numbers; readonly prompt: Numbers }
  readonly notes: readonly string[]
}

/**
 * Times in s and prices in USD of a deployment at a batch, or at the largest batch whose step keeps a latency. Refuses what
 * `resolve` refuses, a batch that does not fit, and a latency that no batch keeps.
 */
export function serve(question: ServeQuestion): Served {
  const { deployment, point, asking } = splitServe(question)
  const { batch: asked } = asking
  const resolved = resolve(deployment, { ...point, ...(asked !== undefined && { batch: asked }) })
  const { numbers, layout } = resolved
  const { context = 1 } = numbers
  const stepOf = (batch: number): Pass => passOf(passNumbers(resolved, deployment, { batch, context, newTokens: 1 }))
  const chosen = batchOf(asking, wholeSequences(numbers, layout), (batch) => stepOf(batch).time)
  const step = stepOf(chosen.batch)
  const prompt = promptOf(resolved, deployment, asking)
  return {
    ...{ kind: 'served', mode: resolved.ideal ? 'ideal' : 'calibrated' },
    ...{ model: resolved.model, accelerator: resolved.accelerator, devices: resolved.devices, layout },
    ...{ batch: chosen.batch, context },
    ...timesOf(step, prompt, numbers),
    usdPerMillion: {
      output: million(step.usdPerToken),
      input: million(promptPrice(prompt)),
      cachedInput: million(cachedPrice(prompt)),
    },
    inputs: { decode: step.at, prompt: prompt.pass.at },
    notes: notesOf(resolved, deployment, chosen, prompt),
  }
}

function timesOf(step: Pass, { pass, load, move }: Prompt, { requestTime = 0 }: Numbers) {
  const { compute, weights, kv } = step.arms
  const moveTime = move?.time ?? 0
  return {
    stepTime: step.time,
    arms: step.arms,
    binding: compute > weights + kv ? ('compute' as const) : ('memory' as const),
    tokensPerSecondPerUser: 1 / step.time,
    tokensPerSecond: call(tokensPerSecond, { ...step.at, stepTime: step.time }),
    timeToFirstToken: requestTime + load.time + pass.time + moveTime,
    ...{ loadTime: load.time, moveTime },
  }
}

const million = (usdPerToken: number | undefined): number | null =>
  usdPerToken === undefined ? null : usdPerToken * 1e6

const promptPrice = ({ pass, move }: Prompt): number | undefined =>
  pass.usdPerToken === undefined ? undefined : pass.usdPerToken + (move?.usdPerToken ?? 0)

const cachedPrice = ({ pass, load, move }: Prompt): number | undefined =>
  pass.usdPerToken === undefined || load.usdPerToken === undefined
    ? undefined
    : load.usdPerToken + (move?.usdPerToken ?? 0)

function notesOf(resolved: Resolved, { efficiency }: Deployment, batch: Batch, prompt: Prompt): readonly string[] {
  const { mfu = 1, devicePrice, requestTime = 0 } = resolved.numbers
  const { cached, fresh, move } = prompt
  return [
    ...batch.notes,
    resolved.ideal
      ? 'Ideal: arithmetic and memory at their peaks, perfectly overlapped; a bound, not a promise.'
      : `Arithmetic reaches ${formatQuantity(100 * mfu, '1')} % of its peak${efficiency === undefined || efficiency === 'calibrated' ? ' (a usual share)' : ''}; what else is not given runs at its peak.`,
    `A request takes ${formatQuantity(requestTime, 's')} beside its arithmetic, and finds the devices waiting for it.`,
    ...(cached > 0
      ? [`${formatQuantity(cached, 'token')} of the prompt were kept, ${formatQuantity(fresh, 'token')} are computed.`]
      : []),
    move === undefined
      ? 'Prompts and decode are counted apart, each as if the devices were its own; input pays for prompts, output for decode.'
      : 'Prompts have devices of their own, as many again; a cache takes room on both sides while it moves.',
    ...(devicePrice === undefined ? [`No rent of ${resolved.accelerator} is known: give devicePrice for prices.`] : []),
    ...resolved.notes,
  ]
}
