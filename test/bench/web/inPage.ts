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

/** ms from the slider's event until everything that follows it shows something else, and how many of them were Plotly's; `at` is the slider's new place, 0 to 1. */
export function moveSlider({ range, follows, at }: Watched & { readonly at: number }): Promise<Move> {
  const slider = document.querySelector<HTMLInputElement>(range)
  if (!slider) throw new Error(`no ${range}`)
  const shown = () => follows.map((place) => document.querySelector(place)?.innerHTML)
  const before = shown()
  const holder = window as unknown as { drawn: number }
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (shown().some((now, index) => now === before[index])) return
      watch.disconnect()
      const whole = performance.now() - begun
      // Plotly's promise settles after its last change to the page.
      setTimeout(() => resolve({ whole, plotly: holder.drawn }))
    })
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    holder.drawn = 0
    const [low, high] = [Number(slider.min), Number(slider.max)]
    const begun = performance.now()
    slider.value = String(low + at * (high - low))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** Has Plotly add up, in `window.drawn`, the ms it takes to redraw. */
export function timePlotly(): void {
  const holder = window as unknown as { drawn: number; Plotly: { react(...of: readonly unknown[]): Promise<unknown> } }
  const react = holder.Plotly.react.bind(holder.Plotly)
  holder.drawn = 0
  holder.Plotly.react = async (...of) => {
    const begun = performance.now()
    const done = await react(...of)
    holder.drawn += performance.now() - begun
    return done
  }
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
