// What does a calibration say of itself? Each number with its range, the rows of each source it comes from, and the date.
import type { Calibration } from '../../../catalog/calibration'
import { measuredMachineIds } from '../../../catalog/measured'
import { calibrated, type Evidence, type Model, models, narrower, ownLayerTime, requestTimes } from './calibrate'
import type { Case, Rates } from './cases'
import { countBy, type Name, quantile, rangeOf } from './fit'

type Range = Pick<Calibration, 'value' | 'low' | 'high' | 'rows'>
type Written = Calibration & { readonly accelerators?: Readonly<Record<string, Range>> }

const units: Readonly<Partial<Record<Name, string>>> = {
  ...{ layerTime: 's', allReduceLatency: 's', allToAllLatency: 's', transferTime: 's', requestTime: 's' },
  halfTokens: 'token',
}
const notes: Readonly<Partial<Record<Name, string>>> = {
  bandwidthEfficiency: 'decode on parts since 2023; with layerTime it is hard to tell apart on models of one size',
  layerTime: 'decode on parts since 2023, engines of 2023 and 2024; newer ones launch quicker',
  halfTokens: 'rows that were held out do not bear it out: the time of a layer already makes short prompts slow',
  'mfu.fp4':
    'no whole pass was measured: that of fp8, times what large products of matrices reach in four bits over eight',
  allReduceLatency: 'kernels of engines and NCCL, a few bytes',
  allToAllLatency: 'there and back, one token, eight devices',
  requestTime: 'one source: a proxy and two engines lay in the way',
  linkEfficiency: 'copies from the host and loads by RDMA',
}

/** The records of data/calibration.json from the evidence, under one model. */
export function recordsOf(evidence: Evidence, model: Model, date: string): Readonly<Record<string, Written>> {
  const rates = calibrated(evidence, model)
  const names = (Object.keys(rates) as Name[]).sort()
  return Object.fromEntries(
    names.map((name) => {
      const own = name === 'layerTime' ? { accelerators: ampere(evidence, rates) } : {}
      const note = notes[name]
      const said = { unit: units[name] ?? '1', date, ...(note !== undefined && { note }) }
      return [name, { ...rangeIn(name, evidence, rates), ...said, ...own }]
    }),
  )
}

function rangeIn(name: Name, evidence: Evidence, rates: Rates): Range {
  const cases = learntFrom(name, evidence)
  const of = (range: readonly [number, number]): Range => rounded(rates[name], range, cases)
  if (name === 'mfu.fp4') {
    const [low, high] = rangeOf('mfu.fp8', cases, rates)
    return of([low * narrower, high * narrower])
  }
  if (name === 'requestTime') {
    const times = requestTimes(cases, rates)
    return of([Math.min(rates[name], quantile(times, 0.05)), Math.max(rates[name], quantile(times, 0.95))])
  }
  // What the best model leaves at 0 a larger one would have elsewhere.
  if (name === 'halfTokens')
    return of([0, Math.max(rates[name], calibrated(evidence, models.at(-1) ?? models[0])[name])])
  return of(rangeOf(name, cases, rates))
}

function learntFrom(name: Name, { passes, firstTokens, loads, exchanges }: Evidence): readonly Case[] {
  const prompts = passes.filter(({ kind }) => kind === 'prompt')
  if (name === 'requestTime') return firstTokens.filter(({ tokens }) => tokens <= 1024)
  if (name === 'linkEfficiency') return loads
  if (name === 'transferTime') return loads.filter(({ kind, source }) => kind === 'load' && !source.startsWith('copy'))
  if (name === 'allToAllLatency') return exchanges.filter(({ source }) => source.startsWith('all-to-all'))
  if (name === 'allReduceLatency' || name === 'fabricEfficiency')
    return exchanges.filter(({ source }) => source.startsWith('all-reduce'))
  if (name === 'halfTokens') return prompts
  if (name.startsWith('mfu'))
    return prompts.filter(({ arithmetic }) => arithmetic === (name === 'mfu.bf16' ? 'bf16' : 'fp8'))
  return passes.filter(({ kind, old }) => kind === 'decode' && !old)
}

/** A100s of every make take longer for a layer. */
function ampere({ passes }: Evidence, rates: Rates): Readonly<Record<string, Range>> {
  const ids = measuredMachineIds().filter((id) => id.startsWith('a100'))
  const [own, cases] = ownLayerTime(/^a100/, passes, rates)
  const range = rounded(own.layerTime, rangeOf('layerTime', cases, own), cases)
  return Object.fromEntries(ids.map((id) => [id, range]))
}

function rounded(value: number, [low, high]: readonly [number, number], cases: readonly Case[]): Range {
  const three = (number: number): number => Number(number.toPrecision(3))
  const rows = Object.fromEntries([...countBy(cases, ({ publication }) => publication)].sort())
  return { value: three(value), low: three(low), high: three(high), rows }
}
