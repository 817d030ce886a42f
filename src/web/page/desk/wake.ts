// When does the desk come to life? Once the browser has nothing better to do, or at the first touch.

interface Script {
  wakeDesk(root: HTMLElement): () => void
}

export function wakeDeskIn(root: ParentNode): () => void {
  const desk = root.querySelector<HTMLElement>('[data-desk]')
  if (!desk) return () => {}
  const left = new AbortController()
  let sleep = () => {}
  let asked = false
  const wake = (): void => {
    if (asked || left.signal.aborted) return
    asked = true
    const script: Promise<Script> = import(/* @vite-ignore */ desk.dataset.desk ?? '')
    script
      .then(({ wakeDesk }) => {
        if (!left.signal.aborted) sleep = wakeDesk(desk)
      })
      .catch((error: unknown) => console.warn(`The desk stays as it is printed: ${error}`))
  }
  for (const touch of ['pointerdown', 'keydown'] as const)
    desk.addEventListener(touch, wake, { once: true, signal: left.signal })
  if ('requestIdleCallback' in window) requestIdleCallback(wake, { timeout: 1000 })
  else setTimeout(wake, 300)
  return () => {
    left.abort()
    sleep()
  }
}
