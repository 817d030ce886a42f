// For how long is keeping worth it, if the user may not return, or if many share the prefix?
import { place, type Question, settled } from '../placement'
import { formatDuration } from '../units'
import { type Figure, figure, type Label, type Trace } from './figure'
import { logGrid, sixFigures } from './grid'
import { colourOf, shortName } from './place'
import { spread } from './spread'

const day = 86_400
const marks = [
  [1, '1 s'],
  [60, '1 min'],
  [3600, '1 h'],
  [day, '1 day'],
  [30.4375 * day, '1 month'],
  [365.25 * day, '1 year'],
  [36_525 * day, '100 years'],
] as const

/** Hold time up to which each option beats rematerializing, against expected uses per hold. */
export function keepingPays(question: Question, uses: readonly [number, number] = [0.01, 100]): Figure {
  const ready = settled(question)
  const grid = logGrid(...uses, 121)
  const placed = grid.map((reuses) => place({ ...ready, reuses }).crossovers.remat)
  const options = [...new Set(placed.flatMap((one) => Object.keys(one)))]
  const curves = options.map((option) => ({ option, times: placed.map((one) => one[option]) }))
  const longest = (reuses: number): string =>
    formatDuration(Math.max(0, ...Object.values(place({ ...ready, reuses }).crossovers.remat)))
  const times = curves.flatMap((one) => one.times).filter((time) => time !== undefined)
  const range = [Math.min(...times) / 2, Math.max(...times) * 2] as const
  return figure({
    title: `Keeping pays for up to ${longest(0.1)} if one in ten returns, ${longest(1)} if each returns once, ${longest(10)} for ten uses`,
    caption:
      'Below a line, keeping there costs less than rematerializing at every use; above it, delete. A line begins where its first write and its loads are paid back at all; how long they take is not asked.',
    alt: `Rising curves, one per option, of the longest hold time that pays against the expected uses per hold. At one use: ${options
      .map((option) => [option, place({ ...ready, reuses: 1 }).crossovers.remat[option]] as const)
      .map(([option, time]) => `${shortName(option)} ${time === undefined ? 'never' : formatDuration(time)}`)
      .join(', ')}.`,
    x: {
      quantity: 'expected uses per hold',
      unit: '1',
      log: true,
      range: uses,
      marks: [0.01, 0.1, 1, 10, 100].map((at) => [at, String(at)] as const),
    },
    y: { quantity: 'longest hold that pays', unit: 's', log: true, range, marks },
    data: curves.map(
      ({ option, times: y }): Trace => ({
        type: 'scatter',
        mode: 'lines',
        name: shortName(option),
        x: grid,
        y: y.map((time) => (time === undefined ? null : sixFigures(time))),
        line: { color: colourOf(option), width: 2.5, simplify: false },
        hovertemplate: `${shortName(option)}: up to %{y:.3g} s at %{x:.3g} uses<extra></extra>`,
      }),
    ),
    labels: spread(
      curves.flatMap(({ option, times: y }): Label[] => {
        const last = y.at(-1)
        return last === undefined
          ? []
          : [{ x: uses[1], y: last, text: ` ${shortName(option)}`, colour: colourOf(option) }]
      }),
      range,
    ),
    milestones: [{ x: 1, text: 'each returns once' }],
    right: 90,
  })
}
