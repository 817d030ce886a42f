// What is the worker's own global, as far as we use it?
import type { Delivery, Report, Request } from './protocol'

interface Scope {
  postMessage(report: Report): void
  onmessage: ((message: { readonly data: Request | Delivery }) => void) | null
  onerror: ((message: unknown, file?: string, line?: number, column?: number, error?: unknown) => boolean) | null
  onunhandledrejection: ((event: { readonly reason: unknown; preventDefault(): void }) => void) | null
}

export const scope = globalThis as unknown as Scope
export const say = scope.postMessage.bind(scope)
