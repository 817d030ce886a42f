// Below which values do given shares of the numbers lie? Found by selection, without sorting them all.
import { Refusal } from '../../units'

/** The quantile of each share, between neighbours in proportion. The order of the numbers is lost. */
export function quantilesIn(values: Float64Array, shares: readonly number[]): number[] {
  if (values.length === 0) throw new Refusal('There are no numbers to take quantiles of.')
  const odd = shares.find((share) => !(share >= 0 && share <= 1))
  if (odd !== undefined) throw new Refusal(`A quantile of ${odd} was asked for: expected shares between 0 and 1.`)
  const last = values.length - 1
  return shares.map((share) => {
    const below = Math.floor(share * last)
    const low = selected(values, below)
    if (below === last) return low
    // What stands behind the one selected is no smaller.
    let high = Number.POSITIVE_INFINITY
    for (let i = below + 1; i <= last; i++) if ((values[i] as number) < high) high = values[i] as number
    const part = share * last - below
    return part === 0 ? low : low + part * (high - low)
  })
}

/** The number that would stand at `rank` if all were sorted; smaller ones are before it, larger ones behind. Hoare's quickselect. */
function selected(values: Float64Array, rank: number): number {
  let [left, right] = [0, values.length - 1]
  while (left < right) {
    const pivot = medianOfThree(values[left] as number, values[(left + right) >> 1] as number, values[right] as number)
    let [i, j] = [left, right]
    while (i <= j) {
      while ((values[i] as number) < pivot) i++
      while ((values[j] as number) > pivot) j--
      if (i > j) break
      const moved = values[i] as number
      values[i++] = values[j] as number
      values[j--] = moved
    }
    if (rank <= j) right = j
    else if (rank >= i) left = i
    else break
  }
  return values[rank] as number
}

const medianOfThree = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
