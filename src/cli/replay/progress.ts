// How far is a long read? A bar on the terminal, redrawn ten times a second and gone at the end.

/** Draws with `write`; `now` is in ms. */
export function progressBar(
  write: (text: string) => void,
  now: () => number,
): { draw: (read: number, size: number) => void; clear: () => void } {
  const width = 30
  let drawn = Number.NEGATIVE_INFINITY
  return {
    draw(read, size) {
      if (now() - drawn < 100) return
      drawn = now()
      const share = size === 0 ? 1 : Math.min(1, read / size)
      const full = Math.round(share * width)
      write(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.floor(100 * share)} %`)
    },
    clear() {
      if (drawn !== Number.NEGATIVE_INFINITY) write('\r\x1b[K')
    },
  }
}
