// When has a cell run too long? When it ran for longer than patience allows, time spent loading modules aside.

export interface Watchdog {
  watch(): void
  /** Stands still while a module loads. */
  hold(): void
  resume(): void
  rest(): void
}

export function watchdog(patience: number, bark: () => void): Watchdog {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since = 0
  let left = 0
  const wait = (): void => {
    since = performance.now()
    timer = setTimeout(bark, left)
  }
  const rest = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  return {
    watch() {
      rest()
      left = patience
      wait()
    },
    hold() {
      if (timer === undefined) return
      rest()
      left = Math.max(0, left - (performance.now() - since))
    },
    resume() {
      if (timer === undefined && left > 0) wait()
    },
    rest() {
      rest()
      left = 0
    },
  }
}
