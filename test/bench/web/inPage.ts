// What does a page tell of its own speed? Each function here is sent into the page as text, so it stands on its own.

export interface Watched {
  /** a selector of what a reader moves */
  readonly range: string
  /** of the outputs that must all have changed */
  readonly follows: readonly string[]
}

export interface Move {
  readonly whole: number
  readonly plotly: number
}

export function firstPaint(): number {
  return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
}

export function observeShifts(): void {
  const holder = window as unknown as { shifted: number }
  holder.shifted = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean }
      if (!hadRecentInput) holder.shifted += value
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Has Plotly note, in `window.drawn`, when it was done redrawing, and how many ms it took. */
export function timePlotly(): void {
  const holder = window as unknown as {
    drawn: { took: number; done: number }
    Plotly: { react(...of: readonly unknown[]): Promise<unknown> }
  }
  const react = holder.Plotly.react.bind(holder.Plotly)
  holder.Plotly.react = async (...of) => {
    const begun = performance.now()
    const drawing = await react(...of)
    const done = performance.now()
    holder.drawn = { took: holder.drawn.took + done - begun, done }
    return drawing
  }
}

/** Moves a slider to its place `at`, 0 to 1, and waits until all that follows it has changed and Plotly is done. */
export function moveSlider({ range, follows, at }: Watched & { readonly at: number }): Promise<Move> {
  const slider = document.querySelector<HTMLInputElement>(range)
  if (!slider) throw new Error(`no ${range}`)
  const holder = window as unknown as { drawn: { took: number; done: number } }
  holder.drawn = { took: 0, done: 0 }
  const changes = follows.map((place) => {
    return new Promise<number>((resolve) => {
      const watch = new MutationObserver(() => {
        watch.disconnect()
        resolve(performance.now())
      })
      const watched = document.querySelector(place)
      if (watched) watch.observe(watched, { subtree: true, childList: true, attributes: true, characterData: true })
    })
  })
  const [low, high] = [Number(slider.min), Number(slider.max)]
  const begun = performance.now()
  slider.value = String(low + at * (high - low))
  slider.dispatchEvent(new Event('input', { bubbles: true }))
  return Promise.all(changes).then(async (changed) => {
    while (holder.drawn.done === 0) await new Promise((resolve) => setTimeout(resolve))
    return { whole: Math.max(...changed, holder.drawn.done) - begun, plotly: holder.drawn.took }
  })
}

/** ms from Shift-Enter in an open editor until the cell below shows what follows from it. */
export function runEditor(asked: { editor: string; below: string; wanted: string }): Promise<number> {
  const editor = document.querySelector(asked.editor)
  const below = document.querySelector(asked.below)
  if (!editor || !below) throw new Error(`no ${asked.editor} or no ${asked.below}`)
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (below.querySelector('.outputs')?.textContent?.trim() !== asked.wanted) return
      resolve(performance.now() - begun)
      watch.disconnect()
    })
    watch.observe(below, { subtree: true, childList: true, characterData: true })
    const begun = performance.now()
    editor.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true, bubbles: true, cancelable: true }),
    )
  })
}

/** ms from a letter typed into the editor that has the focus until choices stand in `list`. */
export function choicesFor({ letter, list }: { letter: string; list: string }): Promise<number> {
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector(list)) return
      resolve(performance.now() - begun)
      watch.disconnect()
    })
    watch.observe(document.body, { subtree: true, childList: true })
    const begun = performance.now()
    // The one way in which a page types as its reader does.
    document.execCommand('insertText', false, letter)
  })
}

/** ms from a click on `button` until the page that follows from it was painted. */
export function clickToPaint(button: string): Promise<number> {
  const clicked = document.querySelector<HTMLElement>(button)
  if (!clicked) throw new Error(`no ${button}`)
  const begun = performance.now()
  clicked.click()
  // The frame after the next begins when the next was painted.
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun))),
  )
}
