// How does the worker come by a script it was not built with? The page delivers its text, once; what it stands on is lent.
import { once } from '../once'
import type { Delivery, Fetched } from './protocol'
import { say } from './scope'
import { shared } from './shared'

const awaited = new Map<Fetched, (delivery: Delivery) => void>()

/** What the page answers to a request for a script. */
export function deliver(delivery: Delivery): void {
  awaited.get(delivery.name)?.(delivery)
}

/** The exports of a script that the page delivers. */
export const fetchModule = once(async (name: Fetched): Promise<object> => {
  const delivered = new Promise<Delivery>((resolve) => awaited.set(name, resolve))
  say({ kind: 'loading', name })
  const delivery = await delivered
  say({ kind: 'loaded', name })
  if (delivery.kind === 'no-module') throw new Error(delivery.message)
  return evaluated(delivery.text)
})

/** A script built to leave its exports in a variable of that name, and to find in another what it stands on. */
function evaluated(script: string): object {
  return new Function('shared', `${script};return exported`)(shared) as object
}
