// How long does a miss take, computed with and without attention, and measured?
import { rematLatency, rematTime } from '../derivations'
import { formatDuration, formatNumber, Refusal } from '../units'
import { type Figure, figure, type Label, type Trace } from './figure'
import { logGrid, sixFigures } from './grid'
import { palette } from './palette'

export interface MissModel {
  readonly activeParams: number
  readonly layers: number
  readonly queryHeads: number
  readonly headDim: number
  readonly flops: number
  readonly devices: number
  readonly mfu: number
}

export interface MeasuredMiss {
  /** tokens */
  readonly context: number
  readonly seconds: number
}

const lengths = [1e3, 1e4, 1e5, 1e6].map((at) => [at, formatNumber(at)] as const)
const waits = [0.01, 0.1, 1, 10, 60, 600].map((at) => [at, formatDuration(at)] as const)

/** Seconds to rematerialize a prompt against its length; points are measurements, the last of which the title judges. */
export function missTime(model: MissModel, measured: readonly MeasuredMiss[]): Figure {
  const byLength = [...measured].sort((a, b) => a.context - b.context)
  const [shortest, longest] = [byLength[0], byLength.at(-1)]
  if (shortest === undefined || longest === undefined) throw new Refusal('There is no measured miss to compare with.')
  const prompts = [shortest.context / 2, 2 * longest.context] as const
  const grid = logGrid(...prompts, 41)
  const weights = (context: number): number => (context * rematTime(model)) / model.devices
  const whole = (context: number): number => rematLatency({ ...model, context })
  const share = formatNumber((100 * whole(longest.context)) / longest.seconds, 2)
  const range = [weights(prompts[0]) / 2, 2 * whole(prompts[1])] as const
  return figure({
    title: `With attention the formula explains ${share}% of a measured miss of ${formatNumber(longest.context)} tokens; without, ${formatNumber((100 * weights(longest.context)) / longest.seconds, 2)}%`,
    caption: `Lower bounds at ${formatNumber(100 * model.mfu)}% of peak arithmetic; a measurement below its line would refute the formula. Between the lines lies the attention term.`,
    alt: `Two rising curves of seconds against prompt length. At ${formatNumber(longest.context)} tokens the weights alone take ${formatDuration(weights(longest.context))}, with attention ${formatDuration(whole(longest.context))}; ${formatDuration(longest.seconds)} were measured.`,
    x: { quantity: 'prompt', unit: 'token', log: true, range: prompts, marks: lengths },
    y: { quantity: 'time to first token on a miss', unit: 's', log: true, range, marks: waits },
    data: [
      curve('weights only', grid, weights, { color: palette.remat, width: 1.5, dash: 'dash' }),
      curve('with attention', grid, whole, { color: palette.remat, width: 4 }),
      {
        type: 'scatter',
        mode: 'markers',
        name: 'measured',
        x: measured.map(({ context }) => context),
        y: measured.map(({ seconds }) => seconds),
        marker: { size: 11, color: '#222222', symbol: 'diamond' },
        hovertemplate: 'measured: %{y:.3g} s at %{x} tokens<extra></extra>',
      },
    ],
    labels: [
      { x: prompts[1], y: weights(prompts[1]), text: ' weights only', colour: palette.remat },
      { x: prompts[1], y: whole(prompts[1]), text: ' with attention', colour: palette.remat },
      ...measured.map(({ context, seconds }): Label => {
        const late = context > Math.sqrt(prompts[0] * prompts[1])
        const where = late
          ? { y: seconds, xanchor: 'right' as const }
          : { y: 1.4 * seconds, xanchor: 'center' as const }
        return {
          x: context,
          text: `measured ${formatDuration(seconds)}${late ? '   ' : ''}`,
          yanchor: 'bottom',
          ...where,
        }
      }),
    ],
    right: 104,
  })
}

function curve(name: string, x: readonly number[], at: (context: number) => number, line: object): Trace {
  const hovertemplate = `${name}: %{y:.3g} s at %{x:.0f} tokens<extra></extra>`
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    x: [...x],
    y: x.map((context) => sixFigures(at(context))),
    line: { ...line, simplify: false },
    hovertemplate,
  }
}
