// How does a placement stand beside another? The winner, what it costs, and how long its user waits, in one row.
import { shortName } from '../../figures/place'
import type { Placement } from '../../placement'
import { formatDuration, formatMoney } from '../../units'
import type { Ask } from './ask'

export const placeHead = ['accelerator', 'devices', 'wait in', 'USD/M', 'after', 'HBM USD/M', 'remat USD/M', 'remat']

export function placeRow({ perToken, best }: Placement, { resolved }: Ask): string[] {
  const named = (name: string) => perToken.find(({ option }) => option === name)
  const cost = (name: string): string => formatMoney((named(name)?.total ?? Number.NaN) * 1e6)
  const wait = (name: string): string => {
    const seconds = named(name)?.loadTime
    return seconds === undefined ? 'unknown' : formatDuration(seconds)
  }
  const { accelerator, devices } = resolved
  return [accelerator, `${devices}`, shortName(best), cost(best), wait(best), cost('hbm'), cost('remat'), wait('remat')]
}
