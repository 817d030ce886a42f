// What may code in a cell reach? The language and the library; no network, no storage, no other workers, not the page.

const unreachable = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'importScripts',
  'indexedDB',
  'caches',
  'cookieStore',
  'BroadcastChannel',
  'Worker',
  'SharedWorker',
  'navigator',
  'postMessage',
  'close',
  'FontFace',
  'fonts',
  'Notification',
  'webkitRequestFileSystem',
  'webkitRequestFileSystemSync',
  'webkitResolveLocalFileSystemURL',
  'webkitResolveLocalFileSystemSyncURL',
]

/** The page's Content-Security-Policy, which a worker made from a blob inherits, says the same of the network; this goes further. */
export function lockDown(scope: object): void {
  for (const name of unreachable) {
    for (let holder: object | null = scope; holder; holder = Object.getPrototypeOf(holder)) {
      if (!Object.hasOwn(holder, name)) continue
      Object.defineProperty(holder, name, { value: undefined, writable: false, configurable: false })
    }
  }
}
