// How does the page make a worker? From a blob, so that the page's Content-Security-Policy holds inside it too.
import type { WorkerLike } from '../session'
import { textAt } from '../textAt'

let spare: { readonly address: string; readonly worker: Promise<WorkerLike> } | undefined

/** Has a worker start now that will be asked for soon. */
export function prepareWorker(address: string): void {
  const worker = fresh(address)
  worker.catch(() => {
    spare = undefined
  })
  spare = { address, worker }
}

export async function spawnWorker(address: string): Promise<WorkerLike> {
  if (spare?.address !== address) return fresh(address)
  const { worker } = spare
  spare = undefined
  return worker
}

async function fresh(address: string): Promise<WorkerLike> {
  const script = new Blob([await textAt(address)], { type: 'text/javascript' })
  const url = URL.createObjectURL(script)
  const worker = new Worker(url)
  // The worker has its own hold on the blob once it runs, but not before.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true })
  return worker as unknown as WorkerLike
}
