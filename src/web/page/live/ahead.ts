// What can be made ready while the page itself still wakes? The worker, and the texts it will ask for first.
import { textAt } from '../textAt'
import { prepareWorker } from './spawn'

/** From the first paint on, so that nothing is in its way. */
export function prepareAfterPaint(): void {
  const watch = new PerformanceObserver((paints) => {
    if (!paints.getEntriesByName('first-contentful-paint').length) return
    watch.disconnect()
    prepare()
  })
  watch.observe({ type: 'paint', buffered: true })
}

function prepare(): void {
  const { chapter, worker, modules = '' } = document.querySelector<HTMLElement>('[data-chapter]')?.dataset ?? {}
  if (!chapter || !worker) return
  prepareWorker(worker)
  // What fails now is asked for again when it is needed.
  for (const address of [chapter, ...modules.split(' ').filter(Boolean)]) textAt(address).catch(() => {})
}
