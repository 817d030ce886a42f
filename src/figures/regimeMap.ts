// Which of near, far and deleting wins, in two pure numbers? Borders by formula, published rules as points on theirs.
import { type Groups, keepToRemat, nearToFar, type PublishedPoint, type Regime, triplePoint } from '../placement/robust'
import { formatNumber, Refusal } from '../units'
import { type Figure, figure, type Label, type Trace } from './figure'
import { logGrid, sixFigures } from './grid'
import { colourOf, shortName } from './place'
import { inkOn } from './segments'

export interface RegimeMapOptions {
  /** the options that the groups compare, by name */
  readonly near: string
  readonly far: string
  readonly points?: readonly PublishedPoint[]
}

const [least, most] = [1e-3, 1e3]

/** Hold time across, as a multiple of that at which far becomes cheaper than near; a load over a rematerialization upward. */
export function regimeMap(groups: Groups, { near, far, points = [] }: RegimeMapOptions): Figure {
  const [turn, triple] = [nearToFar(groups), triplePoint(groups)]
  if (turn === undefined || triple === undefined)
    throw new Refusal(
      `${shortName(far)} costs less than ${shortName(near)} at no hold time, or at all: there is no border to draw.`,
    )
  const x = [...logGrid(least, 1, 61), ...logGrid(1, most, 61).slice(1)]
  const border = x.map((time) => sixFigures(keepToRemat(groups, time * turn)))
  const y = [Math.min(...border, 1) / 10, Math.max(...border, 1) * 10] as const
  const here = { x: groups.holdOverDrain / turn, y: groups.loadOverRemat }
  const late = 1 + (groups.requestOverRemat ?? 0)
  const names: Readonly<Record<Regime, string>> = { near, far, remat: 'remat' }
  const [before, after] = [x.map((time) => time <= 1), x.map((time) => time >= 1)]
  const under = (kept: readonly boolean[]): readonly [number[], number[]] => {
    const own = x.map((time, i) => [time, border[i] as number] as const).filter((_, i) => kept[i])
    const [first = least, last = most] = [own[0]?.[0], own.at(-1)?.[0]]
    return [
      [...own.map(([time]) => time), last, first],
      [...own.map(([, load]) => load), y[0], y[0]],
    ]
  }
  return figure({
    title: `${shortName(near)}, ${shortName(far)} or nothing: all three meet where a load takes ${formatNumber(triple.loadOverRemat)} times as long as a remat`,
    caption: `Across: hold time over that from which ${shortName(far)} is cheaper than ${shortName(near)}. Upward: device time of a load over that of a remat. Above the dotted line a load takes longer than a remat. Every border is a straight line in T/D and remat over load, solved, not sampled.${points.length === 0 ? '' : ' Points: published rules, each beside the border it is about, by its own numbers.'}`,
    alt: `A map of three regions: ${shortName(near)} at the lower left, ${shortName(far)} at the lower right, deleting above. ${points.map(({ name, ratio }) => `${name} lies at ${formatNumber(ratio)} of its border`).join('; ')}`.trim(),
    x: { quantity: 'hold time over the crossover of near and far', unit: '1', log: true, range: [least, most] },
    y: { quantity: 'load over rematerialization', unit: '1', log: true, range: y },
    data: [
      region(names.near, under(before)),
      region(names.far, under(after)),
      region('remat', [
        [...x, most, least],
        [...border, y[1], y[1]],
      ]),
      ...(points.length === 0 ? [] : [pointsOf(points, late, triple.loadOverRemat, y)]),
      ...(within(here.x, [least, most]) && within(here.y, y) ? [asked(here)] : []),
    ],
    labels: [
      name(near, Math.sqrt(least), 2 * y[0]),
      name(far, most ** 0.8, 2 * y[0]),
      name('remat', 1, Math.sqrt(y[1] * triple.loadOverRemat)),
    ],
    milestones: [{ y: late, text: 'a load as long as a remat', colour: '#111111', layer: 'above' }],
  })
}

const within = (value: number, [from, to]: readonly [number, number]): boolean => value > from && value < to

function region(option: string, [x, y]: readonly [number[], number[]]): Trace {
  const line = { color: '#FFFFFF', width: 1, simplify: false }
  const [fillcolor, name] = [colourOf(option), shortName(option)]
  return {
    type: 'scatter',
    mode: 'lines',
    fill: 'toself',
    name,
    x,
    y,
    line,
    fillcolor,
    hoverinfo: 'name',
    showlegend: false,
  }
}

function name(option: string, x: number, y: number): Label {
  return { x, y, text: shortName(option), colour: inkOn(colourOf(option)), xanchor: 'center' }
}

// Those about memory and disk on the upright border, those about bandwidth on the level one, side by side.
function pointsOf(
  points: readonly PublishedPoint[],
  late: number,
  top: number,
  [low]: readonly [number, number],
): Trace {
  const upright = points.filter(({ facet }) => facet === 'near and far')
  const height = (i: number): number => low * (Math.min(top, late) / low) ** ((i + 1) / (upright.length + 1))
  const level = points.filter(({ facet }) => facet === 'in time')
  const side = (i: number): number => least * (most / least) ** ((i + 0.5) / (2 * level.length))
  const at = [
    ...upright.map((point, i) => ({ point, x: point.ratio, y: height(i) })),
    ...level.map((point, i) => ({ point, x: side(i), y: point.ratio * late })),
  ]
  return {
    type: 'scatter',
    mode: 'markers+text',
    name: 'published rules',
    x: at.map(({ x }) => x),
    y: at.map(({ y }) => y),
    text: at.map(({ point }) => point.name),
    textposition: at.map(({ point }) => (point.facet === 'in time' ? 'top center' : 'middle right')),
    textfont: { size: 11, color: '#111111' },
    marker: { size: 9, color: '#FFFFFF', line: { color: '#111111', width: 2 } },
    hovertext: at.map(({ point }) => point.source),
    hoverinfo: 'text',
    showlegend: false,
  }
}

function asked({ x, y }: { x: number; y: number }): Trace {
  const marker = { symbol: 'star', size: 14, color: '#FFFFFF', line: { color: '#111111', width: 1.5 } }
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'asked',
    x: [x],
    y: [y],
    marker,
    hovertext: ['asked'],
    hoverinfo: 'text',
    showlegend: false,
  }
}
