// When does a page come to life? Once the browser has nothing better to do, or at the first touch.
import { bringFiguresToLife } from '../figures'
import { makeReachable } from '../reachable'
import { wakeChapter } from './chapter'
import { fillOnOpening } from './numbersTable'

const touches = ['pointerdown', 'keydown'] as const

/** Everything on the page that can live; the function it returns puts it back, for a page that is left. */
export function bringToLife(root: ParentNode): () => void {
  makeReachable(root)
  const figures = bringFiguresToLife(root)
  const left = new AbortController()
  for (const details of root.querySelectorAll<HTMLDetailsElement>('.figure-numbers')) {
    const box = details.closest('figure')?.querySelector<HTMLElement>('.figure-box')
    if (box) fillOnOpening(details, () => figures.plotOf(box), left.signal)
  }
  const bench = root.querySelector<HTMLElement>('[data-chapter]')
  let sleep = () => {}
  let awake = false
  const wake = (): void => {
    if (awake || left.signal.aborted || !bench) return
    awake = true
    wakeChapter(bench, figures, left.signal)
      .then((asleep) => {
        sleep = asleep
        if (left.signal.aborted) sleep()
      })
      .catch((error: unknown) => console.warn(`This chapter stays as it is printed: ${error}`))
  }
  for (const touch of touches) addEventListener(touch, wake, { once: true, signal: left.signal })
  if ('requestIdleCallback' in window) requestIdleCallback(wake, { timeout: 2000 })
  else setTimeout(wake, 500)

  return () => {
    left.abort()
    sleep()
    figures.forget()
  }
}
