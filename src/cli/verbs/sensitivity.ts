// servemath sensitivity: which of the numbers that are not known exactly matters to an equation, and how much?
import { sensitivity as sensitivityOf, uncertain } from '../../algebra'
import type { SobolIndex, Swing } from '../../algebra/sample'
import { formatQuantity } from '../../units'
import { table } from '../columns'
import { evaluation } from '../evaluation'
import { spreadFlags } from '../spread'
import { drawingFlags, drawingIn, unitOfRange } from '../uncertain/asked'
import { boundsIn, shareCell } from '../uncertain/cells'
import { sampledIn } from '../uncertain/equation'
import type { Verb } from '../verb'

export const sensitivity: Verb = {
  usage: 'sensitivity EQUATION',
  says: 'Which number matters to the value of an equation: each alone from its 5 % to its 95 % point, and how much of the variance it brings by itself and together with others.',
  flags: { ...spreadFlags, ...drawingFlags },
  examples: [
    'sensitivity rematCost --model llama-3.1-70b --accelerator h100-sxm',
    'sensitivity rematCrossover --model llama-3.1-70b --accelerator h100-sxm --tier nvme-tlc-gen5',
    'sensitivity drainTime --range tierCapacity=uniform:1TB:2TB tierBandwidth=100GB/s..300GB/s --json',
  ],
  run: async (words, io) => {
    const asked = drawingIn(words)
    const found = await evaluation(words, io, asked.ranges)
    const { equation, at, ranges, options } = sampledIn(found, asked)
    const drawn = uncertain(equation, at, ranges, options)
    const { middle, swings, indices, variance, evaluations } = sensitivityOf(equation, at, ranges, options)
    const { name, unit, says } = equation
    const text = (): string =>
      [
        `${name} = ${formatQuantity(middle, unit)} with every number in the middle of its range`,
        boundsIn(drawn, unit),
        says,
        '',
        'Each number alone, from its 5 % to its 95 % point',
        ...table(['number', 'from', 'to', 'value at', 'and at'], swings.map(swingCells(unit)), [1, 2, 3, 4]).map(
          indented,
        ),
        '',
        'Share of the variance',
        ...table(['number', 'by itself', 'and with others'], largest(indices).map(indexCells), [1, 2]).map(indented),
        `± covers 19 of 20 seeds; ${evaluations} evaluations.`,
      ].join('\n')
    const { low, high, mean, drawing } = drawn
    return {
      json: {
        ...{ equation: name, unit, middle, low, median: drawn.middle, high, mean, variance },
        ...{ swings, indices, ranges, drawing, evaluations },
      },
      text,
    }
  },
}

const largest = (indices: readonly SobolIndex[]): SobolIndex[] =>
  [...indices].sort((a, b) => b.total.value - a.total.value)

const indented = (line: string): string => `  ${line}`

const swingCells =
  (unit: string) =>
  ({ name, low, high, atLow, atHigh }: Swing): string[] => [
    name,
    ...[low, high].map((value) => formatQuantity(value, unitOfRange(name))),
    ...[atLow, atHigh].map((value) => formatQuantity(value, unit)),
  ]

const indexCells = ({ name, first, total }: SobolIndex): string[] => [name, shareCell(first), shareCell(total)]
