// What is asked of a deployment that serves, and at which point? Its own fields apart from those of the deployment.
import type { Amount, Deployment, DeploymentPoint } from '../deployment'
import { formatNumber, formatQuantity, parseQuantity, Refusal } from '../units'

export type Conversations = Pick<DeploymentPoint, 'context' | 'acceptContext'>

export interface FitAsking extends Conversations {
  /** conversations that are to be there at once, for the longest context of each (default 1) */
  readonly users?: number
  /** memory of each device that is kept back from weights and caches: B, or text such as '6 GB' or '10%' (default none) */
  readonly keepBack?: Amount
}

export interface ServeAsking extends Conversations {
  /** sequences in a step (default: all that fit, or as many as the latency allows) */
  readonly batch?: number
  /** s that a step, one token of each sequence, may take: the batch is the largest that keeps it; or text with a unit */
  readonly latency?: Amount
  /** share of the tokens of a prompt whose cache was kept (default 0) */
  readonly hitRatio?: number
  /** where that cache waits: hbm (default), or a tier of the deployment by its id */
  readonly from?: string
  /** prompts are computed on devices of their own, as many again, and their caches move over this link of each device */
  readonly apart?: string
}

export type FitQuestion = Deployment & FitAsking
export type ServeQuestion = Deployment & ServeAsking

type Split<Asking> = { readonly deployment: Deployment; readonly point: Conversations; readonly asking: Asking }

export function splitFit(question: FitQuestion): Split<Omit<FitAsking, keyof Conversations>> {
  const { users, keepBack, ...rest } = question
  return { ...pointed(rest), asking: present({ users, keepBack }) }
}

export function splitServe(question: ServeQuestion): Split<Omit<ServeAsking, keyof Conversations>> {
  const { batch, latency, hitRatio, from, apart, ...rest } = question
  return { ...pointed(rest), asking: present({ batch, latency, hitRatio, from, apart }) }
}

function pointed({ context, acceptContext, ...deployment }: Deployment & Conversations) {
  return { deployment, point: present({ context, acceptContext }) }
}

type Present<T> = { readonly [name in keyof T]?: Exclude<T[name], undefined> }

function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>
}

/** B of each device, of so many; a share of them by its percent sign. */
export function bytesKeptBack(asked: Amount, capacity: number): number {
  const isShare = typeof asked === 'string' && asked.trim().endsWith('%')
  const bytes = isShare
    ? parseQuantity(asked, '1', 'keepBack') * capacity
    : typeof asked === 'string'
      ? parseQuantity(asked, 'B', 'keepBack')
      : asked
  if (bytes >= 0 && bytes < capacity) return bytes
  throw new Refusal(
    `keepBack is ${typeof asked === 'number' ? formatNumber(asked) : asked}: expected less than the ${formatQuantity(capacity, 'B')} of a device, such as 6 GB or 10%.`,
  )
}
