// Which real configurations of a tier are read in the time the lecture names for it? Dots beside the range that was said.
import { formatDuration, Refusal } from '../units'
import { type Figure, figure, type Trace } from './figure'
import { palette } from './palette'

const media = ['hbm', 'ddr', 'flash', 'disk'] as const
const scales = ['part', 'node', 'rack'] as const

export interface DrainedConfiguration {
  readonly name: string
  readonly medium: (typeof media)[number]
  readonly scale: (typeof scales)[number]
  /** s */
  readonly drainTime: number
  readonly said: readonly [number, number]
  readonly reaches: boolean
}

/** A row for each medium and scale; filled dots are within a factor of two of what was said. */
export function drainTimes(configurations: readonly DrainedConfiguration[]): Figure {
  if (configurations.length === 0) throw new Refusal('There is no configuration to draw.')
  const rows = media
    .flatMap((medium) => scales.map((scale) => ({ medium, scale })))
    .filter(({ medium, scale }) => configurations.some((each) => each.medium === medium && each.scale === scale))
  const times = configurations.map(({ drainTime }) => drainTime)
  const cold = configurations.filter(({ medium }) => medium === 'flash' || medium === 'disk')
  return figure({
    title: `Drained in the time the lecture names: ${media.map((medium) => `${reached(configurations, medium)} of ${mediumNames[medium]}`).join(', ')}`,
    caption:
      'Time to read a configuration once from end to end. A grey bar is what the lecture says, widened by a factor of two; dots inside it are filled. More parts side by side move no dot to the left.',
    alt: `Dot plot of ${configurations.length} configurations by drain time, from ${formatDuration(Math.min(...times))} to ${formatDuration(Math.max(...times))}; of the ${cold.length} of flash and disk these reach what was said: ${cold
      .filter(({ reaches }) => reaches)
      .map(({ name }) => name)
      .join(', ')}.`,
    x: { quantity: 'drain time', unit: 's', log: true, range: [Math.min(...times) / 3, Math.max(...times) * 3], marks },
    y: {
      quantity: '',
      unit: '',
      more: { type: 'category', categoryarray: rows.map(rowName).reverse(), ticks: '', showgrid: false },
    },
    data: [
      ...rows.flatMap((row): Trace[] => {
        const said = configurations.find(({ medium }) => medium === row.medium)?.said
        return said === undefined ? [] : [bar(rowName(row), said)]
      }),
      ...media.map((medium) =>
        dots(
          medium,
          configurations.filter((each) => each.medium === medium),
        ),
      ),
    ],
  })
}

const mediumNames = { hbm: 'HBM', ddr: 'DDR', flash: 'flash', disk: 'disk' } as const
const rowName = ({ medium, scale }: Pick<DrainedConfiguration, 'medium' | 'scale'>): string =>
  `${mediumNames[medium]}, ${scale}`
const marks = [
  [1e-2, '10 ms'],
  [0.1, '100 ms'],
  [1, '1 s'],
  [10, '10 s'],
  [60, '1 min'],
  [600, '10 min'],
  [3600, '1 h'],
  [86_400, '1 d'],
] as const

function reached(configurations: readonly DrainedConfiguration[], medium: DrainedConfiguration['medium']): string {
  const own = configurations.filter((each) => each.medium === medium)
  const count = own.filter(({ reaches }) => reaches).length
  return `${count} of ${own.length}`
}

function bar(row: string, [from, to]: readonly [number, number]): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'as said',
    x: [from / 2, to * 2],
    y: [row, row],
    line: { width: 14, color: '#DDDDDD' },
    hoverinfo: 'skip',
  }
}

function dots(medium: DrainedConfiguration['medium'], own: readonly DrainedConfiguration[]): Trace {
  return {
    type: 'scatter',
    mode: 'markers',
    name: mediumNames[medium],
    x: own.map(({ drainTime }) => drainTime),
    y: own.map(rowName),
    marker: {
      size: 11,
      color: palette[medium],
      symbol: own.map(({ reaches }) => (reaches ? 'circle' : 'circle-open')),
      line: { width: 2, color: palette[medium] },
    },
    hovertext: own.map(({ name, drainTime }) => `${name}: ${formatDuration(drainTime)}`),
    hoverinfo: 'text',
  }
}
