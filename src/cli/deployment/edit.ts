// How do flags change a deployment? Each is one field of its JSON, written as it was typed.
import { acceleratorIds, priceSeries, spelled, tierIds } from '../../catalog'
import { bases } from '../../deployment/read'
import type { Json } from '../../deployment/read/fields'
import { isRecord } from '../../deployment/read/fields'
import { Refusal, unknownName } from '../../units'
import { countAfter } from '../counts'
import type { Words } from '../words'
import { precisionIn } from './precision'

// Numbers of a question, or with a field of their own.
const elsewhere = ['holdTime', 'context', 'devices']

export function edited(file: Json, words: Words, given: Readonly<Record<string, number>>, model?: string): Json {
  const { accelerator, count } = acceleratorIn(words)
  const basis = words.value('basis')
  if (accelerator !== undefined) checkName('accelerator', accelerator, acceleratorIds())
  const prices = words.value('prices')
  if (basis !== undefined) checkName('basis', basis, bases)
  if (prices !== undefined) checkName('value of --prices', prices, priceSeries)
  const precision = precisionIn(words)
  const set = Object.fromEntries(words.pairs('set').filter(([name]) => !elsewhere.includes(name)))
  const edits: Readonly<Record<string, unknown>> = {
    model,
    accelerator,
    devices: devicesIn(given.devices, count),
    layout: merged(file.layout, layoutIn(words)),
    precision: merged(file.precision, precision),
    tiers: tiersIn(file, words),
    drives: merged(file.drives, drivesIn(words)),
    links: merged(file.links, { network: words.value('network') }),
    basis,
    prices,
    asOf: words.value('as-of'),
    efficiency: efficiencyIn(words),
    set: merged(file.set, set),
  }
  return { ...file, ...present(edits) }
}

/** `8xH100` is eight of one. */
function acceleratorIn(words: Words): { accelerator?: string; count?: number } {
  const [only, ...more] = words.values('accelerator')
  if (more.length > 0) {
    throw new Refusal(`--accelerator was given ${more.length + 1} times: only place, fit and serve compare several.`)
  }
  if (only === undefined) return {}
  const [, count, name = only] = /^\s*(\d+)\s*[x×]\s*(\S.*)$/i.exec(only) ?? []
  return { accelerator: spelled(name, acceleratorIds()) ?? name, ...(count !== undefined && { count: Number(count) }) }
}

function devicesIn(devices: number | undefined, count: number | undefined): number | undefined {
  if (devices === undefined || count === undefined || devices === count) return devices ?? count
  throw new Refusal(`--devices is ${devices} and the accelerator is ${count} of them: give the number once.`)
}

// What was typed is refused as such, not as a field of a file.
function checkName(what: string, asked: string, names: readonly string[]): void {
  if (!names.includes(asked)) throw unknownName(what, asked, names)
}

function present(fields: Readonly<Record<string, unknown>>): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function merged(before: unknown, changes: Readonly<Record<string, unknown>>): Json | undefined {
  const after = { ...(isRecord(before) ? before : {}), ...present(changes) }
  return Object.keys(after).length === 0 ? undefined : after
}

function layoutIn(words: Words): Readonly<Record<string, unknown>> {
  if (words.has('dcp') && words.has('dp-attention')) {
    throw new Refusal('--dcp and --dp-attention are two ways to keep one copy of the cache: give one of them.')
  }
  return {
    tensorParallel: countAfter(words, 'tp', 'devices'),
    pipelineStages: countAfter(words, 'pp', 'stages'),
    expertParallel: countAfter(words, 'ep', 'devices'),
    attention: words.has('dcp') ? 'context' : words.has('dp-attention') ? 'data' : undefined,
  }
}

// A tier that the file describes stays as described.
function tiersIn({ tiers }: Json, words: Words): readonly unknown[] | undefined {
  const text = words.value('tiers')
  if (text === undefined) return undefined
  const described = Array.isArray(tiers) ? tiers.filter(isRecord) : []
  return text
    .split(',')
    .map((id) => id.trim())
    .map((id) => described.find((part) => (part.id ?? part.like) === id) ?? spelled(id, tierIds()) ?? id)
}

function drivesIn(words: Words): Readonly<Record<string, unknown>> {
  return Object.fromEntries(words.pairs('drives').map(([id, text]) => [id, Number(text)]))
}

function efficiencyIn(words: Words): string | undefined {
  if (words.has('ideal') && words.has('calibrated')) {
    throw new Refusal('--ideal and --calibrated are two answers to one question: give one of them.')
  }
  return words.has('ideal') ? 'ideal' : words.has('calibrated') ? 'calibrated' : undefined
}
