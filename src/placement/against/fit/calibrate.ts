// How do rows become a calibration? Exchanges and links by themselves, then passes, then what a request adds; and what was held out says how far to trust it.

import type { Fields } from '../row'
import { summaryOf } from '../summary'
import { type Case, caseOf, type Rates } from './cases'
import { fitted, type Name, quantile, weighed } from './fit'
import { kernelCase } from './kernels'

export interface Evidence {
  readonly passes: readonly Case[]
  readonly firstTokens: readonly Case[]
  readonly loads: readonly Case[]
  readonly exchanges: readonly Case[]
}

export function evidenceIn(rows: readonly Fields[]): Evidence {
  const cases = rows.flatMap((row) => caseOf(row) ?? [])
  const kernels = rows.flatMap((row) => kernelCase(row) ?? [])
  const isCopy = ({ source }: Case): boolean => source.startsWith('copy')
  return {
    passes: cases.filter(({ kind }) => kind === 'decode' || kind === 'prompt'),
    firstTokens: cases.filter(({ kind }) => kind === 'first token'),
    loads: [...cases.filter(({ kind }) => kind === 'load'), ...kernels.filter(isCopy)],
    exchanges: kernels.filter((one) => !isCopy(one)),
  }
}

/** Where the search begins: round numbers, of the size that single kernels show. */
export const start: Rates = {
  ...{ bandwidthEfficiency: 0.8, layerTime: 1e-4, halfTokens: 50, 'mfu.bf16': 0.6, 'mfu.fp8': 0.5, 'mfu.fp4': 0.36 },
  ...{ allReduceLatency: 6e-6, allToAllLatency: 3e-5, fabricEfficiency: 0.7 },
  ...{ linkEfficiency: 0.8, transferTime: 5e-4, requestTime: 0.04 },
}

export interface Model {
  readonly says: string
  /** what decode decides, and what prompts do */
  readonly decode: readonly Name[]
  readonly prompt: readonly Name[]
  readonly without: Partial<Rates>
}
const noExchange = { allReduceLatency: 0, fabricEfficiency: Number.POSITIVE_INFINITY }
const decode = ['bandwidthEfficiency', 'layerTime'] as const
const prompt = ['mfu.bf16', 'mfu.fp8'] as const

/** Models of a pass, each with one idea more than the one before it. */
export const models: readonly [Model, ...Model[]] = [
  {
    says: 'shares of the peaks',
    decode: ['bandwidthEfficiency'],
    prompt,
    without: { layerTime: 0, halfTokens: 0, ...noExchange },
  },
  { says: 'and a time per layer', decode, prompt, without: { halfTokens: 0, ...noExchange } },
  { says: 'and exchanges as measured alone', decode, prompt, without: { halfTokens: 0 } },
  { says: 'and mfu by length', decode, prompt: [...prompt, 'halfTokens'], without: {} },
]

/** Every number, from all the evidence. */
export function calibrated({ passes, firstTokens, loads, exchanges }: Evidence, model: Model): Rates {
  const alike = exchanges.map((one) => ({ ...one, publication: '' }))
  const exchanged = fitted(weighed(alike), ['allReduceLatency', 'fabricEfficiency', 'allToAllLatency'], start)
  const linked = fitted(weighed(loads), ['linkEfficiency', 'transferTime'], exchanged)
  const passed = passRates(passes, model, { ...linked, ...model.without })
  return { ...passed, requestTime: requestTimeOf(firstTokens, passed), 'mfu.fp4': passed['mfu.fp8'] * narrower }
}

// Decode hardly depends on arithmetic, nor long prompts on reading: each is fitted with the other as it is, twice over.
function passRates(passes: readonly Case[], model: Model, from: Rates): Rates {
  const prompts = weighed(passes.filter(({ kind }) => kind === 'prompt'))
  const decodes = weighed(passes.filter(({ kind, old }) => kind === 'decode' && !old))
  // What no row was computed in stays where the search begins.
  const names = model.prompt.filter(
    (name) => !name.startsWith('mfu') || prompts.cases.some(({ arithmetic }) => name === `mfu.${arithmetic}`),
  )
  const once = (rates: Rates): Rates => fitted(prompts, names, fitted(decodes, model.decode, rates))
  return once(once(from))
}

/** The numbers that an older machine has by its own rows: fitted, with their range, the others as for all. */
export function ownLayerTime(
  machine: RegExp,
  passes: readonly Case[],
  rates: Rates,
): readonly [Rates, readonly Case[]] {
  const own = passes.filter((one) => one.kind === 'decode' && machine.test(one.machine))
  return [fitted(weighed(own.map((one) => ({ ...one, publication: '' }))), ['layerTime'], rates), own]
}

/** Large products of matrices in four bits reach 0.36 of their peak where those in eight reach 0.52: no whole pass was measured. */
export const narrower = 0.36 / 0.52

/** What short prompts take beside their pass, each. */
export function requestTimes(cases: readonly Case[], rates: Rates): readonly number[] {
  const short = cases.filter(({ tokens }) => tokens <= 1024)
  return short.map(({ measured, predict }) => Math.max(0, measured - predict({ ...rates, requestTime: 0 })))
}

function requestTimeOf(cases: readonly Case[], rates: Rates): number {
  const times = requestTimes(cases, rates)
  return times.length === 0 ? start.requestTime : quantile(times, 0.5)
}

export interface Held {
  readonly source: string
  readonly kind: Case['kind']
  readonly old: boolean
  /** predicted / measured of each of its rows, by numbers that never saw the source */
  readonly ratios: readonly number[]
  readonly cases: readonly Case[]
}

/** Each publication predicted from the others. */
export function heldOut(evidence: Evidence, model: Model): readonly Held[] {
  const { passes, firstTokens, loads, exchanges } = evidence
  const asked = [...passes, ...firstTokens, ...loads]
  return [...new Set(asked.map(({ publication }) => publication))].sort().flatMap((publication) => {
    const others = (cases: readonly Case[]): readonly Case[] => cases.filter((one) => one.publication !== publication)
    const rest = { passes: others(passes), firstTokens: others(firstTokens), loads: others(loads), exchanges }
    const rates = calibrated(rest, model)
    const own = asked.filter((one) => one.publication === publication)
    const sources = new Set(own.map(({ source, kind, old }) => JSON.stringify([source, kind, old])))
    return [...sources].sort().map((key) => {
      const [source, kind, old] = JSON.parse(key) as [string, Case['kind'], boolean]
      const cases = own.filter((one) => one.source === source && one.kind === kind && one.old === old)
      return { source, kind, old, cases, ratios: cases.map(({ predict, measured }) => predict(rates) / measured) }
    })
  })
}

/** How far held-out rows are off on average of the sources: passes of the machines that the fit is about. */
export function heldOutError(held: readonly Held[]): number {
  const asked = held.filter(({ kind, old }) => !old && kind !== 'load')
  return Math.exp(asked.reduce((sum, { ratios }) => sum + Math.log(summaryOf(ratios).typical), 0) / asked.length)
}

/** Of models that grow by an idea each the last that held-out rows bear out: one that makes their errors larger is left. */
export function borneOut(errors: readonly number[]): Model {
  const least = errors.indexOf(Math.min(...errors))
  return models[least] ?? models[0]
}
