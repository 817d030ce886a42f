// What runs in the worker? The library, the kernel, and a post box; whatever else is needed the page delivers as text.
import * as library from '../../index'
import { cellBehind, failure } from '../kernel/failure'
import { lockDown } from './lockDown'
import type { Delivery, Report, Request } from './protocol'
import { serveRequests } from './requests'

interface Scope {
  postMessage(report: Report): void
  onmessage: ((message: { readonly data: Request | Delivery }) => void) | null
  onerror: ((message: unknown, file?: string, line?: number, column?: number, error?: unknown) => boolean) | null
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
  stray(event.reason)
}
// Such as an error in a timer; true: it is dealt with.
scope.onerror = (message, _file, _line, _column, error) => {
  stray(error ?? message)
  return true
}
lockDown(globalThis)
say({ kind: 'ready' })

function stray(reason: unknown): void {
  const id = cellBehind(reason)
  say({ kind: 'stray', error: failure(reason, id ?? ''), ...(id !== undefined && { id }) })
}

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
