// How do direct labels at the right edge keep apart? Those that would touch move, each by just enough.
import type { Label } from './figure'

// A line of text takes about a twentieth of the height of the plot.
const lines = 20

/** Labels along a log axis from `low` to `high`, moved apart; those anchored elsewhere than at the left stay. */
export function spread(labels: readonly Label[], [low, high]: readonly [number, number]): Label[] {
  const gap = (high / low) ** (1 / lines)
  const movable = labels.filter(({ xanchor }) => xanchor === undefined || xanchor === 'left')
  let floor = low
  const raised = [...movable]
    .sort((a, b) => a.y - b.y)
    .map((label) => {
      const y = Math.max(label.y, floor)
      floor = y * gap
      return { ...label, y }
    })
  let ceiling = high
  const lowered = raised.reverse().map((label) => {
    const y = Math.min(label.y, ceiling)
    ceiling = y / gap
    return { ...label, y }
  })
  return [...labels.filter((label) => !movable.includes(label)), ...lowered]
}
