// At which hold times do two options cost the same?
import { type CostLine, meetingTime } from './line'

/** Hold times in s. A pair without a positive crossover is absent: one of the two is cheaper throughout. */
export interface Crossovers {
  /** `near->far`: beyond it the farther tier is cheaper */
  readonly tiers: Readonly<Record<string, number>>
  /** by tier: beyond it rematerializing is cheaper */
  readonly remat: Readonly<Record<string, number>>
}

/** Every pairwise crossover of the lines; `near` is the dearer one to hold. */
export function crossoversOf(lines: readonly CostLine[]): Crossovers {
  const tiers: Record<string, number> = {}
  const remat: Record<string, number> = {}
  lines.forEach((one, i) => {
    for (const other of lines.slice(i + 1)) {
      const [near, far] = one.rate >= other.rate ? [one, other] : [other, one]
      const time = meetingTime(near, far)
      if (time === undefined) continue
      if (far.option === 'remat') remat[near.option] = time
      else tiers[`${near.option}->${far.option}`] = time
    }
  })
  return { tiers, remat }
}
