// How does a reader see a range, a share and how sure it is?
import { quantileOf, type Range, type Ranges, type Uncertain } from '../../algebra'
import type { Share } from '../../algebra/sample'
import { formatQuantity } from '../../units'
import { columns } from '../columns'
import { unitOfRange } from './asked'

/** The 5 % and 95 % points, whatever the kind of range. */
export function rangeCells(range: Range, unit: string): readonly [low: string, high: string] {
  const quantile = quantileOf(range)
  return [formatQuantity(quantile(0.05), unit), formatQuantity(quantile(0.95), unit)]
}

/** A line for each range, indented. */
export function rangeLines(ranges: Ranges): string[] {
  const rows = Object.entries(ranges).map(([name, range]) => {
    const [low, high] = rangeCells(range, unitOfRange(name))
    return [`  ${name}`, low, 'to', high]
  })
  return columns(rows, [1])
}

export function boundsIn({ low, middle, high, drawing }: Uncertain, unit: string): string {
  const [from, half, to] = [low, middle, high].map((value) => formatQuantity(value, unit))
  return `Nine of ten of ${drawing.samples} draws lie from ${from} to ${to}, half below ${half}.`
}

/** `41 %`, as exact as is honest. */
export const percent = (share: number): string => {
  const hundred = 100 * share
  if (share > 0 && hundred < 0.1) return '< 0.1 %'
  if (share < 1 && hundred > 99.9) return '> 99.9 %'
  return `${hundred < 10 ? hundred.toFixed(1).replace(/\.0$/, '') : hundred.toFixed(0)} %`
}

/** `0.54 ± 0.03` */
export const shareCell = ({ value, error }: Share): string => `${value.toFixed(2)} ± ${error.toFixed(2)}`
