// What runs in the worker? The library, the kernel, and a post box; whatever else is needed the page delivers as text.
import * as library from '../../index'
import { cellBehind, failure } from '../kernel/failure'
import { deliver, fetchModule } from './fetched'
import { lockDown } from './lockDown'
import { serveRequests } from './requests'
import { say, scope } from './scope'

const serve = serveRequests({ say, library, fetchModule })

scope.onmessage = ({ data }) => {
  if (data.kind === 'module' || data.kind === 'no-module') deliver(data)
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
