// What are machines expected to reach? The numbers fitted to measurements, each with its range, its rows and its date.
import * as v from 'valibot'
import data from '../../data/calibration.json'
import { unknownName } from '../units'
import { table } from './load'
import { periodText } from './periodText'

const amount = v.pipe(v.number(), v.finite(), v.minValue(0))
const rangeEntries = { value: amount, low: amount, high: amount, rows: v.record(v.string(), v.number()) }
type Range = { readonly low: number; readonly value: number; readonly high: number }
const ordered = <R extends Range>() =>
  v.check<R, string>(
    ({ low, value, high }) => low <= value && value <= high,
    'expected low, value and high in this order',
  )
const range = v.strictObject(rangeEntries)
const entry = v.strictObject({
  ...rangeEntries,
  unit: v.string(),
  date: periodText,
  note: v.exactOptional(v.string()),
  /** machines that were fitted by themselves */
  accelerators: v.exactOptional(v.record(v.string(), v.pipe(range, ordered<v.InferOutput<typeof range>>()))),
})
const records = table('data/calibration.json', data, v.pipe(entry, ordered<v.InferOutput<typeof entry>>()))

export interface Calibration {
  readonly value: number
  /** 5 % of the groups of rows would have it lower, 5 % higher */
  readonly low: number
  readonly high: number
  readonly unit: string
  /** how many rows of each source it was fitted to */
  readonly rows: Readonly<Record<string, number>>
  readonly date: string
  readonly note?: string
}

export const calibrationNames = (): readonly string[] => [...records().keys()]

/** A fitted number by name, such as `layerTime` or `mfu.fp8`; an accelerator may have its own. */
export function calibration(name: string, accelerator?: string): Calibration {
  const found = records().get(name)
  if (found === undefined) throw unknownName('calibration', name, calibrationNames())
  const { accelerators = {}, ...usual } = found
  const own = accelerator !== undefined && Object.hasOwn(accelerators, accelerator) ? accelerators[accelerator] : {}
  return { ...usual, ...own }
}

const fitted = [
  ...(['bandwidthEfficiency', 'halfTokens', 'layerTime', 'allReduceLatency', 'allToAllLatency'] as const),
  ...(['fabricEfficiency', 'linkEfficiency', 'transferTime', 'requestTime'] as const),
] as const
type Precision = 'bf16' | 'fp8' | 'fp4'
/** Numbers of an expected pass by vocabulary name, in base units. */
export type CalibratedNumbers = Readonly<Record<(typeof fitted)[number] | 'mfu', number>>

/** What is expected of a machine that multiplies in that precision. */
export function calibratedNumbers(accelerator: string, precision: Precision): CalibratedNumbers {
  const numbers = fitted.map((name) => [name, calibration(name, accelerator).value] as const)
  return Object.fromEntries([
    ...numbers,
    ['mfu', calibration(`mfu.${precision}`, accelerator).value],
  ]) as CalibratedNumbers
}
