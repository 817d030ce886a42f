// How is what comes in bursts told once? After a short wait, for all of it.

const gathering = 50

/** A timer may print many lines; they are told together. */
export function gathered(act: () => void): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      act()
    }, gathering)
  }
}
