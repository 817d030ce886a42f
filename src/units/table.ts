// Which unit words are known, and what is each worth in base units (USD, B, FLOP, token, J, s)?
import { type Dimension, dimensionless } from './dimension'

export interface Unit {
  /** how many base units one of these is */
  readonly scale: number
  readonly dimension: Dimension
}

const day = 86_400
const siPrefixes = { k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 }
const iecPrefixes = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50 }
const smallPrefixes = { m: 1e-3, u: 1e-6, µ: 1e-6, n: 1e-9 }

const plain: Record<string, Unit> = {
  '%': { scale: 0.01, dimension: dimensionless },
  FLOPs: { scale: 1, dimension: { FLOP: 1 } },
  tokens: { scale: 1, dimension: { token: 1 } },
  $: { scale: 1, dimension: { USD: 1 } },
  bytes: { scale: 1, dimension: { B: 1 } },
  sec: { scale: 1, dimension: { s: 1 } },
  second: { scale: 1, dimension: { s: 1 } },
  seconds: { scale: 1, dimension: { s: 1 } },
  min: { scale: 60, dimension: { s: 1 } },
  m: { scale: 60, dimension: { s: 1 } },
  minute: { scale: 60, dimension: { s: 1 } },
  minutes: { scale: 60, dimension: { s: 1 } },
  h: { scale: 3600, dimension: { s: 1 } },
  hour: { scale: 3600, dimension: { s: 1 } },
  hours: { scale: 3600, dimension: { s: 1 } },
  d: { scale: day, dimension: { s: 1 } },
  day: { scale: day, dimension: { s: 1 } },
  days: { scale: day, dimension: { s: 1 } },
  w: { scale: 7 * day, dimension: { s: 1 } },
  week: { scale: 7 * day, dimension: { s: 1 } },
  weeks: { scale: 7 * day, dimension: { s: 1 } },
  // Julian year, and a twelfth of it: the same month for every price list.
  month: { scale: 30.4375 * day, dimension: { s: 1 } },
  months: { scale: 30.4375 * day, dimension: { s: 1 } },
  y: { scale: 365.25 * day, dimension: { s: 1 } },
  year: { scale: 365.25 * day, dimension: { s: 1 } },
  years: { scale: 365.25 * day, dimension: { s: 1 } },
}

const prefixed: readonly [name: string, unit: Unit, prefixes: Record<string, number>][] = [
  ['B', { scale: 1, dimension: { B: 1 } }, { ...siPrefixes, ...iecPrefixes }],
  ['bit', { scale: 1 / 8, dimension: { B: 1 } }, siPrefixes],
  // Networks are sold in Gbps.
  ['bps', { scale: 1 / 8, dimension: { B: 1, s: -1 } }, siPrefixes],
  ['token', { scale: 1, dimension: { token: 1 } }, siPrefixes],
  ['tok', { scale: 1, dimension: { token: 1 } }, siPrefixes],
  ['FLOP', { scale: 1, dimension: { FLOP: 1 } }, siPrefixes],
  ['USD', { scale: 1, dimension: { USD: 1 } }, { k: 1e3, M: 1e6, ...smallPrefixes }],
  ['s', { scale: 1, dimension: { s: 1 } }, smallPrefixes],
  ['J', { scale: 1, dimension: { J: 1 } }, { ...siPrefixes, ...smallPrefixes }],
  ['W', { scale: 1, dimension: { J: 1, s: -1 } }, { ...siPrefixes, ...smallPrefixes }],
  ['Wh', { scale: 3600, dimension: { J: 1 } }, siPrefixes],
]

/** What stands alone after a count: 128k tokens, 1M of them. SI and IEC, as everywhere. */
export const countPrefixes: Readonly<Record<string, number>> = { ...siPrefixes, K: 1e3, ...iecPrefixes }

/** Every unit word, prefixes included: `GB`, `GiB`, `TFLOP`, `Mtok`, `ms`, `kWh`, `USD`, `$`. */
export const unitTable: ReadonlyMap<string, Unit> = new Map([
  ...Object.entries(plain),
  ...prefixed.flatMap(([name, unit, prefixes]): [string, Unit][] => [
    [name, unit],
    ...Object.entries(prefixes).map(([prefix, factor]): [string, Unit] => [
      prefix + name,
      { scale: unit.scale * factor, dimension: unit.dimension },
    ]),
  ]),
])
