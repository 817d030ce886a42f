// Which equations and inputs are there, by name?
import { bottom, type Constant, type Declared, type Input, type Quantity } from '../algebra'
import { unknownName } from '../units'
import * as batching from './batching'
import * as cacheBytes from './cacheBytes'
import * as calibrated from './calibrated'
import * as crossovers from './crossovers'
import * as demotion from './demotion'
import * as drains from './drains'
import * as expertLayout from './expertLayout'
import * as fleet from './fleet'
import * as keepOrRemat from './keepOrRemat'
import * as latency from './latency'
import * as network from './network'
import * as passBytes from './passBytes'
import * as passFlops from './passFlops'
import * as pipelining from './pipelining'
import * as practice from './practice'
import * as pricesBackwards from './pricesBackwards'
import * as pricesForwards from './pricesForwards'
import * as retrieval from './retrieval'
import * as reversible from './reversible'
import * as roofline from './roofline'
import * as tierPrices from './tierPrices'
import * as training from './training'
import * as vocabulary from './vocabulary'

const files = {
  cacheBytes,
  passFlops,
  // What a pass keeps and reads is taught with the time that reading takes.
  roofline: { ...passBytes, ...roofline },
  tierPrices,
  keepOrRemat,
  retrieval,
  fleet,
  crossovers,
  latency,
  practice,
  network,
  demotion,
  drains,
  batching,
  expertLayout,
  pipelining,
  training,
  reversible,
  pricesBackwards,
  pricesForwards,
  calibrated,
}

// A module lists its exports by name, whatever order they were declared in; not every loader keeps to that, so sort.
function declaredIn(file: object): readonly Quantity[] {
  return Object.entries<Quantity>(file as Readonly<Record<string, Quantity>>)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, quantity]) => quantity)
}

/** The equations of each theme, one file each: themes in reading order, equations by name. */
export const themes: Readonly<Record<string, readonly Declared[]>> = Object.fromEntries(
  Object.entries(files).map(([theme, file]) => [
    theme,
    declaredIn(file).filter((quantity): quantity is Declared => quantity.kind === 'equation'),
  ]),
)

/** Every declared equation by name, theme by theme. */
export const equations: Readonly<Record<string, Declared>> = Object.fromEntries(
  Object.values(themes)
    .flat()
    .map((equation) => [equation.name, equation]),
)

const given: readonly Quantity[] = [
  ...declaredIn(vocabulary),
  ...Object.values(equations).flatMap((equation) => [...bottom(equation).values()]),
]

/** Every input by name. */
export const inputs: Readonly<Record<string, Input>> = Object.fromEntries(
  given.filter((quantity): quantity is Input => quantity.kind === 'input').map((quantity) => [quantity.name, quantity]),
)

/** Every constant by name. */
export const constants: Readonly<Record<string, Constant>> = Object.fromEntries(
  given
    .filter((quantity): quantity is Constant => quantity.kind === 'constant')
    .map((quantity) => [quantity.name, quantity]),
)

/** The equation of that name; an unknown one is refused with the nearest names. */
export function equationNamed(name: string): Declared {
  const found = Object.hasOwn(equations, name) ? equations[name] : undefined
  if (found === undefined) throw unknownName('equation', name, Object.keys(equations))
  return found
}

const quantities: Readonly<Record<string, { readonly unit: string }>> = { ...equations, ...inputs }

/** The unit of an input or equation; an unknown name is refused with the nearest names. */
export function unitOf(name: string): string {
  const found = Object.hasOwn(quantities, name) ? quantities[name] : undefined
  if (found === undefined) throw unknownName('quantity', name, Object.keys(quantities))
  return found.unit
}
