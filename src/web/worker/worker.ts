// What runs in the worker? The library, the kernel, and a post box; whatever else is needed the page delivers as text.
import * as library from '../../index'
import { failure } from '../kernel/failure'
import { lockDown } from './lockDown'
import type { Delivery, Report, Request } from './protocol'
import { serveRequests } from './requests'

interface Scope {
  postMessage(report: Report): void
  onmessage: ((message: { readonly data: Request | Delivery }) => void) | null
  onunhandledrejection: ((event: { readonly reason: unknown; preventDefault(): void }) => void) | null
}

const scope = globalThis as unknown as Scope
const say = scope.postMessage.bind(scope)
const awaited = new Map<string, (delivery: Delivery) => void>()

const serve = serveRequests({ say, library, fetchModule })

scope.onmessage = ({ data }) => {
  if (data.kind === 'module' || data.kind === 'no-module') awaited.get(data.name)?.(data)
  else void serve(data)
}
scope.onunhandledrejection = (event) => {
  event.preventDefault()
  say({ kind: 'stray', error: failure(event.reason, 'cell:') })
}
lockDown(globalThis)
say({ kind: 'ready' })

async function fetchModule(name: string): Promise<object> {
  const delivered = new Promise<Delivery>((resolve) => awaited.set(name, resolve))
  say({ kind: 'loading', name })
  const delivery = await delivered
  say({ kind: 'loaded', name })
  if (delivery.kind === 'no-module') throw new Error(delivery.message)
  return evaluated(delivery.text)
}

/** A script built to leave its exports in a variable of that name. */
function evaluated(script: string): object {
  return new Function(`${script};return exported`)() as object
}
