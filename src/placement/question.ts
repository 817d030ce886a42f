// What does one ask of a placement, and which numbers does it come down to?
import {
  type Amount,
  type Deployment,
  type DeploymentPoint,
  type Numbers,
  type Resolved,
  resolve,
  type TierNumbers,
} from '../deployment'
import { checkedNumbers } from '../deployment/checked'
import { isVocabulary } from '../deployment/subject'
import { Refusal } from '../units'
import type { Replacements } from './candidate'

/** A deployment, written out or resolved before, and what is asked of it. */
export type Question = (Deployment | { readonly deployment: Resolved; readonly set?: Numbers }) & Asking

export interface Asking extends AskedNumbers, Pick<DeploymentPoint, 'context' | 'acceptContext'> {
  /** s */
  readonly holdTime: number
  /** s the user may wait (default: as long as a rematerialization takes; Infinity for as long as it takes) */
  readonly deadline?: number
  /** `leave-out`: a rematerialization is counted without its attention */
  readonly attention?: 'attend' | 'leave-out'
  /** `wear` (default): flash writes cost the life they use up */
  readonly writes?: 'wear' | 'free'
  /** makers' ratings that limit what a tier may do: all (default), that of flash alone (default of a bound), or none */
  readonly ratings?: Ratings
  /** a tier, by its id, in which the bytes of slower tiers land on their way into HBM */
  readonly stage?: string
  /** also race each tier with only the back of a context in it, the front computed while that loads */
  readonly parallel?: boolean
  /** also race each tier with its bytes compressed, by a name such as fp8 */
  readonly compress?: Readonly<Record<string, Compression>>
  /** HBM is charged over all its bytes (default), over those the weights leave, or as a part with its own price */
  readonly memory?: 'all' | 'after-weights' | TierNumbers
  /** equations of the reader's own, by the name of the one they replace; their further inputs are in `set` */
  readonly equations?: Replacements
}

export interface Compression {
  /** bytes before over bytes after */
  readonly ratio: number
  /** s of a device per token to unpack (default 0) */
  readonly decodeTime?: number
}

export type Ratings = 'on' | 'endurance' | 'off'

/** In place of what the deployment has or the usual value; base units. */
export interface AskedNumbers {
  readonly mfu?: number
  readonly stall?: number
  readonly reuses?: number
  readonly fill?: number
  readonly memoryShare?: number
  readonly requestTime?: number
  readonly pathBandwidth?: number
  /** share of the load time for which a landing cache takes its room in HBM: 1, 1/2 as it streams in, 0 not counted */
  readonly landing?: number
  readonly bandwidthUse?: number
  /** a year, as a share */
  readonly capitalCost?: number
  readonly pue?: number
  /** USD/s of a waiting user; in place of the rule that an option be no slower than rematerializing */
  readonly waitPrice?: number
  /** share of its tokens that a kept prefix still matches (default 1) */
  readonly hitShare?: number
}

const asked = [
  ...(['mfu', 'stall', 'reuses', 'fill', 'memoryShare', 'requestTime', 'pathBandwidth'] as const),
  ...(['landing', 'bandwidthUse', 'capitalCost', 'pue', 'waitPrice', 'hitShare'] as const),
]

const askingFields: readonly string[] = [
  ...asked,
  ...['holdTime', 'deadline', 'attention', 'writes', 'ratings', 'stage', 'memory', 'equations'],
  ...['parallel', 'compress'],
]

/** A question whose deployment is resolved: its numbers are ready, and asking it again is quick. */
export type Settled = Asking & { readonly deployment: Resolved; readonly set?: Numbers }

/** The same question with its deployment resolved, for asking it again with another stall, hold time or price. */
export function settled(question: Question): Settled {
  if ('deployment' in question) return sameContext(question)
  const { set = {}, context, acceptContext, ...rest } = question
  const [own, others] = splitSet(set, question.equations)
  const entries = Object.entries<unknown>(rest)
  const asking = entries.filter(([name]) => askingFields.includes(name))
  const deployed = entries.filter(([name]) => !askingFields.includes(name))
  const deployment = resolve(
    { ...(Object.fromEntries(deployed) as unknown as Deployment), set: others },
    { ...(context !== undefined && { context }), ...(acceptContext !== undefined && { acceptContext }) },
  )
  return { ...(Object.fromEntries(asking) as unknown as Asking), set: own, deployment }
}

function sameContext(question: Settled): Settled {
  const { context, deployment } = question
  const resolvedAt = deployment.numbers.context
  if (context === undefined || context === resolvedAt) return question
  throw new Refusal(
    `The deployment was resolved at a context of ${resolvedAt} tokens, not ${context}: resolve it at the context of the question.`,
  )
}

// What only an equation of the reader's knows is no number of a deployment.
function splitSet(set: Readonly<Record<string, Amount>>, equations: Replacements = {}): [Numbers, typeof set] {
  const leaves = new Set(Object.values(equations).flatMap((equation) => equation.leaves))
  const isOwn = ([name, value]: readonly [string, Amount]): boolean =>
    leaves.has(name) && !isVocabulary(name) && typeof value === 'number'
  const entries = Object.entries(set)
  return [
    Object.fromEntries(entries.filter(isOwn)) as Numbers,
    Object.fromEntries(entries.filter((entry) => !isOwn(entry))),
  ]
}

/** A bound leaves out what a disk may do beyond its warranty. */
export const ratingsIn = ({ ratings, deployment }: Settled): Ratings =>
  ratings ?? (deployment.ideal ? 'endurance' : 'on')

/** Every number of the question by vocabulary name, checked; explicit ones win over the deployment's. */
export function inputsOf(question: Settled): Numbers {
  const own: Record<string, number> = {}
  for (const name of asked) if (question[name] !== undefined) own[name] = question[name] as number
  Object.assign(own, question.set)
  own.holdTime = question.holdTime
  // Those of the deployment were checked when it was resolved. Quicker than a spread, whose copy gains names one by one.
  return Object.assign({}, question.deployment.numbers, checkedNumbers(own))
}

/** Refuses a machine of the catalogue that lacks what every cost needs, saying what to give. */
export function refuseUnpriced({ deployment }: Settled, inputs: Numbers): void {
  const { record, asOf } = deployment.machine
  const lacks = record?.missing.find((name) => inputs[name] === undefined)
  if (record === undefined || lacks === undefined) return
  const date = asOf === undefined ? '' : ` by ${asOf}`
  throw new Refusal(
    `The catalogue has no ${lacks} for ${record.id}${date}: give --set ${lacks}=…${lacks === 'flops' ? 'TFLOP/s' : 'USD/h'}.`,
  )
}
