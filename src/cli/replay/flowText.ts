// How does a reader see what a cache moves, holds and wears? Bytes a second, parts, drive writes a day, years of life.
import type { Feasibility, Replay, Sized } from '../../placement/replay'
import { formatDuration, formatMoney, formatNumber, formatQuantity } from '../../units'
import { table } from '../columns'

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`
const rate = (bytes: number): string => formatQuantity(bytes, 'B/s')
const size = (bytes: number): string => formatQuantity(bytes, 'B')

/** By TTL, in whichever tier. */
export function flowLines({ flows }: Pick<Replay, 'flows'>): string[] {
  return table(
    ['TTL', 'hits', 'written', 'read', 'held on average', 'at most'],
    flows.map(({ ttlS, hitRatio, written, read, held }) => [
      formatDuration(ttlS),
      percent(hitRatio),
      rate(written),
      rate(read),
      size(held.mean),
      size(held.peak),
    ]),
    [0, 1, 2, 3, 4, 5],
  )
}

/** What the best TTL of a tier needs, to be said beside its cost; nothing where the tier has no parts. */
export function needOf({ needs }: Pick<Replay, 'needs'>, tier: string): string | undefined {
  const need = needs.find((one) => one.tier === tier)
  if (need?.feasible !== undefined) return `${partsText(need.feasible)}; ${rate(need.written)} written`
  if (need?.machines !== undefined)
    return `${size(need.held.peak)} of free HBM, that of ${need.machines === 1 ? 'one such machine' : `${formatNumber(need.machines, 6)} such machines`}`
  return undefined
}

const demandNames = {
  room: 'their room',
  bandwidth: 'their bandwidth',
  endurance: 'the writes they are rated for',
  workload: 'the workload they are rated for',
} as const

function partsText({ parts, binds, one }: Feasibility): string {
  const count = `${formatNumber(parts, 6)} ${parts === 1 ? 'part' : 'parts'} for ${demandNames[binds].replace('they are', parts === 1 ? 'it is' : 'they are').replace('their', parts === 1 ? 'its' : 'their')}`
  if (one?.ratedPerDay === undefined || one.lifeS === undefined) return count
  return `${count} (on one ${formatNumber(one.driveWritesPerDay, 3)} drive writes a day, rated ${formatNumber(one.ratedPerDay, 3)}: ${formatDuration(one.lifeS)} of life)`
}

export function needLines(answer: Pick<Replay, 'needs'>): string[] {
  return table(
    ['tier', 'TTL', 'takes'],
    answer.needs.map(({ tier, ttlS }) => [tier, formatDuration(ttlS), needOf(answer, tier) ?? 'no parts of its own']),
    [1],
  )
}

export function sizingLines({ tiers, saved, partsUsdPerDay, wait, notes }: Sized): string[] {
  const life = ({ wear }: Sized['tiers'][number]): string[] =>
    wear === undefined
      ? ['', '']
      : [
          `${formatNumber(wear.driveWritesPerDay, 3)}${wear.ratedPerDay === undefined ? '' : ` (rated ${formatNumber(wear.ratedPerDay, 3)})`}`,
          wear.lifeS === undefined ? '' : formatDuration(wear.lifeS),
        ]
  const rows = tiers.map((row) => [
    `${row.tier} ${row.parts > 1 ? `${row.parts} x ` : ''}${size(row.bytes / row.parts)}`,
    percent(row.hitRatio),
    percent(row.together),
    rate(row.written),
    rate(row.read),
    ...life(row),
    `${size(row.held.mean)}${row.held.fullAfterS === null ? ', never full' : `, full after ${formatDuration(row.held.fullAfterS)}`}`,
    row.busy === undefined ? '' : percent(row.busy),
  ])
  const head = ['tier', 'hits', 'with faster', 'written', 'read', 'drive writes/d', 'life', 'held on average', 'busy']
  return [
    ...table(head, rows, [1, 2, 3, 4, 5, 6, 8]),
    '',
    `saved a day: ${formatMoney(saved.usdPerDay)} of prefill${saved.gpuHoursPerDay === undefined ? '' : `, ${formatNumber(saved.gpuHoursPerDay, 4)} GPU-hours`}${partsUsdPerDay === undefined ? '' : `; the parts cost ${formatMoney(partsUsdPerDay)} a day where they are not in the rent`}`,
    ...(wait === undefined ? [] : [waitText(wait)]),
    ...tiers.flatMap(strained),
    ...notes,
  ]
}

function waitText({ withThem, without, hit, miss }: NonNullable<Sized['wait']>): string {
  const parts = [
    ...(hit === null ? [] : [`${formatDuration(hit)} where something is found`]),
    ...(miss === null ? [] : [`${formatDuration(miss)} where nothing is`]),
  ]
  return `a prompt takes ${formatDuration(withThem)} on average to load or compute (${parts.join(', ')}), ${formatDuration(without)} without`
}

/** What could not be built so. */
function strained({ tier, busy, wear, workload = 0 }: Sized['tiers'][number]): string[] {
  const over = wear?.ratedPerDay !== undefined && wear.driveWritesPerDay > wear.ratedPerDay
  return [
    ...(busy !== undefined && busy > 1
      ? [`${tier} cannot move so many bytes: ${percent(busy)} of its bandwidth, on average.`]
      : []),
    ...(workload > 1 ? [`${tier} reads and writes ${percent(workload)} of what its maker rates it for.`] : []),
    ...(over ? [`${tier} is written more than its maker rates it for: it is used up before its warranty ends.`] : []),
  ]
}
