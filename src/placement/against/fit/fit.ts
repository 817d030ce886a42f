// Which few numbers come nearest to many measured times? The least mean distance of logarithms, so that no row and no source rules.
import type { Case, Rates } from './cases'
import { minimize } from './minimize'

export type Name = keyof Rates

/** Cases with their weights: publications count alike, in each its groups, in each its rows. */
export interface Weighed {
  readonly cases: readonly Case[]
  readonly weights: readonly number[]
}

export function weighed(cases: readonly Case[]): Weighed {
  const rows = countBy(cases, ({ group }) => group)
  const firsts = cases.filter(({ group }, index) => cases.findIndex((one) => one.group === group) === index)
  const groups = countBy(firsts, ({ publication }) => publication)
  const all = groups.size
  const weights = cases.map(
    ({ publication, group }) => 1 / (all * (groups.get(publication) ?? 1) * (rows.get(group) ?? 1)),
  )
  return { cases, weights }
}

export function countBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1)
  return counts
}

/** Shares of a peak: none is reached beyond it. */
const isShare = (name: Name): boolean => name.startsWith('mfu') || name.endsWith('Efficiency')

/** Mean distance of predicted from measured, in logarithms. */
export function distance({ cases, weights }: Weighed, rates: Rates): number {
  return cases.reduce(
    (sum, { predict, measured }, index) =>
      sum + (weights[index] as number) * Math.abs(Math.log(predict(rates) / measured)),
    0,
  )
}

/** The rates with those named moved to where the cases are nearest; all numbers stay above 0, shares below 1. */
export function fitted(weighed: Weighed, names: readonly Name[], start: Rates): Rates {
  const at = (logs: readonly number[]): Rates => ({
    ...start,
    ...Object.fromEntries(names.map((name, index) => [name, Math.exp(logs[index] as number)])),
  })
  const value = (logs: readonly number[]): number => {
    const rates = at(logs)
    return names.some((name) => isShare(name) && rates[name] > 1) ? Number.POSITIVE_INFINITY : distance(weighed, rates)
  }
  if (weighed.cases.length === 0 || names.length === 0) return start
  const first = names.map((name) => Math.log(start[name]))
  return at(minimize(value, first))
}

/** What each group by itself would have one number be, the others as they are: the 5th and 95th hundredth of the groups it matters to. */
export function rangeOf(name: Name, cases: readonly Case[], rates: Rates): readonly [low: number, high: number] {
  const alike = countBy(cases, ({ group }) => group).size
  const groups = new Map<string, Case[]>()
  for (const one of cases) {
    // Where there are hardly any groups, each row is one.
    const key = alike < fewest ? one.id : one.group
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const own = [...groups.values()].flatMap((members) => ownValue(name, weighed(members), rates))
  const value = rates[name]
  return [Math.min(value, quantile(own, 0.05)), Math.max(value, quantile(own, 0.95))]
}

const fewest = 3
const factors = Array.from({ length: 81 }, (_, index) => 6 ** ((index - 40) / 40))

function ownValue(name: Name, weighed: Weighed, rates: Rates): number[] {
  const tried = factors
    .map((factor) => rates[name] * factor)
    .filter((value) => !isShare(name) || value <= 1)
    .map((value) => ({ value, far: distance(weighed, { ...rates, [name]: value }) }))
  const best = tried.reduce((least, one) => (one.far < least.far ? one : least))
  const matters = Math.max(...tried.map(({ far }) => far)) - best.far > 0.1
  return matters ? [best.value] : []
}

/** The value that so many hundredths of all lie below, between neighbours by their distance. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low === undefined || high === undefined ? Number.NaN : low + (at - Math.floor(at)) * (high - low)
}
