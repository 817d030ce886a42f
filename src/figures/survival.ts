// How long until a block is used again, and is that before or after the time to which keeping it pays?
import type { Prices, Survival } from '../placement/replay'
import { usedWithin } from '../placement/replay'
import { formatDuration, formatNumber, Refusal } from '../units'
import { accent, grey } from './accent'
import { holdTimeAxis } from './axis'
import { beyond } from './beyond'
import { type Figure, figure, type Milestone, type Trace } from './figure'
import { logGrid, sixFigures } from './grid'
import { colourOf, shortName } from './place'
import { listed } from './words'

export interface SurvivalLine {
  readonly name: string
  readonly curve: Survival
}

/** Share of accesses not used again yet, against the time, beside each tier's crossover with a remat; `watched` in s. */
export function survivalFigure(lines: readonly SurvivalLine[], prices: Prices, watched: number): Figure {
  const [first] = lines
  if (first === undefined) throw new Refusal('There is no survival curve to draw.')
  const crossovers = crossoversOf(prices)
  const last = Math.max(watched, ...crossovers.map(({ at }) => at))
  const range = [1, 1.6 * last] as const
  const [inside, outside] = [crossovers.filter(({ at }) => at <= watched), crossovers.filter(({ at }) => at > watched)]
  const seen = listed(
    inside.map(({ tier, at }) => `${percent(usedWithin(first.curve, at))} within the ${formatDuration(at)} of ${tier}`),
  )
  const unseen = outside.length > 0 ? `; ${listed(outside.map(({ tier }) => tier))} pay for longer still` : ''
  return figure({
    title: `Used again: ${seen === '' ? '' : `${seen}, `}${percent(usedWithin(first.curve, watched))} within the ${formatDuration(watched)} watched${unseen}`,
    caption:
      'Share of accesses whose block is not used again yet, by the time since (Kaplan and Meier). Dotted: up to there keeping for one use costs less than a rematerialization. Grey: not watched for that long.',
    alt: `${lines.length} falling curves of the share not used again yet: ${lines.map((line) => `${line.name} ends at ${percent(1 - usedWithin(line.curve, watched))}`).join('; ')}. Crossovers: ${crossovers.map(({ tier, at }) => `${tier} ${formatDuration(at)}`).join(', ')}.`,
    x: { ...holdTimeAxis(range), quantity: 'time since the access' },
    y: { quantity: 'share not used again yet', unit: '1', range: [0, 1] },
    data: [beyond(watched, range[1], [0, 1]), ...lines.map((line, i) => drawn(line, i, watched))],
    milestones: crossovers.map(({ tier, at, colour }): Milestone => ({ x: at, text: tier, colour })),
    legend: true,
  })
}

function crossoversOf({ tiers, remat }: Prices): readonly { tier: string; at: number; colour: string }[] {
  return tiers
    .map(({ tier, hold, retrieve }) => ({
      tier: shortName(tier),
      at: (remat - retrieve) / hold,
      colour: colourOf(tier),
    }))
    .filter(({ at }) => at > 0 && at < Number.POSITIVE_INFINITY)
}

function drawn({ name, curve }: SurvivalLine, i: number, watched: number): Trace {
  const times = logGrid(1, watched, 60)
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    x: times,
    y: times.map((time) => sixFigures(1 - usedWithin(curve, time))),
    line: i === 0 ? { color: accent, width: 3 } : { color: grey, width: 1.5, dash: 'dash' },
    hovertemplate: `${name}: %{y:.3f} after %{x:.3g} s<extra></extra>`,
  }
}

const percent = (share: number): string => `${formatNumber(100 * share, 3)}%`
