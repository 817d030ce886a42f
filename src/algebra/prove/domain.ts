// Where are two formulas compared? On positive values of their names, where the assumptions hold.
import { Refusal } from '../../units'
import { type Arithmetic, valueIn } from '../evaluate'
import { binary, type Expression } from '../expression'
import { parse } from '../parse'

/** `a > b` as a gap that is positive, or not negative, where it holds. */
export interface Assumption {
  readonly says: string
  readonly gap: Expression
  /** may the gap be zero? */
  readonly orEqual: boolean
}

/** Reads a comparison of two formulas: `a > b`, `a * b <= 1`. */
export function assumption(text: string): Assumption {
  const [left = '', order, right = '', ...more] = text.split(/([<>]=?)/)
  if (order === undefined || more.length > 0 || left.trim() === '' || right.trim() === '') {
    throw new Refusal(
      `Cannot read the assumption "${text}": expected two formulas with one of >, <, >= and <= between them.`,
    )
  }
  const [greater, smaller] = order.startsWith('>') ? [left, right] : [right, left]
  const says = `${left.trim()} ${order} ${right.trim()}`
  return { says, gap: binary('-', parse(greater), parse(smaller)), orEqual: order.endsWith('=') }
}

/** `positive reals with a > b and c > 1` */
export function domainOf(assumed: readonly Assumption[]): string {
  return ['positive reals', assumed.map(({ says }) => says).join(' and ')].filter((part) => part !== '').join(' with ')
}

/** The comparison with its two formulas changed; a text that is none is left for `assumption` to refuse. */
export function onSidesOf(comparison: string, change: (side: string) => string): string {
  const [left = '', order = '', right = '', ...more] = comparison.split(/([<>]=?)/)
  const whole = more.length === 0 && left.trim() !== '' && right.trim() !== ''
  return whole ? `${change(left)} ${order} ${change(right)}` : comparison
}

/** Do all assumptions hold at a point? Where one is not defined it does not hold. */
export function holdsIn<T>(
  arithmetic: Arithmetic<T>,
  assumed: readonly Assumption[],
  at: ReadonlyMap<string, T>,
): boolean {
  return assumed.every(({ gap, orEqual }) => {
    const value = valueIn(arithmetic, gap, at)
    if (value === undefined) return false
    const sign = arithmetic.compare(value, arithmetic.literal('0'))
    return sign !== undefined && (sign > 0 || (orEqual && sign === 0))
  })
}
