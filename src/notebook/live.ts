// How does a figure get sliders? Its drawing is a function of assumptions by name, which the reader's page can call again.
import { Refusal } from '../units/refusal'
import { type Assumption, assumed } from './assume'
import type { FigureLike } from './mime/figure'

export type Values<Name extends string = string> = { readonly [name in Name]: number }

export interface LiveOptions {
  /** What the function uses beside the library and its values, by name: plain data, since it travels to the page. */
  readonly using?: { readonly [name: string]: unknown }
}

/** A range to move in: an assumption whose two ends are known. */
export type Movable = Assumption & { readonly min: number; readonly max: number }

export interface Live {
  readonly kind: 'live'
  readonly assumptions: readonly Movable[]
  draw(values: Values): FigureLike
  readonly using: { readonly [name: string]: unknown }
  /** as drawn with the values in force */
  readonly figure: FigureLike
}

/**
 * A figure with a slider for every name, redrawn where it is read: `show(live(['holdTime'], ({ holdTime }) => …, { using: { question: question } }))`.
 * Each name must have been assumed, with min and max; values are in base units. In Jupyter the function runs in the page:
 * beside its values it may use the library and what `using` hands over.
 */
export function live<const Name extends string>(
  names: readonly Name[],
  draw: (values: Values<Name>) => FigureLike,
  { using = {} }: LiveOptions = {},
): Live {
  if (names.length === 0) throw new Refusal("live() has no names: expected the names of assumptions, ['holdTime'].")
  const assumptions = names.map(movable)
  const drawn = (values: Values): FigureLike => figureFrom(draw(values as Values<Name>))
  const values = Object.fromEntries(assumptions.map(({ name, value }) => [name, value]))
  // The function itself is kept: its text is what travels.
  return { kind: 'live', assumptions, draw: draw as Live['draw'], using, figure: drawn(values) }
}

function movable(name: string): Movable {
  const known = assumed(name)
  if (known === undefined) {
    throw new Refusal(`live() cannot move ${name}, which was not assumed: write assume('${name}', …) in a cell above.`)
  }
  const { min, max } = known
  if (min === undefined || max === undefined) {
    throw new Refusal(`live() cannot move ${name}, which has no range: give its assume() a min and a max.`)
  }
  return { ...known, min, max }
}

/** What a function gave, where it is a figure. */
export function figureFrom(drawn: FigureLike): FigureLike {
  if (drawn?.kind === 'figure') return drawn
  throw new Refusal('The function of live() gave no figure: expected one, such as costCurves(…).')
}
